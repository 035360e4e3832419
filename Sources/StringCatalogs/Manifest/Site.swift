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
  /// Where the catalogues stand, where they are not the site's own in `Strings`.
  public var layout: ToldLayout?
  /// The absolute address that canonical and hreflang links start with, without a slash at the end.
  public var baseURL: String?
  /// The manifest's bytes, for reports that quote it.
  public var manifest: CatalogFile

  public init(
    root: String, source: LocaleIdentifier, entries: [SiteEntry],
    fallbacks: [LocaleIdentifier: [LocaleIdentifier]] = [:], denials: [NegotiationDenial] = [],
    coverage: CoveragePolicy = CoveragePolicy(), severities: [SeverityOverride] = [],
    suppressions: [Suppression] = [], layout: ToldLayout? = nil, baseURL: String? = nil,
    manifest: CatalogFile = CatalogFile(path: SiteLoader.manifestPath, bytes: [])
  ) {
    self.root = root
    self.source = source
    self.entries = entries
    self.fallbacks = fallbacks
    self.denials = denials
    self.coverage = coverage
    self.severities = severities
    self.suppressions = suppressions
    self.layout = layout
    self.baseURL = baseURL
    self.manifest = manifest
  }

  /// The locales that are translated into: those of all entries but the source, each once.
  public var targets: [LocaleIdentifier] {
    var seen: Set<LocaleIdentifier> = [source]
    return entries.compactMap { entry in
      entry.isDefault || !seen.insert(entry.locale).inserted ? nil : entry.locale
    }
  }

  /// The source and the targets.
  public var locales: [LocaleIdentifier] { [source] + targets }

  public func entry(for locale: LocaleIdentifier) -> SiteEntry? {
    entries.first { $0.locale == locale && !$0.isDefault } ?? entries.first { $0.locale == locale }
  }
}

/// Where catalogues of other tools stand, as the manifest says it.
public struct ToldLayout: Hashable, Sendable {
  /// Paths below the site's folder, with `{locale}` in the place of the language, or without.
  public var files: [String]
  /// The name of their format, where their own names do not say it.
  public var format: String?

  public init(files: [String], format: String? = nil) {
    self.files = files
    self.format = format
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

  public init(
    isDefault: Bool = false, locale: LocaleIdentifier, label: String, hreflang: String? = nil,
    endonym: String? = nil, aliases: [String] = [], labelSpan: SourceRange
  ) {
    self.isDefault = isDefault
    self.locale = locale
    self.label = label
    self.hreflang = hreflang
    self.endonym = endonym
    self.aliases = aliases
    self.labelSpan = labelSpan
  }
}

/// "Whoever asks for `from` is never given `to`"; `to` nil: is given no page by likeness at all.
public struct NegotiationDenial: Hashable, Sendable {
  public var from: LocaleIdentifier
  public var to: LocaleIdentifier?
  public var reason: String?

  public init(from: LocaleIdentifier, to: LocaleIdentifier? = nil, reason: String? = nil) {
    self.from = from
    self.to = to
    self.reason = reason
  }
}

/// What the site asks of its translations, in percent.
public struct CoveragePolicy: Hashable, Sendable {
  /// A locale is offered from here on.
  public var minimum: Double?
  /// A locale that was offered is dropped below here only.
  public var hideBelow: Double?
  /// The locales that were offered up to now; nil where the site keeps no list.
  public var offered: [LocaleIdentifier]?
  public var perLocale: [LocaleIdentifier: Double]
  /// Locales that must be complete.
  public var requireComplete: [LocaleIdentifier]

  public init(
    minimum: Double? = nil, hideBelow: Double? = nil, perLocale: [LocaleIdentifier: Double] = [:],
    requireComplete: [LocaleIdentifier] = [], offered: [LocaleIdentifier]? = nil
  ) {
    self.minimum = minimum
    self.hideBelow = hideBelow
    self.perLocale = perLocale
    self.requireComplete = requireComplete
    self.offered = offered
  }

  /// What a locale has to reach, in percent; nil where nothing is asked.
  public func threshold(for locale: LocaleIdentifier) -> Double? {
    requireComplete.contains(locale) ? 100 : perLocale[locale] ?? minimum
  }
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
  /// The rule's name in the manifest.
  public var span: SourceRange

  public init(
    rule: String, severity: Severity?, locales: [LocaleIdentifier] = [], keys: [String] = [],
    span: SourceRange
  ) {
    self.rule = rule
    self.severity = severity
    self.locales = locales
    self.keys = keys
    self.span = span
  }
}

/// Findings that the site accepts, and why.
public struct Suppression: Hashable, Sendable {
  public var rule: String
  /// A key or a pattern with `*`; nil means all.
  public var key: String?
  /// nil means all.
  public var locale: LocaleIdentifier?
  public var reason: String
  /// The whole entry in the manifest.
  public var span: SourceRange

  public init(
    rule: String, key: String? = nil, locale: LocaleIdentifier? = nil, reason: String,
    span: SourceRange
  ) {
    self.rule = rule
    self.key = key
    self.locale = locale
    self.reason = reason
    self.span = span
  }
}
