import CatalogExchange
import MessageSyntax
import StringCatalogs

/// Writes comma-separated values for spreadsheets: with a byte order mark, which Excel needs to see
/// UTF-8, and with a guard in front of what it would take for a formula.
enum CSVWriter {
  private static let columns = [
    "key", "source", "translation", "state", "description", "max length", "fingerprint", "exported",
  ]

  static func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    if catalog.original != nil { return catalog.written(update) }
    var text = "\u{FEFF}" + columns.joined(separator: ",") + "\r\n"
    for entry in catalog.entries { text += row(of: entry, columns) + "\r\n" }
    return FormatOutput(bytes: Array(text.utf8))
  }

  /// The file that was read, with the rows of changed messages written anew.
  private static func update(_ catalog: ExchangeCatalog) -> FormatOutput {
    guard let original = OriginalFile(catalog), let bytes = catalog.original else {
      return FormatOutput(bytes: [])
    }
    let columns = catalog.header.filter { $0.name == "column" }.map {
      $0.value.trimmed.lowercased()
    }
    let separator = catalog.headerValue("separator")?.first ?? ","
    return FormatOutput(
      bytes: original.bytes(separator: "") { entry in
        let old = entry.origin.map { Array(bytes[$0.span]) } ?? []
        return row(of: entry, columns, separator, instead: old)
      })
  }

  /// An entry's cells in the order of the columns.
  ///
  /// - Parameter old: The row as it stands, whose cells in columns of other tools are kept.
  private static func row(
    of entry: ExchangeEntry, _ columns: [String], _ separator: Character = ",",
    instead old: [UInt8] = []
  ) -> String {
    let metadata = entry.metadata
    let cells: [String: String] = [
      "key": entry.key, "source": source(of: entry.source),
      "translation": source(of: entry.translation), "state": metadata.state?.rawValue ?? "",
      "description": metadata.description ?? "",
      "max length": metadata.maxLength.map { String($0) } ?? "",
      "fingerprint": metadata.source ?? "", "exported": entry.exported ?? "",
    ]
    let kept = CSVFields(old, separator: separator).rows.first ?? []
    return columns.enumerated().map { index, name in
      if let cell = cells[name] { return CSVField.text(cell) }
      guard kept.indices.contains(index) else { return "" }
      return String(decoding: old[kept[index].span], as: UTF8.self)
    }.joined(separator: String(separator))
  }

  private static func source(of message: ExchangeMessage?) -> String {
    guard let message else { return "" }
    if message.syntax == .icu, let model = message.message { return MessageFormat2.print(model) }
    return message.text
  }
}
