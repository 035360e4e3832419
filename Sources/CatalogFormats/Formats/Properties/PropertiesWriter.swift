import CatalogExchange
import MessageSyntax

/// Writes Java's property files: in UTF-8 what was read so, else in ASCII with escapes, which every
/// version of Java reads.
enum PropertiesWriter {
  static func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    let isUTF8 = catalog.headerValue("encoding") == "utf-8"
    return SingleTextWriter(
      format: "properties",
      help: "the JDK's `choice` knows no plural rules; use `icu-json` with ICU4J",
      dialect: { dialect(of: $0) },
      comment: { lines in lines.map { "# " + comment($0) } },
      line: { key, text in
        "\(escaped(key, isKey: true, isUTF8: isUTF8))=\(escaped(text, isKey: false, isUTF8: isUTF8))"
      }
    ).write(catalog, context)
  }

  /// Names stay names where all placeholders had them.
  private static func dialect(of pattern: Pattern) -> JavaDialect {
    let placeholders = pattern.elements.filter { !$0.isText }
    let isNamed = placeholders.allSatisfy { element in
      guard let writing = element.sourceWriting else { return false }
      return writing.hasPrefix("{") && !JavaDialect.of(writing).isNumbered
    }
    return JavaDialect(isNumbered: !isNamed)
  }

  /// A line of a comment, in which a backslash is one; any byte beyond ASCII may stand there.
  private static func comment(_ line: String) -> String {
    line.replacing("\r", with: "\\r").replacing("\t", with: "\\t")
      .replacing("\u{C}", with: "\\f")
  }

  static func escaped(_ text: String, isKey: Bool, isUTF8: Bool) -> String {
    var result = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{C}": result += "\\f"
      case "=" where isKey, ":" where isKey: result += "\\" + String(scalar)
      case " " where isKey || index == 0: result += "\\ "
      case "#" where index == 0 && isKey, "!" where index == 0 && isKey:
        result += "\\" + String(scalar)
      case _ where scalar.isASCII && scalar.value >= 0x20: result.unicodeScalars.append(scalar)
      case _ where isUTF8: result.unicodeScalars.append(scalar)
      default:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16, uppercase: true)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    return result
  }
}
