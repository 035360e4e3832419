import CatalogExchange
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// Writes JSON with messages of ICU MessageFormat for FormatJS, in the layout that was read.
enum ICUJSONWriter {
  static func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    var log = WritingLog("icu-json", context.locale)
    let layout = catalog.headerValue("layout") ?? "flat"
    var members: [JSONTree.Member] = []
    for entry in catalog.entries {
      guard let message = entry.translation else { continue }
      let (text, diagnostics) = ICUText.text(of: message, dialect: .formatJS)
      log.take(diagnostics, of: entry.key)
      guard let text else { continue }
      if layout == "described" {
        var object = [JSONTree.Member("defaultMessage", .string(text))]
        if let description = entry.metadata.description {
          object.append(JSONTree.Member("description", .string(description)))
        }
        members.append(JSONTree.Member(entry.key, .object(object)))
      } else {
        members.append(JSONTree.Member(entry.key, .string(text)))
      }
    }
    log.reportLost(catalog.entries, carries: layout == "described" ? [.description] : [])
    let tree = layout == "nested" ? JSONNesting.tree(members) : JSONTree.object(members)
    return FormatOutput(bytes: Array((tree.text() + "\n").utf8), findings: log.findings)
  }
}
