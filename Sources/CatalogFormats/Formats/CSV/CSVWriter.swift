import CatalogExchange
import MessageSyntax
import StringCatalogs

/// Writes comma-separated values for spreadsheets: with a byte order mark, which Excel needs to see
/// UTF-8, and with a guard in front of what it would take for a formula.
enum CSVWriter {
  static func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    var text =
      "\u{FEFF}key,source,translation,state,description,max length,fingerprint,exported\r\n"
    for entry in catalog.entries {
      let metadata = entry.metadata
      let fields: [String] = [
        entry.key, source(of: entry.source), source(of: entry.translation),
        metadata.state?.rawValue ?? "", metadata.description ?? "",
        metadata.maxLength.map { String($0) } ?? "", metadata.source ?? "",
        entry.exported ?? "",
      ]
      text += fields.map { quoted(FormulaGuard.guarded($0)) }.joined(separator: ",") + "\r\n"
    }
    return FormatOutput(bytes: Array(text.utf8))
  }

  private static func source(of message: ExchangeMessage?) -> String {
    guard let message else { return "" }
    if message.syntax == .icu, let model = message.message { return MessageFormat2.print(model) }
    return message.text
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains { "\",\n\r".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
