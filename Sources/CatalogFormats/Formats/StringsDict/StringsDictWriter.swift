import CatalogExchange
import Diagnostics
import LocaleServices
import MessageSyntax
import StringCatalogs

/// Writes Apple's `.stringsdict`.
///
/// In a file that was read, only changed strings are written; new ones stand at its end.
struct StringsDictWriter {
  private var log: WritingLog
  private var rewriting: Rewriting
  private let hasZero: Bool

  private static let skeleton = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE plist PUBLIC "\(PropertyListDocument.doctype)" \
    "http://www.apple.com/DTDs/PropertyListDocument-1.0.dtd">
    <plist version="1.0">
    <dict>
    </dict>
    </plist>

    """

  static func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    let bytes = Rewriting.document(of: catalog) ?? Array(skeleton.utf8)
    let read: (CatalogFile) -> ExchangeCatalog = { StringsDictReader.read($0, context) }
    var writer = StringsDictWriter(
      log: WritingLog("stringsdict", context.locale),
      rewriting: Rewriting(bytes, read: read(CatalogFile(path: "", bytes: bytes))),
      hasZero: context.hasZero())
    guard let list = try? PropertyListDocument(parsing: bytes) else {
      return FormatOutput(
        bytes: bytes, findings: read(CatalogFile(path: "", bytes: bytes)).findings)
    }
    writer.write(catalog.entries, list.dictionary)
    writer.log.reportLost(catalog.entries, carries: [.description])
    writer.rewriting.verify(&writer.log, read: read)
    return FormatOutput(bytes: writer.rewriting.output(), findings: writer.log.findings)
  }

  /// A file that Apple's Foundation loads at run time, and nobody translates: without comments.
  ///
  /// - Returns: nil where none of the entries can be written.
  static func runTimeFile(
    of entries: [ExchangeEntry], _ context: FormatContext, _ log: inout WritingLog
  ) -> [UInt8]? {
    let nothing = ExchangeCatalog(locale: context.locale, sourceLocale: context.source)
    var writer = StringsDictWriter(
      log: log, rewriting: Rewriting(Array(skeleton.utf8), read: nothing),
      hasZero: context.hasZero())
    let members = entries.compactMap { entry in
      writer.string(entry).map { Self.member(entry.key, $0.content) }
    }
    log = writer.log
    guard !members.isEmpty else { return nil }
    return Array(skeleton.replacing("</dict>", with: members.joined() + "</dict>").utf8)
  }

  private static func member(_ key: String, _ content: String) -> String {
    "  <key>\(XMLText.escaped(key))</key>\n  <dict>\(content)\n  </dict>\n"
  }

  private mutating func write(_ entries: [ExchangeEntry], _ dictionary: XMLNode) {
    var places: [String: PropertyListDocument.Member] = [:]
    for member in PropertyListDocument.members(of: dictionary) { places[member.name] = member }
    var added = ""
    for entry in entries where rewriting.isChanged(entry) {
      guard let string = string(entry) else { continue }
      guard let place = places[entry.key] else {
        let comment = MessageComment.source(
          description: entry.metadata.description, notes: string.notes)
        if let comment { added += "  \(comment)\n" }
        added += Self.member(entry.key, string.content)
        continue
      }
      let old = MessageComment(place.comment)
      if string.notes.lines != old.notes.lines {
        let comment = MessageComment.source(description: old.description, notes: string.notes)
        if let span = old.span {
          rewriting.replace(span, with: comment ?? "")
        } else if let comment {
          let start = place.key.span.lowerBound
          rewriting.replace(start..<start, with: comment + "\n  ")
        }
      }
      rewriting.replace(place.value.span, with: "<dict>\(string.content)\n  </dict>")
    }
    guard !added.isEmpty else { return }
    if dictionary.isSelfClosing {
      rewriting.replace(dictionary.span, with: "<dict>\n\(added)</dict>")
    } else {
      let text = dictionary.source(dictionary.content)
      let space = text.utf8.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
      let end = dictionary.content.upperBound - space
      rewriting.replace(end..<end, with: (text.contains("\n") ? "" : "\n") + added)
    }
  }

  // MARK: One string

  private mutating func string(
    _ entry: ExchangeEntry
  ) -> (content: String, notes: PlaceholderNotes)? {
    guard let translation = entry.translation else { return nil }
    guard let message = translation.message else {
      log.take(translation.parsed.diagnostics, of: entry.key)
      return nil
    }
    if XMLText.impossibleScalar(in: entry.key) != nil {
      log.leaveOut(entry.key, "no XML document can hold its key")
      return nil
    }
    let varying: VaryingStringWriter
    do throws(VaryingStringWriter.Fault) {
      varying = try VaryingStringWriter(
        message, order: entry.source == nil ? [] : ArgumentPlaces(entry).names, hasZero: hasZero)
    } catch {
      log.leaveOut(entry.key, error.reason, help: error.help)
      return nil
    }
    let variables = varying.variables.map { Self.source(of: $0) }.joined()
    if let fault = Self.fault(varying.format + variables) {
      log.leaveOut(entry.key, fault)
      return nil
    }
    rewriting.note(written: message, for: entry.key)
    let key = "\n    <key>NSStringLocalizedFormatKey</key>\n    <string>"
    return (key + XMLText.escaped(varying.format) + "</string>" + variables, varying.notes)
  }

  private static func fault(_ text: String) -> String? {
    XMLText.impossibleScalar(in: text).map {
      "no XML document can hold U+\(String($0.value, radix: 16, uppercase: true))"
    }
  }

  private static func source(of variable: VaryingStringWriter.Variable) -> String {
    let start = """

          <key>\(XMLText.escaped(variable.name))</key>
          <dict>
            <key>NSStringFormatSpecTypeKey</key>
            <string>NSStringPluralRuleType</string>
            <key>NSStringFormatValueTypeKey</key>
            <string>\(variable.isDecimal ? "g" : "ld")</string>
      """
    let forms = variable.forms.map { form in
      "\n      <key>\(form.category)</key>\n      <string>\(XMLText.escaped(form.text))</string>"
    }
    return start + forms.joined() + "\n    </dict>"
  }
}
