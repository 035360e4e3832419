import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// Reads comma-separated values with a line of names: `key`, `source`, `translation`, `state`,
/// `description`, `max length`, `fingerprint`, `exported`. Messages are MessageFormat 2.
struct CSVReader: FormatReader {
  private(set) var log: FindingLog
  var catalog: ExchangeCatalog
  private var columns: [String: Int] = [:]

  init(_ file: CatalogFile, _ context: FormatContext) {
    log = FindingLog(file, context.locale)
    catalog = ExchangeCatalog(context)
  }

  mutating func read(_ bytes: [UInt8]) {
    if let fault = Encoding.fault(of: bytes) { return log.report(fault) }
    let fields = CSVFields(bytes)
    if let unclosed = fields.unclosed {
      return log.report(
        "invalid-csv", "a quotation that never ends", at: unclosed..<unclosed + 1)
    }
    guard let names = fields.rows.first else { return }
    for (index, field) in names.enumerated() {
      columns[field.text.text.lowercased(), default: index] = index
    }
    catalog.original = bytes
    catalog.header = names.map { ExchangeDetail("column", $0.text.text) }
    guard columns["key"] != nil, columns["translation"] != nil else {
      return log.report(
        "invalid-csv", "the first line must name the columns `key` and `translation`",
        at: 0..<(names.last?.span.upperBound ?? 0))
    }
    for row in fields.rows.dropFirst() where !(row.count == 1 && row[0].span.isEmpty) { add(row) }
  }

  private mutating func add(_ row: [CSVFields.Field]) {
    guard let key = field("key", row), !key.text.text.isEmpty else {
      let start = row.first?.span.lowerBound ?? 0
      return log.report("invalid-csv", "a line without a key", at: start..<start)
    }
    guard log.admit(text(key), at: key.span) else { return }
    var entry = ExchangeEntry(key: text(key), keySpan: key.span)
    entry.source = field("source", row).flatMap { message($0) }
    entry.translation = field("translation", row).flatMap { message($0) }
    entry.metadata.description = field("description", row).flatMap { nonEmpty($0) }
    entry.metadata.maxLength = field("max length", row).flatMap { Int(text($0)) }
    entry.metadata.source = field("fingerprint", row).flatMap { nonEmpty($0) }
    entry.exported = field("exported", row).flatMap { nonEmpty($0) }
    if let state = field("state", row).flatMap({ nonEmpty($0) }) {
      entry.metadata.state = TranslationState(rawValue: state)
      if entry.metadata.state == nil, let place = field("state", row) {
        log.report(
          "invalid-value", "unknown state `\(state.prefix(32))`", at: place.span,
          severity: .warning, key: entry.key,
          help: "the states are `initial`, `translated`, `reviewed` and `final`")
      }
    }
    let span = (row.first?.span.lowerBound ?? 0)..<(row.last?.span.upperBound ?? 0)
    entry.origin = EntryOrigin(entry, at: span)
    catalog.entries.append(entry)
  }

  private func field(_ name: String, _ row: [CSVFields.Field]) -> CSVFields.Field? {
    guard let index = columns[name], index < row.count else { return nil }
    return row[index]
  }

  private func text(_ field: CSVFields.Field) -> String {
    String(field.text.text.dropFirst(CSVField.guardLength(in: field.text.text)))
  }

  private func nonEmpty(_ field: CSVFields.Field) -> String? {
    let text = text(field)
    return text.isEmpty ? nil : text
  }

  private func message(_ field: CSVFields.Field) -> ExchangeMessage? {
    guard let text = nonEmpty(field) else { return nil }
    let guardLength = CSVField.guardLength(in: field.text.text)
    var offsets = field.text.offsets
    if guardLength > 0 {
      // The guard is one byte; what follows is as it was, byte for byte.
      offsets = OffsetMap(start: field.text.offsets.fileOffset(of: guardLength))
      for place in 1..<max(2, text.utf8.count + 1) {
        let file = field.text.offsets.fileOffset(of: place + guardLength)
        if file != offsets.fileOffset(of: place) { offsets.append(text: place, file: file) }
      }
    }
    return ExchangeMessage(
      text: text, syntax: .messageFormat2, parsed: MessageFormat2.parse(text),
      valueSpan: field.span, offsets: offsets)
  }
}
