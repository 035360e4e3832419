import CatalogExchange
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// Reads JSON with messages of ICU MessageFormat, flat or nested, as FormatJS has it.
///
///     {"cart.items": "{count, plural, one {# item} other {# items}}"}
///     {"greeting": {"defaultMessage": "Hello {name}", "description": "Above the menu"}}
struct ICUJSONReader: FormatReader {
  private(set) var log: FindingLog
  var catalog: ExchangeCatalog

  init(_ file: CatalogFile, _ context: FormatContext) {
    log = FindingLog(file, context.locale)
    catalog = ExchangeCatalog(context)
  }

  mutating func read(_ bytes: [UInt8]) {
    guard let document = log.json() else { return }
    catalog.original = bytes
    guard log.expectsMessages(in: document.root) else { return }
    let messages = JSONMessages(document.root) { $0.member("defaultMessage")?.kind == .string }
    var isExtracted = false
    for item in messages.items where !item.key.isEmpty {
      var metadata = EntryMetadata()
      var value = item.value
      if value.kind == .object, let text = value.member("defaultMessage") {
        metadata.description = value.member("description")?.string
        value = text
        isExtracted = true
      }
      add(item, value, metadata)
    }
    let layout = isExtracted ? "described" : messages.isNested ? "nested" : "flat"
    catalog.header = [ExchangeDetail("layout", layout)]
  }

  private mutating func add(
    _ item: JSONMessages.Item, _ value: JSONValue, _ metadata: EntryMetadata
  ) {
    guard let decoded = value.decoded else {
      return log.report(
        "invalid-value", "the message `\(item.key)` must be a string, not \(value.kind)",
        at: value.span, key: item.key)
    }
    guard log.admit(item.key, at: item.name.contentSpan) else { return }
    let parsed = ICUText.parse(decoded.text, dialect: .formatJS)
    var entry = ExchangeEntry(
      key: item.key, keySpan: item.name.contentSpan,
      translation: ExchangeMessage(
        text: decoded.text, syntax: .icu, parsed: parsed, valueSpan: value.span,
        offsets: decoded.offsets),
      metadata: metadata)
    entry.origin = EntryOrigin(entry, at: item.value.span)
    catalog.entries.append(entry)
  }
}
