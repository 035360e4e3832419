import Diagnostics
import LocaleIdentifiers

/// Turns a manifest's JSON into a `Site`, and collects every fault on the way.
struct ManifestReader {
  var faults: ManifestFaults

  init(lines: LineIndex) {
    faults = ManifestFaults(lines: lines)
  }

  mutating func read(_ value: JSONValue, root: String, manifest: CatalogFile) -> Site? {
    guard let object = ManifestObject(value, fields: .manifest, &faults) else { return nil }
    let source = object.required("source", of: "the manifest", &faults)
    let sourceLocale = source.flatMap { $0.locale("source", &faults) }
    let entries = readEntries(object.required("entries", of: "the manifest", &faults))
    guard let source, let sourceLocale else { return nil }
    checkDefault(entries, object, source: sourceLocale, sourceSpan: source.span)
    var site = Site(
      root: root, source: sourceLocale, entries: entries, manifest: manifest)
    if let fallbacks = object["fallbacks"] {
      site.fallbacks = readFallbacks(fallbacks, known: Set(site.locales))
    }
    if let negotiation = object["negotiation"] { site.denials = readNegotiation(negotiation) }
    if let coverage = object["coverage"] {
      site.coverage = readCoverage(coverage, known: Set(site.targets))
    }
    let severities = object["severities"]?.list("severities", &faults) ?? []
    site.severities = severities.compactMap { readSeverity($0, known: Set(site.locales)) }
    let suppressions = object["suppressions"]?.list("suppressions", &faults) ?? []
    site.suppressions = suppressions.compactMap { readSuppression($0, known: Set(site.locales)) }
    site.layout = object["catalogs"].flatMap { readLayout($0) }
    site.baseURL = object["baseURL"].flatMap { readBaseURL($0) }
    if let schema = object["$schema"] { _ = schema.text("$schema", &faults) }
    return site
  }

  // MARK: Entries

  private mutating func readEntries(_ value: JSONValue?) -> [SiteEntry] {
    guard let value else { return [] }
    let list = value.list("entries", &faults)
    if value.kind == .array, list.isEmpty {
      faults.report(
        "invalid-value", "`entries` is empty", at: value.span,
        help: "a site has at least its default entry")
    }
    var places: [LocaleIdentifier: Range<Int>] = [:]
    var defaultPlace: Range<Int>?
    var entries: [SiteEntry] = []
    for item in list {
      guard let object = ManifestObject(item, fields: .entry, &faults) else { continue }
      guard let entry = readEntry(object) else { continue }
      let span = object["locale"]?.span ?? item.span
      if entry.isDefault {
        if let first = defaultPlace {
          faults.report(
            "duplicate-locale", "a second default entry", at: span, locale: entry.locale,
            help: "the first is on \(faults.place(first)); keep one of them")
        }
        defaultPlace = defaultPlace ?? span
        entries.insert(entry, at: 0)
        continue
      }
      if let first = places[entry.locale] {
        faults.report(
          "duplicate-locale", "the locale `\(entry.locale)` has two entries", at: span,
          locale: entry.locale,
          help: "the first is on \(faults.place(first)); keep one of them")
        continue
      }
      places[entry.locale] = span
      entries.append(entry)
    }
    return entries
  }

  private mutating func readEntry(_ object: ManifestObject) -> SiteEntry? {
    let label = object.required("label", of: "an entry", &faults)
    let text = label.flatMap { $0.text("label", &faults) }
    let locale = object.required("locale", of: "an entry", &faults)
      .flatMap { $0.locale("locale", &faults) }
    if let note = object["note"] { _ = note.text("note", &faults) }
    var isDefault = false
    if let value = object["default"] {
      if let flag = value.boolean {
        isDefault = flag
      } else {
        faults.report(
          "invalid-value", "`default` must be true or false, not \(value.kind.name)",
          at: value.span)
      }
    }
    let hreflang = object["hreflang"].flatMap { $0.locale("hreflang", &faults) }
    let endonym = object["endonym"].flatMap { $0.text("endonym", &faults) }
    let aliases = texts(object["aliases"], "aliases")
    guard let label, let text, let locale else { return nil }
    return SiteEntry(
      isDefault: isDefault, locale: locale, label: text, hreflang: hreflang?.tag,
      endonym: endonym, aliases: aliases, labelSpan: faults.lines.range(label.span))
  }

