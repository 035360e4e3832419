import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// Writes Apple's `.strings`.
enum StringsWriter {
  static func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    var log = WritingLog("strings", context.locale)
    func lines(of entry: ExchangeEntry) -> [String]? {
      guard let translation = entry.translation else { return nil }
      guard let message = translation.message else {
        log.take(translation.parsed.diagnostics, of: entry.key)
        return nil
      }
      guard case .pattern(let pattern) = DeclarationResolver.resolved(message) else {
        log.leaveOut(
          entry.key, "it has plural forms or other variants", help: "use `xcstrings`")
        return nil
      }
      var writer = PlaceholderWriter(PrintfDialect(flavor: .apple))
      let text = writer.text(of: pattern.pattern)
      let comments = [entry.metadata.description].compactMap { $0 } + writer.notes.lines
      let comment = comments.joined(separator: "\n").replacing("*/", with: "* /")
      return (comments.isEmpty ? [] : ["/* \(comment) */"])
        + ["\"\(escaped(entry.key))\" = \"\(escaped(text))\";"]
    }
    if let original = OriginalFile(catalog) {
      let bytes = original.bytes(separator: "") { lines(of: $0)?.joined(separator: "\n") }
      return FormatOutput(bytes: bytes, findings: log.findings)
    }
    var all: [String] = []
    for entry in catalog.entries {
      guard let own = lines(of: entry) else { continue }
      if own.count > 1, !all.isEmpty { all.append("") }
      all += own
    }
    if let comment = catalog.headerValue("last-comment") {
      all.append("/* \(comment.replacing("*/", with: "* /")) */")
    }
    log.reportLost(catalog.entries, carries: [.description])
    let text = all.isEmpty ? "" : all.joined(separator: "\n") + "\n"
    return FormatOutput(bytes: Array(text.utf8), findings: log.findings)
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
