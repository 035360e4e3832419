import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// Writes Java's property files: in UTF-8 what was read so, else in ASCII with escapes, which every
/// version of Java reads.
enum PropertiesWriter {
  static func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    var log = WritingLog("properties", context.locale)
    let isUTF8 = catalog.headerValue("encoding") == "utf-8"
    var lines: [String] = []
    for entry in catalog.entries {
      guard let translation = entry.translation else { continue }
      guard let message = translation.message else {
        log.take(translation.parsed.diagnostics, of: entry.key)
        continue
      }
      let resolved = DeclarationResolver.resolved(message)
      guard case .pattern(let pattern) = resolved else {
        log.leaveOut(
          entry.key, "it has plural forms or other variants",
          help: "the JDK's `choice` knows no plural rules; use `icu-json` with ICU4J")
        continue
      }
      var writer = PlaceholderWriter(dialect(of: pattern.pattern))
      let text = writer.text(of: pattern.pattern)
      var comments = writer.notes.lines
      if let description = entry.metadata.description {
        comments.insert(
          contentsOf: description.split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init), at: 0)
      }
      if !comments.isEmpty, !lines.isEmpty { lines.append("") }
      lines += comments.map { "# " + escaped($0, isKey: false, isUTF8: isUTF8, isComment: true) }
      let key = escaped(entry.key, isKey: true, isUTF8: isUTF8)
      lines.append("\(key)=\(escaped(text, isKey: false, isUTF8: isUTF8))")
    }
    if let comment = catalog.headerValue("last-comment") {
      lines += comment.split(separator: "\n").map { "# " + $0 }
    }
    log.reportLost(catalog.entries, carries: [.description])
    let text = lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
    return FormatOutput(bytes: Array(text.utf8), findings: log.findings)
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

  static func escaped(
    _ text: String, isKey: Bool, isUTF8: Bool, isComment: Bool = false
  ) -> String {
    var result = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "\\": result += isComment ? "\\" : "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{C}": result += "\\f"
      case "=" where isKey, ":" where isKey: result += "\\" + String(scalar)
      case " " where isKey || (index == 0 && !isComment): result += "\\ "
      case "#" where index == 0 && isKey, "!" where index == 0 && isKey:
        result += "\\" + String(scalar)
      case _ where scalar.isASCII && scalar.value >= 0x20: result.unicodeScalars.append(scalar)
      case _ where isUTF8 || isComment: result.unicodeScalars.append(scalar)
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
