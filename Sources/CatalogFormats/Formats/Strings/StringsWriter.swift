import CatalogExchange
import MessageSyntax

/// Writes Apple's `.strings`: in UTF-16 what was read so, else in UTF-8.
enum StringsWriter {
  static func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    let writer = SingleTextWriter(
      format: "strings", help: "use `xcstrings`",
      dialect: { _ in PrintfDialect(flavor: .apple) },
      comment: { lines in
        ["/* \(lines.joined(separator: "\n").replacing("*/", with: "* /")) */"]
      },
      line: { key, text in "\"\(escaped(key))\" = \"\(escaped(text))\";" })
    return catalog.written { writer.write($0, context) }
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
