import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// One walk over one locale's catalogues with all checks.
struct Pass {
  let runner: CheckRunner
  let target: CheckedCatalogs
  let source: CheckedCatalogs
  let isSource: Bool
  /// The rules that found something in a message, with their words, by key.
  private(set) var faultyKeys: [String: Set<String>] = [:]
  private(set) var findings: [Finding] = []
  private(set) var usedSuppressions: Set<Int> = []
  /// Where the source of each message stands, and the other way round; empty for the source itself.
  private let origins: [PlaceList]
  private var translations: [PlaceList] = []
  private var buffer = MessageSyntaxBuffer()
  private var lines: [Int: LineIndex] = [:]

  init(
    _ runner: CheckRunner, _ target: CheckedCatalogs, source: CheckedCatalogs, isSource: Bool,
    origins: [PlaceList] = []
  ) {
    self.runner = runner
    self.target = target
    self.source = source
    self.isSource = isSource
    self.origins = origins
    guard !isSource else { return }
    translations = source.catalogs.map { PlaceList(count: $0.entries.count) }
    for (catalog, places) in origins.enumerated() {
      for entry in 0..<places.count {
        guard let origin = places[entry] else { continue }
        translations[origin.catalog][origin.entry] = CatalogPlace(catalog: catalog, entry: entry)
      }
    }
  }

  private var locale: LocaleIdentifier { target.locale.locale }
}

// MARK: - Walking

extension Pass {
  /// Runs the checks of single messages, and of translations beside their sources.
  ///
  /// - Parameter inherited: what is already said of the source is not said again.
  mutating func checkMessages(inheriting inherited: [String: Set<String>]) {
    let checks = runner.checks
    let messageChecks = lookers { if case .message(let find) = $0 { find } else { nil } }
    let translationChecks = lookers { if case .translation(let find) = $0 { find } else { nil } }
    let usual = target.usualCategories.reduce(into: PluralBits()) { $0.insert(PluralBits($1)) }
      .intersection(target.locale.possibleCategories)
    for (catalog, notes) in target.notes.enumerated() {
      for (index, note) in notes.enumerated() {
        var unmet = note.aspects
        if !note.categories.isEmpty, !note.categories.isSuperset(of: usual) { unmet = .all }
        if unmet.isEmpty { continue }
        let place = CatalogPlace(catalog: catalog, entry: index)
        let origin = isSource ? nil : origins[catalog][index]
        let facts = target.facts(at: place, using: &buffer)
        var entry = target.catalogs[catalog].entries[index]
        entry.parsed = facts.parsed
        let message = MessageContext(
          entry: entry, facts: facts, locale: target.locale, isSource: isSource,
          metadata: origin.map { source.catalogs[$0.catalog].entries.metadata(at: $0.entry) }
            ?? entry.metadata,
          usualCategories: target.usualCategories)
        for looker in messageChecks where looker.looks(at: unmet) {
          let faults = looker.find(message)
          guard !faults.isEmpty else { continue }
          let check = checks[looker.check]
          for fault in faults {
            let words = check.rule + " " + fault.message
            if isSource { faultyKeys[entry.key, default: []].insert(words) }
            if inherited[entry.key]?.contains(words) ?? false { continue }
            add(fault, of: check, at: place)
          }
        }
        guard let origin, facts.isParsed, !entry.text.isEmpty,
          entry.metadata.state != .initial
        else { continue }
        let sourceFacts = source.facts(at: origin)
        var original = source.catalogs[origin.catalog].entries[origin.entry]
        guard sourceFacts.isParsed, !original.isItsOwnKey else { continue }
        original.parsed = sourceFacts.parsed
        let translation = TranslationContext(
          source: original, sourceFacts: sourceFacts, sourceLocale: source.locale,
          target: entry, targetFacts: facts, locale: target.locale)
        for looker in translationChecks where looker.looks(at: unmet) {
          for fault in looker.find(translation) { add(fault, of: checks[looker.check], at: place) }
        }
      }
    }
  }

  /// What a walk needs of a check for each message: a check itself is large.
  private struct Looker<Find> {
    var check: Int
    var aspects: CheckAspects?
    var find: Find

    func looks(at unmet: CheckAspects) -> Bool { aspects?.isDisjoint(with: unmet) != true }
  }

