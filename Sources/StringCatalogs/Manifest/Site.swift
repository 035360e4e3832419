public import Diagnostics
public import LocaleIdentifiers

/// A site as its manifest, `Locales/site.json`, describes it.
public struct Site: Sendable {
  /// The site's folder, absolute.
  public var root: String
  /// The locale that messages are written in first.
  public var source: LocaleIdentifier
  /// The selector's entries in the site's own order, the default entry first.
  public var entries: [SiteEntry]
  /// Chains of fallback where CLDR's parents are not enough, by locale.
  public var fallbacks: [LocaleIdentifier: [LocaleIdentifier]]
  /// Visitors who must never be given a page, by the locale that they ask for.
  public var denials: [NegotiationDenial]
  public var coverage: CoveragePolicy
  /// Severities by rule, where they differ from the rule's own.
  public var severities: [SeverityOverride]
  public var suppressions: [Suppression]
  /// The absolute address that canonical and hreflang links start with, without a slash at the end.
  public var baseURL: String?

  /// The 47 locales that are translated into: every entry but the default.
  public var targets: [LocaleIdentifier] {
    var seen: Set<LocaleIdentifier> = [source]
    return entries.compactMap { entry in
      entry.isDefault || !seen.insert(entry.locale).inserted ? nil : entry.locale
    }
  }
}

/// One entry of the language selector.
public struct SiteEntry: Hashable, Sendable {
  public var isDefault: Bool
  public var locale: LocaleIdentifier
  /// The label as it stands on the site.
  public var label: String
  /// What to write in `hreflang` instead of the locale.
  public var hreflang: String?
  /// The language's own name, where CLDR's is not wanted.
  public var endonym: String?
  /// Other words that people may look for.
  public var aliases: [String]
  /// The label's place in the manifest.
  public var labelSpan: SourceRange
}

/// "Whoever asks for `from` is never given `to`"; `to` nil: is given no page by likeness at all.
public struct NegotiationDenial: Hashable, Sendable {
  public var from: LocaleIdentifier
  public var to: LocaleIdentifier?
  public var reason: String?
}

/// What the site asks of its translations, in percent.
public struct CoveragePolicy: Hashable, Sendable {
  /// A locale is offered from here on.
  public var minimum: Double?
  /// A locale that was offered is dropped below here only.
  public var hideBelow: Double?
  public var perLocale: [LocaleIdentifier: Double]
  /// Locales that must be complete.
  public var requireComplete: [LocaleIdentifier]
}

/// A severity in place of a rule's own, for all or for some locales and keys.
public struct SeverityOverride: Hashable, Sendable {
  public var rule: String
  /// nil turns the rule off.
  public var severity: Severity?
  /// Empty means all.
  public var locales: [LocaleIdentifier]
  /// Patterns with `*`; empty means all.
  public var keys: [String]
}

/// Findings that the site accepts, and why.
public struct Suppression: Hashable, Sendable {
  public var rule: String
  public var key: String?
  public var locale: LocaleIdentifier?
  public var reason: String
  public var span: SourceRange
}
