import CatalogExchange
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// Writes Application Resource Bundles.
enum ARBWriter {
  static func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    var log = WritingLog("arb", context.locale)
    var members: [JSONTree.Member] = []
    for detail in catalog.header where detail.name.hasPrefix("@@") {
      members.append(JSONTree.Member(detail.name, .string(detail.value)))
    }
    if !members.contains(where: { $0.name == "@@locale" }), catalog.header.isEmpty {
      let tag = context.locale.tag.replacing("-", with: "_")
      members.append(JSONTree.Member("@@locale", .string(tag)))
    }
    for entry in catalog.entries {
      guard let message = entry.translation else { continue }
      let (text, diagnostics) = ICUText.text(of: message, dialect: .icu)
      log.take(diagnostics, of: entry.key)
      guard let text else { continue }
      members.append(JSONTree.Member(entry.key, .string(text)))
      let attributes = attributes(of: entry)
      if !attributes.isEmpty || entry.detail("attributes") != nil {
        members.append(JSONTree.Member("@" + entry.key, .object(attributes)))
      }
    }
    return FormatOutput(
      bytes: Array((JSONTree.object(members).text() + "\n").utf8), findings: log.findings)
  }

  private static func attributes(of entry: ExchangeEntry) -> [JSONTree.Member] {
    var members: [JSONTree.Member] = []
    let metadata = entry.metadata
    if let description = metadata.description {
      members.append(JSONTree.Member("description", .string(description)))
    }
    var kept = entry.details.filter { $0.name != "attributes" }
    if kept.allSatisfy({ $0.name != "placeholders" }), !metadata.placeholders.isEmpty {
      members.append(JSONTree.Member("placeholders", placeholders(metadata.placeholders)))
      kept.removeAll { $0.name == "placeholders" }
    }
    for detail in kept {
      guard let document = try? JSONDocument(parsing: Array(detail.value.utf8)) else { continue }
      members.append(JSONTree.Member(detail.name, JSONTree(document.root)))
    }
    if let state = metadata.state {
      members.append(JSONTree.Member("x-state", .string(state.rawValue)))
    }
    if let source = metadata.source {
      members.append(JSONTree.Member("x-source", .string(source)))
    }
    if let exported = entry.exported {
      members.append(JSONTree.Member("x-exported", .string(exported)))
    }
    if let length = metadata.maxLength {
      members.append(JSONTree.Member("x-maxLength", .integer(length)))
    }
    return members
  }

  private static func placeholders(_ placeholders: [String: Placeholder]) -> JSONTree {
    .object(
      placeholders.sorted { $0.key < $1.key }.map { name, placeholder in
        var members: [JSONTree.Member] = []
        let type: String
        switch placeholder.kind {
        case .integer: type = "int"
        case .number, .currency, .percent: type = "num"
        case .date, .datetime: type = "DateTime"
        case .string, .list: type = "String"
        }
        members.append(JSONTree.Member("type", .string(type)))
        if let description = placeholder.description {
          members.append(JSONTree.Member("description", .string(description)))
        }
        if let example = placeholder.example {
          members.append(JSONTree.Member("example", .string(example)))
        }
        return JSONTree.Member(name, .object(members))
      })
  }
}
