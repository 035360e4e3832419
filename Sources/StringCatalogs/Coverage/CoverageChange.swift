public import LocaleIdentifiers

/// What changed between two states of a site: in the source's messages, and in how complete each locale is.
///
///     CoverageChange(from: before, to: now).locales.filter(\.isChanged)
public struct CoverageChange: Sendable {
  /// One state of a site.
  public struct State: Sendable {
    public var source: LocaleCatalogs
    public var coverage: Coverage

    public init(source: LocaleCatalogs, coverage: Coverage) {
      self.source = source
      self.coverage = coverage
    }
  }

  /// One locale in both states; nil where the site did not have it, or has it no longer.
  public struct Locale: Hashable, Sendable {
    public var locale: LocaleIdentifier
    public var before: LocaleCoverage?
    public var now: LocaleCoverage?

    /// Whether any of its numbers changed.
    public var isChanged: Bool { before != now }
  }

  /// Keys that the source has now and did not have.
  public var added: [String]
  /// Keys that the source had and has no longer.
  public var removed: [String]
  /// Keys whose message means something else now.
  public var changed: [String]
  /// The locales in the order of the manifest as it is now, those that are gone last.
  public var locales: [Locale]

  public init(from before: State, to now: State) {
    added = now.source.entries.map(\.key).filter { before.source[$0] == nil }
    removed = before.source.entries.map(\.key).filter { now.source[$0] == nil }
    changed = now.source.entries.compactMap { entry in
      guard let old = before.source[entry.key] else { return nil }
      return Fingerprint(of: old) == Fingerprint(of: entry) ? nil : entry.key
    }
    var old: [LocaleIdentifier: LocaleCoverage] = [:]
    for locale in before.coverage.locales { old[locale.locale] = locale }
    locales = now.coverage.locales.map {
      Locale(locale: $0.locale, before: old.removeValue(forKey: $0.locale), now: $0)
    }
    locales += before.coverage.locales.filter { old[$0.locale] != nil }
      .map { Locale(locale: $0.locale, before: $0, now: nil) }
  }
}
