import CatalogExchange
import Diagnostics
import LocaleServices
import MessageSyntax
import StringCatalogs

/// Reads Android's `strings.xml`.
///
/// `<string>` and `<plurals>` are messages with their name as key, the items of a `<string-array>` have
/// `name[0]`, `name[1]`, …. Placeholders are Java's (`%1$s`), tags (`<b>`, `<xliff:g id="…">`) markup.
/// What is not to be translated (`translatable="false"`, a reference `@string/…`) is kept in the file
/// and is no message.
struct AndroidReader: FormatReader {
  private(set) var log: FindingLog
  var catalog: ExchangeCatalog

  init(_ file: CatalogFile, _ context: FormatContext) {
    log = FindingLog(file, context.locale)
    catalog = ExchangeCatalog(context)
  }

  mutating func read(_ bytes: [UInt8]) {
    let root: XMLNode
    do throws(Diagnostic) {
      root = try XMLDocument(parsing: bytes).root
    } catch {
      return log.report(error)
    }
    guard root.name.local == "resources" else {
      return log.report(
        "invalid-catalog", "expected `<resources>`", at: root.tag,
        help: "string resources stand in `<resources>`")
    }
    catalog.header = [ExchangeDetail("document", String(decoding: bytes, as: UTF8.self))]
    for (element, comment) in AndroidResources.items(of: root) {
      guard AndroidResources.isTranslatable(element) else { continue }
      guard let name = element.attribute("name"), !name.value.isEmpty else {
        log.report("invalid-catalog", "the resource has no name", at: element.tag)
        continue
      }
      let comment = MessageComment(comment)
      let key = comment.key ?? name.value
      switch element.name.local {
      case "string": addString(element, key, name.span, comment)
      case "plurals": addPlural(element, key, name.span, comment)
      default: addArray(element, key, name.span, comment)
      }
    }
  }

  private mutating func add(
    _ key: String, _ span: Range<Int>, _ comment: MessageComment,
    _ message: (inout AndroidReader) -> ExchangeMessage?
  ) {
    guard log.admit(key, at: span) else { return }
    var entry = ExchangeEntry(key: key, keySpan: span)
    entry.metadata.description = comment.description
    entry.translation = message(&self)
    if entry.translation != nil { catalog.entries.append(entry) }
  }

  private mutating func text(
    _ element: XMLNode, _ key: String, tags: inout [PatternElement]
  ) -> DecodedText {
    let read = AndroidText.read(element, tags: &tags)
    if let place = read.bareApostrophe {
      log.report(
        "unescaped-apostrophe", "an apostrophe is not escaped", at: place, key: key,
        help: "write `\\'`; Android's tools refuse the file")
    }
    return read.text
  }

  private mutating func addString(
    _ element: XMLNode, _ key: String, _ span: Range<Int>, _ comment: MessageComment
  ) {
    add(key, span, comment) { reader in
      var tags: [PatternElement] = []
      let text = reader.text(element, key, tags: &tags)
      return Self.reader(comment, tags).message(text, valueSpan: element.content)
    }
  }

  private mutating func addArray(
    _ element: XMLNode, _ key: String, _ span: Range<Int>, _ comment: MessageComment
  ) {
    var index = 0
    for item in element.elements where item.name.local == "item" {
      addString(item, "\(key)[\(index)]", index == 0 ? span : item.tag, comment)
      index += 1
    }
  }

  private mutating func addPlural(
    _ element: XMLNode, _ key: String, _ span: Range<Int>, _ comment: MessageComment
  ) {
    add(key, span, comment) { reader in
      var tags: [PatternElement] = []
      var forms: [(key: String, text: DecodedText)] = []
      for item in element.elements where item.name.local == "item" {
        let quantity = item.attribute("quantity")
        guard let category = quantity.flatMap({ PluralCategory(rawValue: $0.value) }) else {
          reader.log.report(
            "unknown-plural-category",
            "`\(quantity?.value ?? "")` is no plural category", at: quantity?.span ?? item.tag,
            key: key, help: "expected zero, one, two, few, many or other")
          continue
        }
        let text = reader.text(item, key, tags: &tags)
        let name = category == .other ? "*" : category.rawValue
        if forms.contains(where: { $0.key == name }) {
          reader.log.report(
            "duplicate-variant", "`\(category.rawValue)` stands twice", at: item.tag, key: key)
          continue
        }
        forms.append((name, text))
      }
      guard forms.contains(where: { $0.key == "*" }) else {
        reader.log.report(
          "missing-fallback-variant", "the plural has no `other`", at: element.tag, key: key)
        return nil
      }
      let texts = Self.reader(comment, tags)
      return texts.plural(
        forms, variable: texts.shownNumber(in: forms.map(\.text)) ?? "n", function: ":integer",
        valueSpan: element.content)
    }
  }

  private static func reader(
    _ comment: MessageComment, _ tags: [PatternElement]
  ) -> PlaceholderReader {
    PlaceholderReader(
      dialect: TaggedDialect(base: PrintfDialect(flavor: .java), tags: tags),
      notes: comment.notes)
  }
}

/// The resources of a file, as reader and writer walk through them.
enum AndroidResources {
  /// Strings, plurals and arrays, each with the comment on the line before it.
  static func items(of root: XMLNode) -> [(element: XMLNode, comment: XMLNode?)] {
    var result: [(element: XMLNode, comment: XMLNode?)] = []
    var comment: XMLNode?
    for node in root.children {
      switch node.kind {
      case .comment: comment = node
      case .text:
        // A comment before an empty line speaks of what follows as a whole.
        let lines = node.source.utf8.count { $0 == UInt8(ascii: "\n") }
        if lines > 1 || !node.source.trimmed.isEmpty { comment = nil }
      case .element:
        if ["string", "plurals", "string-array"].contains(node.name.local) {
          result.append((node, comment))
        }
        comment = nil
      case .cdata, .other: comment = nil
      }
    }
    return result
  }

  static func isTranslatable(_ element: XMLNode) -> Bool {
    if element.attribute("translatable")?.value == "false" { return false }
    guard element.name.local == "string" else { return true }
    let text = element.text.trimmed
    return !(text.hasPrefix("@") && text.contains("/") && !text.contains(" "))
  }
}
