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
  private let source: LocaleCatalogs
  private let keys: [SourceKey]
  private let fingerprints: SourceFingerprints
  /// The first key of each catalogue of the source, among `keys`.
  private let firstKeys: [Int]
  private let words: Int
  private let sections: [Part]
  private let catalogs: [Part]
  private let pages: [Part]

  /// A part of the site: its keys, by their places, and how much each weighs.
  private struct Part {
    var name: String
    var keys: [(key: Int, weight: Int)] = []

    var total: Int { keys.reduce(0) { $0 + $1.weight } }
  }

  /// - Parameter pages: The site's pages; a message weighs as many words as a page shows of it.
  /// - Throws: ICU's error, if it cannot tell the words of the source's language apart.
  public init(
    site: Site, source: LocaleCatalogs, pages: [ShownPage] = []
  ) throws(ICUError) {
    let counter = try WordCounter(locale: source.locale)
    var keys: [SourceKey] = []
    var sections: [Part] = []
    var catalogs: [Part] = []
    var sectionPlaces: [Substring: Int] = [:]
    var places: [String: Int] = [:]
    keys.reserveCapacity(source.count)
    var buffer = MessageSyntaxBuffer()
    var firstKeys: [Int] = []
    for catalog in source.catalogs {
      var part = Part(name: catalog.name)
      firstKeys.append(keys.count)
      for var entry in catalog.entries {
        entry.keepParsed(using: &buffer)
        let section = sectionPlaces[entry.section] ?? sections.count
        if section == sections.count {
          sectionPlaces[entry.section] = section
          sections.append(Part(name: String(entry.section)))
        }
        sections[section].keys.append((keys.count, 1))
        part.keys.append((keys.count, 1))
        places[entry.key] = keys.count
        keys.append(SourceKey(entry, words: try counter.count(in: entry)))
      }
      catalogs.append(part)
    }
    self.site = site
    self.source = source
    self.keys = keys
    self.firstKeys = firstKeys
    fingerprints = SourceFingerprints(count: keys.count)
    self.sections = sections
    self.catalogs = catalogs
    words = keys.reduce(0) { $0 + $1.form.words }
    var parts: [Part] = []
    for page in pages {
      var part = Part(name: page.name)
      var shown: [Int] = []
      for key in page.keys {
        guard let place = places[key] else { continue }
        // A list shows the messages that it is made of.
        let items = keys[place].entry.metadata.placeholders.values.flatMap(\.keys)
        shown += [place] + items.sorted().compactMap { places[$0] }
      }
      shown += keys.indices.filter { page.sections.contains(String(keys[$0].entry.section)) }
      for key in shown { part.keys.append((key, try counter.shown(of: keys[key].entry))) }
      parts.append(part)
    }
    self.pages = parts
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
    try measure(translation, readingEverything: false)
  }

  /// - Parameter readsEverything: whether messages are read too that have their source's outline: the
  ///   numbers are the same.
  package func measure(
    _ translation: LocaleCatalogs, readingEverything readsEverything: Bool
  ) throws(ICUError) -> Tally {
    var coverage = LocaleCoverage(locale: translation.locale)
    coverage.keys.total = keys.count
    coverage.words.total = words
    var isTranslated: [Bool] = []
    isTranslated.reserveCapacity(keys.count)
    var variants = VariantCounter(try VariantPlanner(locale: translation.locale))
    var buffer = MessageSyntaxBuffer()
    let sights = look(at: translation, forOutlines: !readsEverything)
    // Most catalogues have no states.
    let plain = translation.catalogs.map {
      $0.entries.hasMetadata ? nil : TranslationStatus.translated(state: nil)
    }
    for (index, sight) in sights.enumerated() {
      if let branches = sight.outline, let place = sight.place {
        let form = keys[index].form
        let status =
          plain[place.catalog]
          ?? .translated(state: translation.catalogs[place.catalog].entries.state(at: place.entry))
        count(status, words: form.words, in: &coverage)
        variants.add(branches, of: form) {
          keys[index]
        } reading: {
          translation.catalogs[place.catalog].entries[place.entry].parsed.message
        }
        isTranslated.append(true)
        continue
      }
      let key = keys[index]
      var entry = sight.place.map { translation.catalogs[$0.catalog].entries[$0.entry] }
      entry?.keepParsed(using: &buffer)
      let status = TranslationStatus(of: entry, source: key.entry)
      count(status, words: key.form.words, in: &coverage)
      isTranslated.append(status.kind == .translated)
      variants.add(status.kind == .translated ? entry?.parsed.message : nil, of: key)
    }
    coverage.variants = variants.counts
    return Tally(coverage: coverage, isTranslated: isTranslated)
  }

  private func count(_ status: TranslationStatus, words: Int, in coverage: inout LocaleCoverage) {
    switch status.kind {
    case .missing: coverage.keys.missing += 1
    case .empty: coverage.keys.empty += 1
    case .broken: coverage.keys.broken += 1
    case .translated:
      coverage.keys.translated += 1
      coverage.words.translated += words
      if status.isStale { coverage.keys.stale += 1 }
      if status.isUnreviewed { coverage.keys.unreviewed += 1 }
    }
  }

  /// Where the translation of a key stands, and its outline, where that is its source's.
  private struct Sight {
    var place: (catalog: Int, entry: Int)?
    var outline: VariantCounter.Branches?
  }

  /// Looks at all messages of a locale, as far as their outlines tell.
  private func look(
    at translation: LocaleCatalogs, forOutlines looksForOutlines: Bool
  ) -> [Sight] {
    var sights = Array(repeating: Sight(), count: keys.count)
    for (catalog, contents) in translation.catalogs.enumerated() {
      let entries = contents.entries
      var sources: [Int?] = []
      sources.reserveCapacity(entries.count)
      source.forEachPlace(ofKeysIn: entries) { index, place in
        let key = place.map { firstKeys[$0.catalog] + $0.entry }
        sources.append(key)
        if let key { sights[key].place = (catalog, index) }
      }
      guard looksForOutlines else { continue }
      LanguageLetters.none.withTables { tables in
        entries.forEachText { index, text, syntax in
          guard let key = sources[index], let expected = keys[key].form.outline,
            syntax == keys[key].form.syntax, entries.state(at: index) != .initial,
            entries.fingerprint(at: index).map({ made in
              fingerprints.isCurrent(made, at: key) { keys[key].entry }
            }) ?? true,
            let outline = MessageOutline(of: text, syntax, TextScan(of: text, tables)),
            outline.isAlike(expected), outline.isVisible, !outline.hasTwins
          else { return }
          sights[key].outline = VariantCounter.Branches(outline)
        }
      }
    }
    return sights
  }

  /// Puts the locales together: what each shows through its chain of fallback, and the parts.
  public func coverage(of tallies: [Tally]) -> Coverage {
    var rows: [LocaleIdentifier: [Bool]] = [:]
    for tally in tallies { rows[tally.coverage.locale] = tally.isTranslated }
    let resolved = tallies.map { tally in
      let chain = site.fallbackChain(of: tally.coverage.locale).filter { $0 != site.source }
        .compactMap { rows[$0] }
      return tally.isTranslated.indices.map { index in
        tally.isTranslated[index] || chain.contains { $0[index] }
      }
    }
    let locales = zip(tallies, resolved).map { tally, resolved in
      var coverage = tally.coverage
      coverage.resolved = resolved.count { $0 }
      return coverage
    }
    func measure(_ parts: [Part]) -> [PartCoverage] {
      parts.map { part in
        let total = part.total
        let locales = zip(tallies, resolved).map { tally, resolved in
          let own = part.keys.reduce(0) { $0 + (tally.isTranslated[$1.key] ? $1.weight : 0) }
          return PartCoverage.Locale(
            locale: tally.coverage.locale, translated: own,
            resolved: part.keys.reduce(0) { $0 + (resolved[$1.key] ? $1.weight : 0) },
            percent: flooredPercent(own, of: total))
        }
        return PartCoverage(name: part.name, total: total, locales: locales)
      }
    }
    return Coverage(
      source: site.source, icu: ICUVersion.icu, cldr: ICUVersion.cldr, locales: locales,
      sections: measure(sections), catalogs: measure(catalogs), pages: measure(pages))
  }
}