  /// The checks of one kind.
  private func lookers<Find>(_ find: (Check.Kind) -> Find?) -> [Looker<Find>] {
    runner.checks.enumerated().compactMap { index, check in
      find(check.kind).map { Looker(check: index, aspects: check.aspects, find: $0) }
    }
  }

  mutating func checkLocale() {
    let context = LocaleContext(
      site: runner.site, source: source, target: target, glossary: runner.glossary,
      origins: origins, translations: translations)
    for check in runner.checks {
      if case .locale(let find) = check.kind {
        for fault in find(context) { add(fault, of: check) }
      }
    }
  }

  mutating func checkSite(_ names: SelectorNames) {
    let context = SiteContext(
      site: runner.site, names: names, source: source, templates: runner.templates)
    for check in runner.checks {
      if case .site(let find) = check.kind {
        for fault in find(context) { add(fault, of: check) }
      }
    }
  }

  /// Hands on what was found while the files were read, weighed as the site wants it.
  mutating func passLoadingFindings() {
    let rules = Set(runner.checks.map(\.rule))
    let found = target.catalogs.flatMap(\.findings) + (isSource ? runner.found : [])
    for finding in found
    where rules.contains(finding.rule) || CheckList.check(finding.rule) == nil {
      weigh(finding, severity: finding.severity)
    }
  }
}

// MARK: - From faults to findings

extension Pass {
  private mutating func add(_ fault: Fault, of check: Check, at place: CatalogPlace) {
    add(
      PlacedFault(
        fault.message, at: .message(place, fault.span), help: fault.help,
        severity: fault.severity),
      of: check)
  }

  private mutating func add(_ fault: PlacedFault, of check: Check) {
    let file: String
    var range: SourceRange?
    var key: String?
    var locale: LocaleIdentifier? = self.locale
    switch fault.place {
    case .message(let place, let span):
      let entry = target[place]
      file = target.catalogs[place.catalog].file.path
      key = entry.key
      range = lineIndex(place.catalog).range(fileRange(span, of: entry))
    case .key(let place):
      file = target.catalogs[place.catalog].file.path
      key = target[place].key
      range = lineIndex(place.catalog).range(target[place].keySpan)
    case .gap(let catalog, let after, let missing):
      file = target.catalogs[catalog].file.path
      key = missing
      let offset = after.map { target.catalogs[catalog].entries.valueSpan(at: $0).upperBound } ?? 0
      range = lineIndex(catalog).range(offset..<offset)
    case .manifest(let span, let entry):
      file = runner.site.manifest.path
      range = span
      locale = entry
    case .template(let index, let span, let shown):
      file = runner.templates[index].path
      key = shown
      locale = nil
      range = LineIndex(runner.templates[index].bytes).range(span)
    }
    weigh(
      Finding(
        rule: check.rule, severity: check.severity, locale: locale?.tag, key: key, file: file,
        range: range, message: fault.message, help: fault.help),
      severity: fault.severity ?? check.severity)
  }

  /// Keeps a finding unless the site turned its rule off or accepts it.
  private mutating func weigh(_ finding: Finding, severity: Severity) {
    guard runner.policy.concerns(finding.rule) else {
      var finding = finding
      finding.severity = severity
      findings.append(finding)
      return
    }
    let place = finding.locale == nil ? nil : finding.locale.flatMap { LocaleIdentifier($0) }
    guard
      let severity = runner.policy.severity(
        rule: finding.rule, locale: place, key: finding.key, otherwise: severity)
    else { return }
    if let index = runner.policy.suppression(
      rule: finding.rule, locale: place, key: finding.key)
    {
      usedSuppressions.insert(index)
      return
    }
    var finding = finding
    finding.severity = severity
    findings.append(finding)
  }

  /// Where a stretch of a message stands in its file. An empty message stands where its value does; a
  /// node that was made by a conversion has no place of its own, and the whole message stands for it.
  private func fileRange(_ span: Range<Int>, of entry: CatalogEntry) -> Range<Int> {
    if entry.text.isEmpty { return entry.valueSpan }
    let isPlaceless = span.isEmpty && span.lowerBound == 0
    return entry.offsets.fileRange(of: isPlaceless ? 0..<entry.text.utf8.count : span)
  }

  private mutating func lineIndex(_ catalog: Int) -> LineIndex {
    if let index = lines[catalog] { return index }
    let index = LineIndex(target.catalogs[catalog].file.bytes)
    lines[catalog] = index
    return index
  }
}
