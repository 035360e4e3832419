public import Diagnostics
import LocaleIdentifiers
public import LocaleServices
import MessageSyntax
public import StringCatalogs

/// Runs the checks over a site, a locale at a time.
///
///     let runner = CheckRunner(site: site)
///     let findings = try runner.run(source: french, targets: [polish, arabic])
///
/// A program with several workers prepares the source once, checks each locale in a task of its own
/// and puts the reports together; the findings are the same however many workers there were.
public struct CheckRunner: Sendable {
  public let site: Site
  public let checks: [Check]
  let templates: [PageTemplate]
  let glossary: Glossary
  /// What was found while the site's templates were read.
  let found: [Finding]
  let policy: SeverityPolicy
  /// Whether messages that are plainly as their source need not be read: not with checks that nobody
  /// here knows.
  let sparesReading: Bool

  public init(
    site: Site, checks: [Check] = CheckList.all, templates: [PageTemplate] = [],
    glossary: Glossary = Glossary(), found: [Finding] = []
  ) {
    self.site = site
    self.checks = checks
    self.templates = templates
    self.glossary = glossary
    self.found = found
    policy = SeverityPolicy(site)
    sparesReading = checks.allSatisfy { $0.aspects != nil }
  }

  /// The same runner that reads every message, whatever its outline: the findings are the same.
  package var readingEverything: CheckRunner {
    var checks = checks
    for index in checks.indices { checks[index].aspects = nil }
    return CheckRunner(
      site: site, checks: checks, templates: templates, glossary: glossary, found: found)
  }

  /// Checks everything on one worker.
  ///
  /// Locales of the site that `targets` does not hold count as locales without any catalogue.
  public func run(source: LocaleCatalogs, targets: [LocaleCatalogs]) throws(ICUError) -> [Finding] {
    let prepared = try prepare(source)
    var reports = [prepared.report]
    let known = Set(targets.map(\.locale))
    let empty = site.targets.filter { !known.contains($0) }
      .map { LocaleCatalogs(locale: $0, catalogs: []) }
    for target in targets + empty { reports.append(try check(target, against: prepared)) }
    return findings(reports, source: prepared)
  }

  /// Checks the source and the site, and finds out what every translation is compared with.
  public func prepare(_ source: LocaleCatalogs) throws(ICUError) -> CheckedSource {
    try prepare(source) { chunks, read in chunks.map(read) }
  }

  /// - Parameter map: calls a function for each stretch of a catalogue, as many at a time as it likes, and
  ///   returns what it returns, in their order.
  package func prepare(
    _ source: LocaleCatalogs,
    mapping map: ([Range<Int>], @escaping @Sendable (Range<Int>) -> [SourceReading]) ->
      [[SourceReading]]
  ) throws(ICUError) -> CheckedSource {
    let locale = try LocaleFacts(source.locale)
    var catalogs = CheckedCatalogs(source, locale: locale, isOutlineEnough: sparesReading) {
      source.catalogs[$0.catalog].entries.metadata(at: $0.entry).maxLength == nil
        ? SourceOutline.unmet(by: $1) : .all
    }
    catalogs.findRepeatedTexts()
    // What a translation that has to be read is compared with, and what all others are.
    var outlines: [[SourceOutline]] = []
    var texts: [[String]] = []
    let seen = catalogs
    for (catalog, contents) in source.catalogs.enumerated() {
      let stretches = stride(from: 0, to: contents.entries.count, by: Self.stretch).map {
        $0..<min($0 + Self.stretch, contents.entries.count)
      }
      let readings = map(stretches) { stretch in
        var buffer = MessageSyntaxBuffer()
        return stretch.map { entry in
          let facts = seen.facts(at: CatalogPlace(catalog: catalog, entry: entry), using: &buffer)
          var message = contents.entries[entry]
          message.parsed = facts.parsed
          return SourceReading(
            facts: seen.notes[catalog][entry].aspects.isEmpty ? nil : facts,
            outline: SourceOutline(message, facts, locale), text: message.text)
        }
      }.joined()
      for (entry, reading) in readings.enumerated() {
        guard let facts = reading.facts else { continue }
        catalogs.keep(facts, at: CatalogPlace(catalog: catalog, entry: entry))
      }
      outlines.append(readings.map(\.outline))
      texts.append(readings.map(\.text))
    }
    var pass = Pass(self, catalogs, source: catalogs, isSource: true)
    pass.checkMessages(inheriting: [:])
    pass.checkLocale()
    pass.checkSite(try SelectorNames(site))
    pass.passLoadingFindings()
    return CheckedSource(
      catalogs: catalogs, outlines: sparesReading ? outlines : [], texts: texts,
      fingerprints: source.catalogs.map { SourceFingerprints(count: $0.entries.count) },
      faultyKeys: pass.faultyKeys,
      report: CheckReport(pass.findings, usedSuppressions: pass.usedSuppressions))
  }

