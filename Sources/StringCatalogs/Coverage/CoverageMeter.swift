import LocaleIdentifiers
public import LocaleServices
import MessageSyntax

/// Measures locales against a source, each on its own, so that a tool can run one per task.
///
///     let meter = try CoverageMeter(site: site, source: source)
///     let tallies = try site.targets.map { try meter.measure(loader.load($0)) }
///     let coverage = meter.coverage(of: tallies)
public struct CoverageMeter: Sendable {
  public let site: Site
  private let keys: [SourceKey]
  private let sections: [String]
  private let words: Int

  private struct SourceKey {
    var entry: CatalogEntry
    /// The index of its section.
    var section: Int
    var words: Int
  }

  /// - Throws: ICU's error, if it cannot tell the words of the source's language apart.
  public init(site: Site, source: LocaleCatalogs) throws(ICUError) {
    let counter = try WordCounter(locale: source.locale)
    var keys: [SourceKey] = []
    var sections: [String] = []
    var places: [Substring: Int] = [:]
    keys.reserveCapacity(source.count)
    var buffer = MessageSyntaxBuffer()
    for catalog in source.catalogs {
      for var entry in catalog.entries {
        entry.keepParsed(using: &buffer)
        let section = places[entry.section] ?? sections.count
        if section == sections.count {
          places[entry.section] = section
          sections.append(String(entry.section))
        }
        keys.append(SourceKey(entry: entry, section: section, words: try counter.count(in: entry)))
      }
    }
    self.site = site
    self.keys = keys
    self.sections = sections
    words = keys.reduce(0) { $0 + $1.words }
  }

  /// What one locale has of its own.
  public struct Tally: Sendable {
    public var coverage: LocaleCoverage
    /// For each key of the source, whether it is translated.
    fileprivate var isTranslated: [Bool]
  }

  /// Counts what a locale has of its own.
  ///
  /// - Throws: ICU's error, if it has no plural rules.
  public func measure(_ translation: LocaleCatalogs) throws(ICUError) -> Tally {
    let planner = try VariantPlanner(locale: translation.locale)
    var coverage = LocaleCoverage(
      locale: translation.locale)
    coverage.keys.total = keys.count
    coverage.words.total = words
    var isTranslated: [Bool] = []
    isTranslated.reserveCapacity(keys.count)
    var buffer = MessageSyntaxBuffer()
    for key in keys {
      var entry = translation[key.entry.key]
      entry?.keepParsed(using: &buffer)
      let status = TranslationStatus(of: entry, source: key.entry)
      isTranslated.append(status.kind == .translated)
      switch status.kind {
      case .missing: coverage.keys.missing += 1
      case .empty: coverage.keys.empty += 1
      case .broken: coverage.keys.broken += 1
      case .translated:
        coverage.keys.translated += 1
        coverage.words.translated += key.words
        if status.isStale { coverage.keys.stale += 1 }
        if status.isUnreviewed { coverage.keys.unreviewed += 1 }
      }
      let own = status.kind == .translated ? entry?.parsed.message : nil
      count(key.entry, own, planner, &coverage.variants)
    }
    return Tally(coverage: coverage, isTranslated: isTranslated)
  }

  private func count(
    _ source: CatalogEntry, _ translation: Message?, _ planner: VariantPlanner,
    _ variants: inout LocaleCoverage.Variants
  ) {
    guard let message = source.parsed.message, case .select = message else {
      variants.required += 1
      if translation != nil { variants.present += 1 }
      return
    }
    let required = planner.requiredVariants(of: message, placeholders: source.metadata.placeholders)
    let expected = required.expected.count
    variants.required += expected
    guard let translation else { return }
    let missing = required.missing(in: translation).count { $0.reach != .largeIntegers }
    variants.present += expected - missing
  }

  /// Puts the locales together: what each shows through its chain of fallback, and the sections.
  public func coverage(of tallies: [Tally]) -> Coverage {
    var rows: [LocaleIdentifier: [Bool]] = [:]
    for tally in tallies { rows[tally.coverage.locale] = tally.isTranslated }
    let locales = tallies.map { tally in
      var coverage = tally.coverage
      let chain = site.fallbackChain(of: coverage.locale).filter { $0 != site.source }
        .compactMap { rows[$0] }
      coverage.resolved = tally.isTranslated.indices.count { index in
        tally.isTranslated[index] || chain.contains { $0[index] }
      }
      return coverage
    }
    return Coverage(
      source: site.source, icu: ICUVersion.icu, cldr: ICUVersion.cldr, locales: locales,
      sections: sectionCoverage(tallies))
  }

  private func sectionCoverage(_ tallies: [Tally]) -> [SectionCoverage] {
    var totals = sections.map { _ in 0 }
    for key in keys { totals[key.section] += 1 }
    let counts = tallies.map { tally in
      var counts = sections.map { _ in 0 }
      for (key, isTranslated) in zip(keys, tally.isTranslated) where isTranslated {
        counts[key.section] += 1
      }
      return counts
    }
    return sections.indices.map { index in
      SectionCoverage(
        name: sections[index], total: totals[index],
        locales: zip(tallies, counts).map { tally, counts in
          SectionCoverage.Locale(
            locale: tally.coverage.locale, translated: counts[index],
            percent: flooredPercent(counts[index], of: totals[index]))
        })
    }
  }
}
