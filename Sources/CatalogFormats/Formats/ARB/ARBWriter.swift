import CatalogExchange
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// Writes Application Resource Bundles.
enum ARBWriter {
  static func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    var log = WritingLog("arb", context.locale)
    if let bytes = updated(catalog, &log) {
      return FormatOutput(bytes: bytes, findings: log.findings)
    }
    var members: [JSONTree.Member] = []
    for detail in catalog.header where detail.name.hasPrefix("@@") {
      members.append(JSONTree.Member(detail.name, .string(detail.value)))
    }
    if !members.contains(where: { $0.name == "@@locale" }), catalog.header.isEmpty {
      let tag = context.locale.tag.replacing("-", with: "_")
      members.append(JSONTree.Member("@@locale", .string(tag)))
    }
    for entry in catalog.entries {
      guard let text = text(of: entry, &log) else { continue }
      members.append(JSONTree.Member(entry.key, .string(text)))
      let attributes = attributes(of: entry)
      if !attributes.isEmpty || entry.detail("attributes") != nil {
        members.append(JSONTree.Member("@" + entry.key, .object(attributes)))
      }
    }
    return FormatOutput(
      bytes: Array((JSONTree.object(members).text() + "\n").utf8), findings: log.findings)
  }

  /// The file that was read, with what was touched in it; nil where there was none.
  private static func updated(
    _ catalog: ExchangeCatalog, _ log: inout WritingLog
  ) -> [UInt8]? {
    guard let original = OriginalFile(catalog), var update = JSONUpdate(catalog) else { return nil }
    var new: [JSONTree.Member] = []
    for entry in original.touched {
      guard let text = text(of: entry, &log) else { continue }
      let attributes = attributes(of: entry)
      let own = JSONTree.Member("@" + entry.key, .object(attributes))
      if let member = update.member(entry.key) {
        update.set(member.value, to: text)
        if let old = update.member("@" + entry.key)?.value, old.kind == .object {
          update.set(attributes, in: old)
        } else if !attributes.isEmpty {
          update.insert([own], behind: member)
        }
      } else {
        new.append(JSONTree.Member(entry.key, .string(text)))
        if !attributes.isEmpty { new.append(own) }
      }
    }
    update.append(new, isNested: false)
    return update.finished()
  }

  /// A message in ICU MessageFormat, its tags as text; nil where there is none or it cannot be said.
  private static func text(of entry: ExchangeEntry, _ log: inout WritingLog) -> String? {
    guard var message = entry.translation else { return nil }
    if message.syntax == .messageFormat2, let own = message.message {
      let source = entry.source?.message ?? own
      let written = SourceAlignment(to: source, current: own).writingTags(own)
      if written != own {
        log.change(entry.key, "its tags are text here; `langue import` makes them tags again")
        message = ExchangeMessage(written)
      }
    }
    let (text, diagnostics) = ICUText.text(of: message, dialect: .icu)
    log.take(diagnostics, of: entry.key)
    return text
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