  private mutating func checkDefault(
    _ entries: [SiteEntry], _ object: ManifestObject, source: LocaleIdentifier,
    sourceSpan: Range<Int>
  ) {
    guard let list = object["entries"], list.kind == .array, !list.elements.map(\.self).isEmpty
    else { return }
    guard let entry = entries.first(where: \.isDefault) else {
      faults.report(
        "missing-field", "no entry is the default",
        at: list.span.lowerBound..<list.span.lowerBound + 1,
        help: "add `\"default\": true` to one entry")
      return
    }
    if entry.locale != source {
      faults.report(
        "invalid-value",
        "the default entry leads to `\(entry.locale)`, but the source is `\(source)`",
        at: sourceSpan, locale: entry.locale,
        help: "the default entry shows the source: make both the same locale")
    }
  }

  // MARK: Fallbacks and negotiation

  private mutating func readFallbacks(
    _ value: JSONValue, known: Set<LocaleIdentifier>
  ) -> [LocaleIdentifier: [LocaleIdentifier]] {
    var fallbacks: [LocaleIdentifier: [LocaleIdentifier]] = [:]
    for (locale, key, value) in localeMembers(value, "fallbacks", known: known) {
      var chain: [LocaleIdentifier] = []
      for item in value.list("fallbacks", &faults) {
        guard let next = knownLocale(item, "fallbacks", known: known) else { continue }
        if next == locale || chain.contains(next) {
          faults.report(
            "invalid-value", "`\(next)` stands twice in the chain of `\(locale)`", at: item.span,
            locale: locale, help: "delete it")
          continue
        }
        chain.append(next)
      }
      if fallbacks.updateValue(chain, forKey: locale) != nil {
        faults.report(
          "duplicate-locale", "`\(locale)` has two chains of fallback", at: key, locale: locale,
          help: "keep one of them")
      }
    }
    return fallbacks
  }

  private mutating func readNegotiation(_ value: JSONValue) -> [NegotiationDenial] {
    guard let object = ManifestObject(value, fields: .negotiation, &faults) else { return [] }
    return (object["denials"]?.list("denials", &faults) ?? []).compactMap { readDenial($0) }
  }

  private mutating func readDenial(_ value: JSONValue) -> NegotiationDenial? {
    guard let object = ManifestObject(value, fields: .denial, &faults) else { return nil }
    let from = object.required("from", of: "a denial", &faults)
      .flatMap { $0.locale("from", &faults) }
    let to = object["to"].flatMap { $0.isNull ? nil : $0.locale("to", &faults) }
    let reason = object["reason"].flatMap { $0.text("reason", &faults) }
    return from.map { NegotiationDenial(from: $0, to: to, reason: reason) }
  }

  // MARK: Coverage, severities, suppressions

  private mutating func readCoverage(
    _ value: JSONValue, known: Set<LocaleIdentifier>
  ) -> CoveragePolicy {
    var policy = CoveragePolicy()
    guard let object = ManifestObject(value, fields: .coverage, &faults) else { return policy }
    policy.minimum = object["minimum"].flatMap { $0.percent("minimum", &faults) }
    policy.hideBelow = object["hideBelow"].flatMap { $0.percent("hideBelow", &faults) }
    if let hide = policy.hideBelow, let minimum = policy.minimum, hide > minimum {
      faults.report(
        "invalid-value", "`hideBelow` is above `minimum`",
        at: object["hideBelow"]?.span ?? value.span,
        help: "a language is offered from `minimum` on and dropped below `hideBelow`")
    }
    if let locales = object["locales"] {
      for (locale, _, value) in localeMembers(locales, "locales", known: known) {
        policy.perLocale[locale] = value.percent(locale.tag, &faults)
      }
    }
    if let offered = object["offered"] {
      policy.offered = offered.list("offered", &faults).compactMap {
        knownLocale($0, "offered", known: known)
      }
    }
    let complete = object["requireComplete"]?.list("requireComplete", &faults) ?? []
    policy.requireComplete = complete.compactMap {
      knownLocale($0, "requireComplete", known: known)
    }
    return policy
  }

  private mutating func readSeverity(
    _ value: JSONValue, known: Set<LocaleIdentifier>
  ) -> SeverityOverride? {
    guard let object = ManifestObject(value, fields: .severity, &faults) else { return nil }
    let rule = object.required("rule", of: "a severity", &faults)
    let name = rule.flatMap { $0.text("rule", &faults) }
    let level = object.required("severity", of: "a severity", &faults)
    let levelName = level.flatMap { $0.text("severity", &faults) }
    let locales = (object["locales"]?.list("locales", &faults) ?? []).compactMap {
      knownLocale($0, "locales", known: known)
    }
    let keys = texts(object["keys"], "keys")
    guard let rule, let name, let level, let levelName else { return nil }
    let severity = Severity(rawValue: levelName)
    if severity == nil, levelName != "off" {
      faults.report(
        "invalid-value", "unknown severity `\(levelName)`", at: level.span,
        help: "the severities are `error`, `warning`, `note` and `off`")
      return nil
    }
    return SeverityOverride(
      rule: name, severity: severity, locales: locales, keys: keys,
      span: faults.lines.range(rule.span))
  }

