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
  public var sections: [SectionCoverage]

  public init(
    source: LocaleIdentifier, icu: String, cldr: String, locales: [LocaleCoverage],
    sections: [SectionCoverage]
  ) {
    self.source = source
    self.icu = icu
    self.cldr = cldr
    self.locales = locales
    self.sections = sections
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
  public var percent: Double { flooredPercent(keys.translated, of: keys.total) }
}

/// How complete one section of the page is, the first part of its keys.
public struct SectionCoverage: Hashable, Sendable {
  public struct Locale: Hashable, Sendable {
    public var locale: LocaleIdentifier
    public var translated: Int
    public var percent: Double

    public init(locale: LocaleIdentifier, translated: Int, percent: Double) {
      self.locale = locale
      self.translated = translated
      self.percent = percent
    }
  }

  public var name: String
  /// The number of keys.
  public var total: Int
  /// The targets in the order of the manifest.
  public var locales: [Locale]

  public init(name: String, total: Int, locales: [Locale]) {
    self.name = name
    self.total = total
    self.locales = locales
  }
}

/// A part in percent, rounded down to one decimal; of nothing, 0.
func flooredPercent(_ part: Int, of total: Int) -> Double {
  guard total > 0 else { return 0 }
  return Double(part * 1000 / total) / 10
}
