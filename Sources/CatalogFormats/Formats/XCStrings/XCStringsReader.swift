import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import StringCatalogs

/// Reads Apple's String Catalogs, one language of all that a file holds.
///
/// A key without a text in the source language is its own text. Plural variations become variants;
/// variations by device become variants on `$device`. Substitutions are kept as they stand, with a
/// warning, and not read.
struct XCStringsReader {
  private let context: FormatContext
  private var log: FindingLog
  private var catalog: ExchangeCatalog

  static func read(_ file: CatalogFile, _ context: FormatContext) -> ExchangeCatalog {
    var reader = XCStringsReader(file, context)
    reader.read(file.bytes)
    reader.catalog.findings = reader.log.findings
    return reader.catalog
  }

  /// The source, and every language that some string has a text in.
  static func languages(_ file: CatalogFile) -> FileLanguages? {
    guard let root = (try? JSONDocument(parsing: file.bytes))?.root,
      let strings = root.member("strings")
    else { return nil }
    let source = root.member("sourceLanguage")?.string.flatMap { LocaleIdentifier($0) }
    var locales: Set<LocaleIdentifier> = []
    for string in strings.members {
      for member in string.value.member("localizations").map({ Array($0.members) }) ?? [] {
        if let locale = member.key.string.flatMap({ LocaleIdentifier($0) }) {
          locales.insert(locale)
        }
      }
    }
    if let source { locales.insert(source) }
    return FileLanguages(source: source, locales: locales.sorted())
  }

  private init(_ file: CatalogFile, _ context: FormatContext) {
    self.context = context
    log = FindingLog(file, context.locale)
    catalog = ExchangeCatalog(locale: context.locale, sourceLocale: context.source)
  }

  private mutating func read(_ bytes: [UInt8]) {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: bytes)
    } catch {
      return log.report(error)
    }
    guard let strings = document.root.member("strings"), strings.kind == .object else {
      return log.report(
        "invalid-catalog", "expected an object with `strings`", at: document.root.span)
    }
    catalog.header = [ExchangeDetail("document", String(decoding: bytes, as: UTF8.self))]
    if let name = document.root.member("sourceLanguage")?.string,
      let locale = LocaleIdentifier(name)
    {
      catalog.sourceLocale = locale
    }
    for member in strings.members { add(member) }
  }

  private mutating func add(_ member: JSONValue.Member) {
    guard let key = member.key.decoded else { return }
    let place = member.key.contentSpan
    guard log.admit(key.text, at: place) else { return }
    var entry = ExchangeEntry(key: key.text, keySpan: place)
    var lines = (member.value.member("comment")?.string ?? "")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let notes = PlaceholderNotes(takenFrom: &lines)
    let description = lines.joined(separator: "\n")
    if !description.isEmpty { entry.metadata.description = description }
    let reader = PlaceholderReader(dialect: PrintfDialect(flavor: .apple), notes: notes)
    var states: [String] = []
    if let own = localization(catalog.sourceLocale, of: member.value) {
      entry.source = message(own, entry.key, reader, &states)
    } else {
      let text = DecodedText(key.text, offsets: key.offsets)
      entry.source = reader.message(text, valueSpan: member.key.span)
    }
    states = []
    if let own = localization(context.locale, of: member.value) {
      entry.translation = message(own, entry.key, reader, &states)
    } else if context.locale == catalog.sourceLocale {
      entry.translation = entry.source
    }
    if let state = states.first(where: { $0 != "translated" }) ?? states.first {
      entry.metadata.state = state == "translated" ? .translated : .initial
      entry.details.append(ExchangeDetail("state", state))
    }
    if let meaning = entry.translation?.message {
      entry.details.append(ExchangeDetail("meaning", Fingerprint(of: meaning).hexadecimal))
    }
    catalog.entries.append(entry)
  }

  private func localization(_ locale: LocaleIdentifier, of value: JSONValue) -> JSONValue? {
    guard let all = value.member("localizations") else { return nil }
    return all.members.first { $0.key.string.flatMap { LocaleIdentifier($0) } == locale }?.value
  }

  private mutating func message(
    _ value: JSONValue, _ key: String, _ reader: PlaceholderReader, _ states: inout [String]
  ) -> ExchangeMessage? {
    if value.member("substitutions") != nil {
      log.report(
        "not-carried", "substitutions are kept as they stand, but not read", at: value.span,
        severity: .warning, key: key)
      return nil
    }
    if let unit = unit(value, &states) {
      return reader.message(unit.text, valueSpan: unit.span)
    }
    guard let variations = value.member("variations") else { return nil }
    let isPlural = variations.member("plural") != nil
    guard let group = variations.member("plural") ?? variations.member("device") else { return nil }
    var forms: [(key: String, text: DecodedText)] = []
    for member in group.members {
      guard let name = member.key.string, let unit = unit(member.value, &states) else {
        log.report(
          "not-carried", "variations in each other are kept as they stand, but not read",
          at: member.value.span, severity: .warning, key: key)
        return nil
      }
      let isKnown = isPlural ? PluralCategory(rawValue: name) != nil : true
      if isKnown { forms.append((name == "other" ? "*" : name, unit.text)) }
    }
    guard forms.contains(where: { $0.key == "*" }) else {
      log.report(
        "missing-fallback-variant", "the variations have no `other`", at: group.span, key: key)
      return nil
    }
    let number = reader.shownNumber(in: forms.map(\.text)) ?? "n"
    return reader.plural(
      forms, variable: isPlural ? number : "device", function: isPlural ? ":number" : ":string",
      valueSpan: value.span)
  }

  private func unit(
    _ value: JSONValue, _ states: inout [String]
  ) -> (text: DecodedText, span: Range<Int>)? {
    guard let unit = value.member("stringUnit"), let text = unit.member("value"),
      let decoded = text.decoded
    else { return nil }
    states.append(unit.member("state")?.string ?? "translated")
    return (DecodedText(decoded.text, offsets: decoded.offsets), text.span)
  }
}
