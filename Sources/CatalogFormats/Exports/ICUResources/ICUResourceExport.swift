import CatalogExchange
import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import StringCatalogs

extension RuntimeExport {
  /// `<locale>.txt`, the text form of ICU's resource bundles; the source is `root.txt` too.
  ///
  /// `genrb -d OUT *.txt` makes `.res` files of them, which `ures_open` and ICU4J load. Messages are ICU
  /// MessageFormat. They stand in the bundle itself: of a table within, `ures_getStringByKey` would not
  /// look for a key in the parents.
  static let icuResources = RuntimeExport(
    name: "res", title: "ICU resource bundles as text for genrb"
  ) { texts in
    var log = WritingLog("res", texts.locale)
    var messages = ""
    for entry in texts.exchangedWithLentTexts.entries {
      guard let translation = entry.translation else { continue }
      guard isKey(entry.key) else {
        log.leaveOut(entry.key, "keys of resource bundles are letters, digits and `-._`")
        continue
      }
      // Tags are text to ICU.
      let plain = translation.message.map { ExchangeMessage($0.writingMarkupAsTags) }
      let (text, diagnostics) = ICUText.text(of: plain ?? translation, dialect: .icu)
      log.take(diagnostics, of: entry.key)
      guard let text else { continue }
      messages += "  \"\(entry.key)\" { \"\(escaped(text))\" }\n"
    }
    // The nearest shorter name that has a file, or the root. It is always said: ICU would go on to one
    // that the site does not fall back to, as from `zh_Hant` to `zh`, and takes `nb` for a parent of
    // itself, which no look-up comes back from. What others lend stands in the bundle: a parent is one
    // for all keys, and two that name each other are a circle too.
    let shorter = texts.chain.map(\.locale).first(where: texts.locale.isBelow)
    let parent = "  \"%%Parent\" { \"\(shorter.map { RuntimeExport.name(of: $0) } ?? "root")\" }\n"
    func bundle(_ name: String, _ parent: String) -> [UInt8] {
      Array("// -*- UTF-8 -*-\n\(name) {\n\(parent)\(messages)}\n".utf8)
    }
    let name = name(of: texts.locale)
    var files = ["\(name).txt": bundle(name, parent)]
    if texts.locale == texts.source.locale { files["root.txt"] = bundle("root", "") }
    return ExportedTexts(files: files, findings: log.findings)
  }

  private static func name(of locale: LocaleIdentifier) -> String {
    locale.base.tag.replacing("-", with: "_")
  }

  private static func isKey(_ key: String) -> Bool {
    !key.isEmpty
      && key.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
          || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_")].contains(byte)
      }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Message {
  /// The message with its marks as tags in its text, for formats to which they are text.
  fileprivate var writingMarkupAsTags: Message {
    mappingPatterns { pattern in
      Pattern(
        pattern.elements.map { element in
          if case .markup(let markup) = element { .text(Text(markup.tag())) } else { element }
        })
    }
  }
}
