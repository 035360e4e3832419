import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// Writes Apple's `.strings`.
enum StringsWriter {
  static func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    var log = WritingLog("strings", context.locale)
    var lines: [String] = []
    for entry in catalog.entries {
      guard let translation = entry.translation else { continue }
      guard let message = translation.message else {
        log.take(translation.parsed.diagnostics, of: entry.key)
        continue
      }
      guard case .pattern(let pattern) = DeclarationResolver.resolved(message) else {
        log.leaveOut(
          entry.key, "it has plural forms or other variants", help: "use `xcstrings`")
        continue
      }
      var writer = PlaceholderWriter(PrintfDialect(flavor: .apple))
      let text = writer.text(of: pattern.pattern)
      var comments = writer.notes.lines
      if let description = entry.metadata.description { comments.insert(description, at: 0) }
      if !comments.isEmpty {
        let comment = comments.joined(separator: "\n").replacing("*/", with: "* /")
        lines.append((lines.isEmpty ? "" : "\n") + "/* \(comment) */")
      }
      lines.append("\"\(escaped(entry.key))\" = \"\(escaped(text))\";")
    }
    if let comment = catalog.headerValue("last-comment") {
      lines.append("/* \(comment.replacing("*/", with: "* /")) */")
    }
    log.reportLost(catalog.entries, carries: [.description])
    let text = lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
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
