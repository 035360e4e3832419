import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// Reads comma-separated values with a line of names: `key`, `source`, `translation`, `state`,
/// `description`, `max length`, `fingerprint`, `exported`. Messages are MessageFormat 2.
///
/// What separates the cells is what makes the first line name a key and a translation; a line `sep=;` in
/// front of it, which Excel understands, is passed over.
struct CSVReader: FormatReader {
  private(set) var log: FindingLog
  var catalog: ExchangeCatalog
  private let bytes: [UInt8]
  private var columns: [String: Int] = [:]

  init(_ file: CatalogFile, _ context: FormatContext) {
    catalog = ExchangeCatalog(context)
    (bytes, log) = catalog.decode(file)
  }

  mutating func read(_ file: [UInt8]) {
    guard log.findings.isEmpty else { return }
    let separator =
      CSVFields.separators.first { separator in
        let names = CSVFields(bytes, separator: separator, lines: 2).rows.map { $0.map(\.name) }
        return names.contains { $0.contains("key") && $0.contains("translation") }
      } ?? ","
    let fields = CSVFields(bytes, separator: separator)
    if let unclosed = fields.unclosed {
      return log.report(
        "invalid-csv", "a quotation that never ends", at: unclosed..<unclosed + 1)
    }
    var rows = fields.rows[...]
    if let first = rows.first?.first, first.name.hasPrefix("sep=") { rows.removeFirst() }
    guard let names = rows.popFirst() else { return }
    for (index, field) in names.enumerated() { columns[field.name, default: index] = index }
    catalog.original = file
    catalog.header += names.map { ExchangeDetail("column", $0.text.text) }
    catalog.header.append(ExchangeDetail("separator", String(separator)))
    guard columns["key"] != nil, columns["translation"] != nil else {
      return log.report(
        "invalid-csv", "the first line must name the columns `key` and `translation`",
        at: 0..<(names.last?.span.upperBound ?? 0),
        help: "between commas, semicolons or tabs, as `langue export --format csv` writes it")
    }
    // Spreadsheets write rows that somebody has been in.
    for row in rows where !row.allSatisfy(\.text.text.isEmpty) { add(row) }
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

extension CSVFields.Field {
  /// As the name of a column.
  fileprivate var name: String { text.text.trimmed.lowercased() }
}
