import CatalogExchange
import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import StringCatalogs

/// Reads i18next's JSON, version 4: nested keys, `{{name}}`, plurals by suffix.
///
///     {"cart": {"items_zero": "Empty", "items_one": "{{count}} item", "items_other": "…"}}
///
/// `_zero` is taken for 0 in every language, so that it is the exact number, but in languages whose
/// category `zero` it also stands for. Keys with `_ordinal_` select by order. A set of suffixes is a
/// plural only with `_other`: `arrow_one` and `arrow_many` alone are two names.
struct I18nextReader: FormatReader {
  private let context: FormatContext
  private(set) var log: FindingLog
  var catalog: ExchangeCatalog
  private let reader = PlaceholderReader(dialect: I18nextDialect(), notes: PlaceholderNotes())
  private let hasZero: Bool

  /// Whether a JSON file has what only i18next writes: `{{name}}`, `$t(key)`, plurals by suffix.
  static func resembles(_ file: CatalogFile) -> Bool {
    guard let root = (try? JSONDocument(parsing: file.bytes))?.root, root.kind == .object,
      root.member("@metadata") == nil
    else { return false }
    let items = JSONMessages(root).items
    let texts = items.compactMap(\.value.string)
    // In a plural of ICU's, braces meet as well: `other {{n} items}`.
    let isICU = texts.contains { text in
      [", plural,", ", select,", ", selectordinal,", ",plural,", ",select,", ",selectordinal,"]
        .contains { text.contains($0) }
    }
    if isICU { return false }
    let plurals = I18nextPlurals(items)
    return texts.contains { $0.contains("{{") || $0.contains("$t(") }
      || items.contains { plurals.stem(of: $0.key) != nil }
  }

  init(_ file: CatalogFile, _ context: FormatContext) {
    self.context = context
    log = FindingLog(file, context.locale)
    catalog = ExchangeCatalog(context)
    hasZero = context.hasZero()
  }

  mutating func read(_ bytes: [UInt8]) {
    guard let document = log.json() else { return }
    guard log.expectsMessages(in: document.root) else { return }
    catalog.original = bytes
    let messages = JSONMessages(document.root)
    catalog.header = [ExchangeDetail("layout", messages.isNested ? "nested" : "flat")]
    let plurals = I18nextPlurals(messages.items)
    for item in messages.items {
      guard item.value.kind == .string else {
        log.report(
          "invalid-value", "the message `\(item.key)` must be a string, not \(item.value.kind)",
          at: item.value.span, key: item.key)
        continue
      }
      if let stem = plurals.stem(of: item.key) {
        if let forms = plurals.forms(startingWith: item.key, of: stem) { add(stem, forms) }
      } else {
        addText(item)
      }
    }
  }

  private mutating func addText(_ item: JSONMessages.Item) {
    guard let decoded = item.value.decoded, log.admit(item.key, at: item.name.contentSpan) else {
      return
    }
    let text = DecodedText(decoded.text, offsets: decoded.offsets)
    var entry = ExchangeEntry(
      key: item.key, keySpan: item.name.contentSpan,
      translation: reader.message(text, valueSpan: item.value.span))
    entry.origin = EntryOrigin(entry, at: item.value.span)
    catalog.entries.append(entry)
  }

  private mutating func add(_ stem: I18nextPlurals.Stem, _ items: [JSONMessages.Item]) {
    guard let first = items.first, log.admit(stem.key, at: first.name.contentSpan) else { return }
    var forms: [(key: String, text: DecodedText)] = []
    var seen: Set<String> = []
    for item in items {
      guard let decoded = item.value.decoded else { continue }
      let suffix = String(item.key.drop { $0 == " " }.split(separator: "_").last ?? "")
      guard seen.insert(suffix).inserted else {
        log.report(
          "duplicate-key", "the key `\(item.key)` stands twice", at: item.name.contentSpan,
          key: stem.key, help: "keep one of them")
        continue
      }
      let isExactZero = suffix == "zero" && (!hasZero || stem.isOrdinal)
      let key = suffix == "other" ? "*" : isExactZero ? "0" : suffix
      forms.append((key, DecodedText(decoded.text, offsets: decoded.offsets)))
    }
    let span = first.value.span.lowerBound..<(items.last ?? first).value.span.upperBound
    var entry = ExchangeEntry(
      key: stem.key, keySpan: first.name.contentSpan,
      translation: reader.plural(
        forms, variable: "count", function: stem.isOrdinal ? ":number select=ordinal" : ":number",
        valueSpan: span))
    // The keys of the forms, for whoever writes them again.
    entry.details = items.map { ExchangeDetail("form", $0.key) }
    entry.origin = EntryOrigin(entry, at: span)
    catalog.entries.append(entry)
  }
}
