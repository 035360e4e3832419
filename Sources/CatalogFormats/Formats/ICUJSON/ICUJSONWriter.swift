import CatalogExchange
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// Writes JSON with messages of ICU MessageFormat for FormatJS, in the layout that was read.
enum ICUJSONWriter {
  static func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    var log = WritingLog("icu-json", context.locale)
    let layout = catalog.headerValue("layout") ?? "flat"
    if let bytes = updated(catalog, layout, &log) {
      return FormatOutput(bytes: bytes, findings: log.findings)
    }
    var members: [JSONTree.Member] = []
    for entry in catalog.entries {
      guard let message = entry.translation else { continue }
      let (text, diagnostics) = ICUText.text(of: message, dialect: .formatJS)
      log.take(diagnostics, of: entry.key)
      if let text { members.append(member(entry, text, layout)) }
    }
    log.reportLost(catalog.entries, carries: layout == "described" ? [.description] : [])
    let tree = layout == "nested" ? JSONNesting.tree(members) : JSONTree.object(members)
    return FormatOutput(bytes: Array((tree.text() + "\n").utf8), findings: log.findings)
  }

  private static func member(
    _ entry: ExchangeEntry, _ text: String, _ layout: String
  ) -> JSONTree.Member {
    guard layout == "described" else { return JSONTree.Member(entry.key, .string(text)) }
    var object = [JSONTree.Member("defaultMessage", .string(text))]
    if let description = entry.metadata.description {
      object.append(JSONTree.Member("description", .string(description)))
    }
    return JSONTree.Member(entry.key, .object(object))
  }

  /// The file that was read, with what was touched in it; nil where there was none.
  private static func updated(
    _ catalog: ExchangeCatalog, _ layout: String, _ log: inout WritingLog
  ) -> [UInt8]? {
    guard let original = OriginalFile(catalog), var update = JSONUpdate(catalog) else { return nil }
    var new: [JSONTree.Member] = []
    for entry in original.touched {
      guard let message = entry.translation else { continue }
      let (text, diagnostics) = ICUText.text(of: message, dialect: .formatJS)
      log.take(diagnostics, of: entry.key)
      guard let text else { continue }
      guard let member = update.member(entry.key) else {
        new.append(self.member(entry, text, layout))
        continue
      }
      update.set(member.value.member("defaultMessage") ?? member.value, to: text)
    }
    update.append(new, isNested: layout == "nested")
    return update.finished()
  }
}
