import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import StringCatalogs

/// Reads Apple's String Catalogs, one language of all that a file holds.
///
/// A key without a text in the source language is its own text. Plural variations become variants;
/// variations by device become variants on `$device`; each substitution is a choice by its number.
/// Variations in each other are kept as they stand, with a warning, and not read.
struct XCStringsReader: FormatReader {
  private let context: FormatContext
  private(set) var log: FindingLog
  var catalog: ExchangeCatalog
  /// Whether the language that is read has a category `zero`; where not, Apple means the number 0.
  private var hasZero = false
  private var sourceHasZero = false

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

  init(_ file: CatalogFile, _ context: FormatContext) {
    self.context = context
    log = FindingLog(file, context.locale)
    catalog = ExchangeCatalog(context)
  }

  mutating func read(_ bytes: [UInt8]) {
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
    sourceHasZero = context.hasZero(in: catalog.sourceLocale)
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
    let names = Self.argumentNames(
      in: member.value, [catalog.sourceLocale, context.locale])
    let reader = PlaceholderReader(
      dialect: names.isEmpty
        ? PrintfDialect(flavor: .apple) : StringsDictDialect(names: names, own: nil),
      notes: notes)
    var states: [String] = []
    if let own = Self.localization(catalog.sourceLocale, of: member.value) {
      // What is `zero` depends on the language.
      hasZero = sourceHasZero
      entry.source = message(own, entry.key, reader, names, &states)
    } else {
      let text = DecodedText(key.text, offsets: key.offsets)
      entry.source = reader.message(text, valueSpan: member.key.span)
    }
    states = []
    hasZero = context.hasZero()
    if let own = Self.localization(context.locale, of: member.value) {
      entry.translation = message(own, entry.key, reader, names, &states)
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

  private static func localization(_ locale: LocaleIdentifier, of value: JSONValue) -> JSONValue? {
    guard let all = value.member("localizations") else { return nil }
    return all.members.first { $0.key.string.flatMap { LocaleIdentifier($0) } == locale }?.value
  }

  /// The names of the arguments that substitutions stand for, by their positions. A number that has
  /// different names in two languages has the first one's.
  static func argumentNames(
    in string: JSONValue, _ locales: [LocaleIdentifier]
  ) -> [Int: String] {
    var names: [Int: String] = [:]
    for locale in locales {
      guard let own = localization(locale, of: string)?.member("substitutions") else { continue }
      for (index, member) in own.members.enumerated() {
        let position = position(member.value, index)
        guard names[position] == nil, let name = member.key.string,
          !names.values.contains(name), MessageFormat2.parse("{$\(name)}").isValid
        else { continue }
        names[position] = name
      }
    }
    return names
  }

  private static func position(_ substitution: JSONValue, _ index: Int) -> Int {
    substitution.member("argNum")?.integer.flatMap { (1...99).contains($0) ? $0 : nil } ?? index + 1
  }

  private mutating func message(
    _ value: JSONValue, _ key: String, _ reader: PlaceholderReader, _ names: [Int: String],
    _ states: inout [String]
  ) -> ExchangeMessage? {
    let unit = unit(value, &states)
    if let substitutions = value.member("substitutions") {
      guard let unit else { return refuse(value, key) }
      return message(
        unit.text, with: substitutions, value, key, reader.notes, names, &states)
    }
    if let unit { return reader.message(unit.text, valueSpan: unit.span) }
    guard let variations = value.member("variations") else { return nil }
    let isPlural = variations.member("plural") != nil
    guard let group = variations.member("plural") ?? variations.member("device") else { return nil }
    guard let forms = forms(group, isPlural: isPlural, &states) else {
      return refuse(group, key)
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

  private mutating func refuse(_ value: JSONValue, _ key: String) -> ExchangeMessage? {
    log.report(
      "not-carried", "variations in each other are kept as they stand, but not read",
      at: value.span, severity: .warning, key: key)
    return nil
  }

  /// The texts of a group of variations; nil where one is not a text.
  private func forms(
    _ group: JSONValue, isPlural: Bool, _ states: inout [String]
  ) -> [(key: String, text: DecodedText)]? {
    var forms: [(key: String, text: DecodedText)] = []
    for member in group.members {
      guard let name = member.key.string, let unit = unit(member.value, &states) else {
        return nil
      }
      switch name {
      case "other": forms.append(("*", unit.text))
      case "zero" where isPlural && !hasZero: forms.append(("0", unit.text))
      default:
        let isKnown = !isPlural || PluralCategory(rawValue: name) != nil
        if isKnown { forms.append((name, unit.text)) }
      }
    }
    return forms
  }

  /// A text with numbers that each change a part of it.
  private mutating func message(
    _ format: DecodedText, with substitutions: JSONValue, _ value: JSONValue, _ key: String,
    _ notes: PlaceholderNotes, _ names: [Int: String], _ states: inout [String]
  ) -> ExchangeMessage? {
    var string = VaryingString(
      format: format, variables: [:], names: names, ownWriting: XCStringsWriter.ownWriting)
    for (index, member) in substitutions.members.enumerated() {
      guard let name = member.key.string else { continue }
      guard let group = member.value.member("variations")?.member("plural") else {
        return refuse(member.value, key)
      }
      let position = Self.position(member.value, index)
      let specifier = member.value.member("formatSpecifier")?.string ?? ""
      var variable = VaryingString.Variable(
        argument: names[position] ?? "arg\(position)",
        isDecimal: specifier.contains { "fFgGeE".contains($0) }, forms: [], place: member.key.span)
      for form in group.members {
        guard let name = form.key.string, let unit = unit(form.value, &states) else {
          return refuse(form.value, key)
        }
        if let category = PluralCategory(rawValue: name) {
          variable.forms.append((category, unit.text))
        }
      }
      string.variables[name] = variable
    }
    var texts = VaryingTexts(string, hasZero: hasZero, notes: notes)
    let message = texts.message(valueSpan: value.span)
    for fault in texts.faults {
      log.report(fault.code, fault.message, at: fault.span, key: key)
    }
    if message == nil, texts.faults.isEmpty {
      log.report(
        "too-many-variants", "its choices have \(ChoiceTree.maximumVariants) variants or more",
        at: value.span, key: key)
    }
    return message
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
