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
    func lines(of entry: ExchangeEntry) -> [String]? {
      guard let translation = entry.translation else { return nil }
      guard let message = translation.message else {
        log.take(translation.parsed.diagnostics, of: entry.key)
        return nil
      }
      guard case .pattern(let pattern) = DeclarationResolver.resolved(message) else {
        log.leaveOut(
          entry.key, "it has plural forms or other variants",
          help: "the JDK's `choice` knows no plural rules; use `icu-json` with ICU4J")
        return nil
      }
      var writer = PlaceholderWriter(dialect(of: pattern.pattern))
      let text = writer.text(of: pattern.pattern)
      let description = entry.metadata.description?
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let comments = (description ?? []) + writer.notes.lines
      let key = escaped(entry.key, isKey: true, isUTF8: isUTF8)
      return comments.map { "# " + escaped($0, isKey: false, isUTF8: isUTF8, isComment: true) }
        + ["\(key)=\(escaped(text, isKey: false, isUTF8: isUTF8))"]
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
      all += comment.split(separator: "\n").map { "# " + $0 }
    }
    log.reportLost(catalog.entries, carries: [.description])
    let text = all.isEmpty ? "" : all.joined(separator: "\n") + "\n"
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
