import CatalogExchange
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

extension RuntimeExport {
  /// `messages_<locale>.properties` for Java's `ResourceBundle`, the source as `messages.properties` too.
  ///
  /// Every value is a pattern of `java.text.MessageFormat`, also one without arguments; these are
  /// numbered in the order of the source's message.
  static let javaBundles = RuntimeExport(
    name: "java", title: "property files for Java's ResourceBundle"
  ) { texts in
    var log = WritingLog("java", texts.locale)
    var lines: [String] = []
    for entry in texts.exchangedWithLentTexts.entries {
      guard let message = entry.translation?.message else { continue }
      guard case .pattern(let pattern) = message else {
        log.leaveOut(
          entry.key, "it has plural forms or other variants",
          help: "Java's `choice` knows no plural rules; export `res` for ICU4J")
        continue
      }
      let writer = NumberedPattern(
        places: ArgumentPlaces(entry), escape: escaped, placeholder: placeholder)
      do throws(NotWritten) {
        let text = try writer.text(of: pattern.pattern, in: message)
        if let name = message.externalVariables.flatMap(\.functionNames).first(where: isInexact) {
          log.change(entry.key, "Java does not know `:\(name)`; hand the formatted text over")
        }
        lines.append(
          PropertiesWriter.escaped(entry.key, isKey: true, isUTF8: false) + "="
            + PropertiesWriter.escaped(text, isKey: false, isUTF8: false))
      } catch {
        log.leaveOut(entry.key, error.reason)
      }
    }
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    var files = ["messages_\(javaName(of: texts.locale)).properties": bytes]
    if texts.locale == texts.source.locale { files["messages.properties"] = bytes }
    return ExportedTexts(files: files, findings: log.findings)
  }

  /// `zh_Hant_TW`, as `ResourceBundle.Control.toBundleName` writes it.
  static func javaName(of locale: LocaleIdentifier) -> String {
    locale.base.tag.replacing("-", with: "_")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("'", with: "''").replacing("{", with: "'{'").replacing("}", with: "'}'")
  }

  private static func placeholder(_ place: Int, _ function: FunctionReference?) -> String? {
    func option(_ name: String) -> String? {
      function?.options.first { $0.name == name }.flatMap { option in
        if case .literal(let literal) = option.value { literal.value } else { nil }
      }
    }
    switch function?.name {
    case "number": return "{\(place),number}"
    case "integer":
      return option("useGrouping") == "never"
        ? "{\(place),number,0}" : "{\(place),number,integer}"
    case "percent": return "{\(place),number,percent}"
    case "date": return "{\(place),date,\(option("length") ?? "medium")}"
    case "time": return "{\(place),time,short}"
    default: return "{\(place)}"
    }
  }

  private static func isInexact(_ function: String) -> Bool {
    !["number", "integer", "percent", "date", "time", "string"].contains(function)
  }
}