  /// So many messages of the source are read at a time.
  private static let stretch = 512

  /// Checks one locale's translations.
  public func check(
    _ target: LocaleCatalogs, against source: CheckedSource
  ) throws(ICUError) -> CheckReport {
    let locale = try LocaleFacts(target.locale)
    var origins = target.catalogs.map { PlaceList(count: $0.entries.count) }
    for (catalog, contents) in target.catalogs.enumerated() {
      source.catalogs.places.catalogs.forEachPlace(ofKeysIn: contents.entries) { index, place in
        origins[catalog][index] = place.map { CatalogPlace(catalog: $0.catalog, entry: $0.entry) }
      }
    }
    let hasMetadata = target.catalogs.map(\.entries.hasMetadata)
    // Apart from the source, which is much to be held for each message.
    let (outlines, texts) = (source.outlines, source.texts)
    let catalogs = CheckedCatalogs(target, locale: locale, isOutlineEnough: sparesReading) {
      place, sight in
      guard let origin = origins[place.catalog][place.entry] else { return .all }
      if hasMetadata[place.catalog],
        let made = target.catalogs[place.catalog].entries.fingerprint(at: place.entry),
        !source.fingerprints[origin.catalog].isCurrent(
          made, at: origin.entry, source: { source.catalogs[origin] })
      {
        return .all
      }
      return outlines[origin.catalog][origin.entry].unmet(by: sight, locale) {
        texts[origin.catalog][origin.entry]
      }
    }
    var pass = Pass(
      self, catalogs, source: source.catalogs, isSource: false, origins: origins)
    pass.checkMessages(inheriting: source.faultyKeys)
    pass.checkLocale()
    pass.passLoadingFindings()
    return CheckReport(pass.findings, usedSuppressions: pass.usedSuppressions)
  }

  /// Puts reports together: what many locales share is said once, at the source; suppressions that
  /// nothing needed are named; all in the order of files and places.
  ///
  /// - Parameter isComplete: whether all locales were checked, so that a suppression that was not
  ///   used is known to be of no use.
  public func findings(
    _ reports: [CheckReport], source: CheckedSource, isComplete: Bool = true
  ) -> [Finding] {
    var findings = gatherRepeatedFaults(reports, source: source)
    if isComplete { findings += unusedSuppressions(reports) }
    return findings.inOrder()
  }
}

/// What there is to know of a message of the source.
package struct SourceReading: Sendable {
  /// nil where nothing in the message is looked at.
  fileprivate var facts: MessageFacts?
  fileprivate var outline: SourceOutline
  fileprivate var text: String
}

/// The source, checked, as every translation is compared with it.
public struct CheckedSource: Sendable {
  public let catalogs: CheckedCatalogs
  /// By catalogue and entry; empty where every translation is to be read.
  let outlines: [[SourceOutline]]
  /// The texts of the same messages.
  let texts: [[String]]
  /// By catalogue.
  let fingerprints: [SourceFingerprints]
  /// The rules that found something in a source message, with their words, by key.
  let faultyKeys: [String: Set<String>]
  public let report: CheckReport
}

/// What was found in one locale.
public struct CheckReport: Sendable {
  /// In the order of files and places.
  public let findings: [Finding]
  /// A number for each finding: those that differ in no more than the locale have the same.
  let likeness: [Int]
  /// The suppressions that were needed, as indices into the site's.
  let usedSuppressions: Set<Int>

  init(_ findings: [Finding], usedSuppressions: Set<Int>) {
    self.findings = findings.inOrder()
    self.usedSuppressions = usedSuppressions
    likeness = self.findings.map { finding in
      var hasher = Hasher()
      hasher.combine(finding.rule)
      hasher.combine(finding.key)
      hasher.combine(finding.message)
      hasher.combine(finding.severity)
      return hasher.finalize()
    }
  }
}
