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
    guard let encoding = catalog.headerValue("encoding").flatMap({ UTF16Encoding(rawValue: $0) })
    else { return writer.write(catalog, context) }
    var text = catalog
    text.original = catalog.original.map { encoding.decoded($0).bytes }
    var output = writer.write(text, context)
    // A new file has no mark yet.
    let mark = [UInt8]("\u{FEFF}".utf8)
    output.bytes = encoding.encoded(
      output.bytes.starts(with: mark) ? output.bytes : mark + output.bytes)
    return output
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