  private mutating func readSuppression(
    _ value: JSONValue, known: Set<LocaleIdentifier>
  ) -> Suppression? {
    guard let object = ManifestObject(value, fields: .suppression, &faults) else { return nil }
    let rule = object.required("rule", of: "a suppression", &faults)
      .flatMap { $0.text("rule", &faults) }
    let reason = object.required("reason", of: "a suppression", &faults)
      .flatMap { $0.text("reason", &faults) }
    let key = object["key"].flatMap { $0.text("key", &faults) }
    let locale = object["locale"].flatMap { knownLocale($0, "locale", known: known) }
    guard let rule, let reason else { return nil }
    return Suppression(
      rule: rule, key: key, locale: locale, reason: reason,
      span: faults.lines.range(value.span))
  }

  private mutating func readLayout(_ value: JSONValue) -> ToldLayout? {
    guard let object = ManifestObject(value, fields: .catalogs, &faults),
      let list = object.required("files", of: "`catalogs`", &faults)
    else { return nil }
    var files: [String] = []
    for item in list.list("files", &faults) {
      guard let path = item.text("files", &faults) else { continue }
      let isInside =
        !path.hasPrefix("/") && !path.split(separator: "/").contains { $0 == ".." || $0 == "." }
      if isInside {
        files.append(path)
      } else {
        faults.report(
          "invalid-value", "`\(path)` is no path below the site's folder", at: item.span,
          help: "write it like `i18n/{locale}.json`")
      }
    }
    if list.kind == .array, list.elements.map(\.self).isEmpty {
      faults.report(
        "invalid-value", "`files` is empty", at: list.span,
        help: "write it like `[\"i18n/{locale}.json\"]`")
    }
    let format = object["format"].flatMap { $0.text("format", &faults) }
    return files.isEmpty ? nil : ToldLayout(files: files, format: format)
  }

  private mutating func readBaseURL(_ value: JSONValue) -> String? {
    guard var text = value.text("baseURL", &faults) else { return nil }
    let host = ["https://", "http://"].first { text.hasPrefix($0) }.map { text.dropFirst($0.count) }
    let isPlain = text.utf8.allSatisfy {
      $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}#?".utf8.contains($0)
    }
    guard let host, !host.isEmpty, host.first != "/", isPlain else {
      faults.report(
        "invalid-value", "`baseURL` is not an absolute address", at: value.span,
        help: "write it like `https://langue.example`, without `?` and `#`")
      return nil
    }
    while text.hasSuffix("/") { text.removeLast() }
    return text
  }

  // MARK: Lists of texts and locales

  private mutating func texts(_ value: JSONValue?, _ name: String) -> [String] {
    (value?.list(name, &faults) ?? []).compactMap { $0.text(name, &faults) }
  }

  /// A locale of the site, or nil after reporting one that the site does not have.
  private mutating func knownLocale(
    _ value: JSONValue, _ name: String, known: Set<LocaleIdentifier>
  ) -> LocaleIdentifier? {
    guard let locale = value.locale(name, &faults) else { return nil }
    guard known.contains(locale) else {
      reportUnknown(locale, name, at: value.span, known: known)
      return nil
    }
    return locale
  }

  /// The members of an object whose names are locales of the site.
  private mutating func localeMembers(
    _ value: JSONValue, _ name: String, known: Set<LocaleIdentifier>
  ) -> [(LocaleIdentifier, key: Range<Int>, JSONValue)] {
    guard value.kind == .object else {
      faults.report(
        "invalid-value", "`\(name)` must be an object, not \(value.kind.name)", at: value.span,
        help: "its fields are the site's locales")
      return []
    }
    return value.members.compactMap { member in
      guard let locale = knownLocale(member.key, name, known: known) else { return nil }
      return (locale, member.key.span, member.value)
    }
  }

  private mutating func reportUnknown(
    _ locale: LocaleIdentifier, _ name: String, at span: Range<Int>,
    known: Set<LocaleIdentifier>
  ) {
    let nearest = NearestName.of(locale.tag, among: known.map(\.tag).sorted())
    faults.report(
      "unknown-locale", "`\(name)` names `\(locale)`, which is no locale of the site", at: span,
      locale: locale, help: nearest.map { "did you mean `\($0)`?" } ?? "add an entry for it first")
  }
}
