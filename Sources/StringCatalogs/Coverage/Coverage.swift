public import LocaleIdentifiers

/// How complete a site's translations are.
///
///     let meter = try CoverageMeter(site: site, source: source)
///     let coverage = meter.coverage(of: try site.targets.map { try meter.measure(loader.load($0)) })
///     coverage.locales[0].percent  // 97.3
///
/// The source is counted in no total: it is what the others are measured by.
public struct Coverage: Hashable, Sendable {
  public var source: LocaleIdentifier
  /// The versions of ICU and CLDR, on whose rules and words the numbers rest.
  public var icu: String
  public var cldr: String
  /// The targets in the order of the manifest.
  public var locales: [LocaleCoverage]
  /// The sections of the page in the order of the source.
  public var sections: [PartCoverage]
  /// The catalogues in the order of their names.
  public var catalogs: [PartCoverage]
  /// The pages, by the words that each really shows.
  public var pages: [PartCoverage]

  public init(
    source: LocaleIdentifier, icu: String, cldr: String, locales: [LocaleCoverage],
    sections: [PartCoverage], catalogs: [PartCoverage] = [], pages: [PartCoverage] = []
  ) {
    self.source = source
    self.icu = icu
    self.cldr = cldr
    self.locales = locales
    self.sections = sections
    self.catalogs = catalogs
    self.pages = pages
  }

  /// What all locales have of their own, in percent of what they should have.
  public var percent: Double {
    flooredPercent(
      locales.reduce(0) { $0 + $1.keys.translated }, of: locales.reduce(0) { $0 + $1.keys.total })
  }

  /// How much of what all pages show a locale has of its own, in percent of the words; nil where the site
  /// has no page.
  public func shownPercent(of locale: LocaleIdentifier) -> Double? {
    guard !pages.isEmpty else { return nil }
    let translated = pages.reduce(0) { sum, page in
      sum + (page.locales.first { $0.locale == locale }?.translated ?? 0)
    }
    return flooredPercent(translated, of: pages.reduce(0) { $0 + $1.total })
  }

  /// The same numbers for some of the locales only.
  public func only(_ chosen: Set<LocaleIdentifier>) -> Coverage {
    func part(_ part: PartCoverage) -> PartCoverage {
      var part = part
      part.locales.removeAll { !chosen.contains($0.locale) }
      return part
    }
    var coverage = self
    coverage.locales.removeAll { !chosen.contains($0.locale) }
    coverage.sections = sections.map(part)
    coverage.catalogs = catalogs.map(part)
    coverage.pages = pages.map(part)
    return coverage
  }

  /// The locales that do not reach what the site asks of them, and what that is.
  ///
  /// - Parameter minimum: A threshold for all, in place of the manifest's `minimum`.
  public func shortfalls(
    _ policy: CoveragePolicy, minimum: Double? = nil
  ) -> [(locale: LocaleCoverage, threshold: Double)] {
    var policy = policy
    policy.minimum = minimum ?? policy.minimum
    return locales.compactMap { locale in
      guard let threshold = policy.threshold(for: locale.locale), locale.percent < threshold else {
        return nil
      }
      return (locale, threshold)
    }
  }
}

/// How complete one locale is.
public struct LocaleCoverage: Hashable, Sendable {
  /// `total` = `translated` + `missing` + `empty` + `broken`; `stale` and `unreviewed` are parts of
  /// `translated`.
  public struct Keys: Hashable, Sendable {
    public var total = 0
    public var translated = 0
    public var missing = 0
    public var empty = 0
    public var stale = 0
    public var unreviewed = 0
    public var broken = 0

    public init() {}
  }

  /// Variants that the language's plural rules make necessary, over all keys.
  public struct Variants: Hashable, Sendable {
    public var required = 0
    public var present = 0

    public init() {}
  }

  /// Words of the source's text, in all its variants, and those whose key is translated.
  public struct Words: Hashable, Sendable {
    public var total = 0
    public var translated = 0

    public init() {}
  }

  public var locale: LocaleIdentifier
  public var keys: Keys
  public var variants: Variants
  public var words: Words
  /// Keys with text in this locale or in its chain of fallback before the source.
  public var resolved: Int

  public init(
    locale: LocaleIdentifier, keys: Keys = Keys(), variants: Variants = Variants(),
    words: Words = Words(), resolved: Int = 0
  ) {
    self.locale = locale
    self.keys = keys
    self.variants = variants
    self.words = words
    self.resolved = resolved
  }

  /// The translated keys in percent of all, rounded down to one decimal, so that 100 means all.
  /// Without keys it is 0: nothing is not complete.
  public var percent: Double { Self.percent(keys.translated, of: keys.total) }

  /// A number of keys in percent of all, rounded down to one decimal; of nothing, 0.
  public static func percent(_ part: Int, of total: Int) -> Double {
    flooredPercent(part, of: total)
  }
}

/// A part in percent, rounded down to one decimal; of nothing, 0.
func flooredPercent(_ part: Int, of total: Int) -> Double {
  guard total > 0 else { return 0 }
  return Double(part * 1000 / total) / 10
}
