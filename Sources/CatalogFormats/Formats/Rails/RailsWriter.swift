import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import StringCatalogs

/// Writes the YAML of Ruby on Rails.
///
/// In a file that was read, only changed texts are written; new keys go to the end of the mapping that they
/// belong to. What is written stands in double quotes.
struct RailsWriter {
  private var log: WritingLog
  private var rewriting: Rewriting
  private let hasZero: Bool
  private let bytes: [UInt8]

  static func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    let bytes =
      Rewriting.document(of: catalog) ?? Array("\(YAMLText.key(context.locale.tag)):\n".utf8)
    let read: (CatalogFile) -> ExchangeCatalog = { RailsReader.read($0, context) }
    let old = read(CatalogFile(path: "", bytes: bytes))
    guard let document = try? YAMLDocument(parsing: bytes) else {
      return FormatOutput(bytes: bytes, findings: old.findings)
    }
    var writer = RailsWriter(
      log: WritingLog("rails", context.locale), rewriting: Rewriting(bytes, read: old),
      hasZero: context.hasZero(), bytes: bytes)
    let tree = RailsTree(document, context.locale)
    guard let root = tree.root else { return FormatOutput(bytes: bytes, findings: old.findings) }
    writer.write(catalog.entries, tree, root)
    writer.log.reportLost(catalog.entries, carries: [.description])
    writer.rewriting.verify(&writer.log, read: read)
    return FormatOutput(bytes: writer.rewriting.output(), findings: writer.log.findings)
  }

  private mutating func write(
    _ entries: [ExchangeEntry], _ tree: RailsTree, _ root: YAMLPair
  ) {
    var places: [String: RailsItem] = [:]
    for item in tree.items where places[item.key] == nil { places[item.key] = item }
    var added: [String: RailsLines] = [:]
    for entry in entries where rewriting.isChanged(entry) {
      guard let value = value(entry) else { continue }
      if let place = places[entry.key] {
        change(entry, place, value)
      } else {
        add(entry, value, tree, &added)
      }
    }
    for (prefix, lines) in added.sorted(by: { $0.key < $1.key }) where !lines.isEmpty {
      insert(lines, tree.mappings[prefix], root)
    }
  }

  // MARK: Texts that are there

  private mutating func change(_ entry: ExchangeEntry, _ place: RailsItem, _ value: Value) {
    guard !place.isShared else {
      return log.leaveOut(entry.key, "other keys have the same text by an alias")
    }
    guard value.isPlural == place.isPlural else {
      return log.leaveOut(
        entry.key, place.isPlural ? "the key holds a plural" : "the key holds no plural")
    }
    let comment = RailsComment(above: place.name, bytes)
    if comment.notes.lines != value.notes.lines {
      guard changeComment(place, comment, value.notes) else {
        return log.leaveOut(entry.key, "there is no room for what its placeholders stand for")
      }
    }
    note(entry)
    guard place.isPlural else { return replace(place.value, with: value.text) }
    var last = place.forms.last
    for (category, text) in value.forms {
      if let form = place.forms.first(where: { $0.category.rawValue == category }) {
        if form.value.scalar != text.plain { replace(form.value, with: text.quoted) }
      } else if let form = last {
        insertForm("\(category): \(text.quoted)", behind: form, place)
        last = form
      }
    }
  }

  private mutating func insertForm(
    _ text: String, behind form: (category: PluralCategory, key: YAMLNode, value: YAMLNode),
    _ place: RailsItem
  ) {
    if place.value.style == .flow {
      let end = textEnd(form.value)
      return rewriting.replace(end..<end, with: ", " + text)
    }
    let indent = column(of: form.key)
    let end = lineEnd(form.value)
    rewriting.replace(end..<end, with: "\n" + String(repeating: " ", count: indent) + text)
  }

  /// - Returns: Whether there is room for the comment.
  private mutating func changeComment(
    _ place: RailsItem, _ comment: RailsComment, _ notes: PlaceholderNotes
  ) -> Bool {
    let lines = RailsComment.source(description: comment.description, notes: notes)
    let start = place.name.span.lowerBound
    let lineStart = RailsComment.lineStart(start, bytes)
    let space = String(repeating: " ", count: start - lineStart)
    guard bytes[lineStart..<start].allSatisfy({ $0 == 0x20 }), !place.key.hasSuffix("]") else {
      return false
    }
    if let span = comment.span {
      // Without a comment the whole lines go.
      let whole = RailsComment.lineStart(span.lowerBound, bytes)..<lineStart
      let text = lines.map { space + $0 + "\n" }.joined()
      rewriting.replace(whole, with: text)
    } else {
      rewriting.replace(start..<start, with: lines.map { $0 + "\n" + space }.joined())
    }
    return true
  }

  private mutating func replace(_ node: YAMLNode, with quoted: String) {
    let start = YAMLText.textStart(node.span, bytes)
    rewriting.replace(start..<max(start, textEnd(node)), with: quoted)
  }

  /// Where a node's text ends; behind lines of text, libyaml counts the line ends too.
  private func textEnd(_ node: YAMLNode) -> Int {
    var end = min(node.span.upperBound, bytes.count)
    guard node.style == .literal || node.style == .folded || node.style == .block else {
      return end
    }
    while end > node.span.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
    return end
  }

  private func lineEnd(_ node: YAMLNode) -> Int {
    var node = node
    // What a mapping in lines ends with is its last node.
    while node.style == .block {
      switch node.content {
      case .mapping(let pairs):
        guard let last = pairs.last else { return textEnd(node) }
        node = last.value
      case .sequence(let nodes):
        guard let last = nodes.last else { return textEnd(node) }
        node = last
      case .scalar, .alias: return textEnd(node)
      }
    }
    let end = textEnd(node)
    return bytes[end...].firstIndex(of: 0x0A) ?? bytes.count
  }

  private func column(of node: YAMLNode) -> Int {
    node.span.lowerBound - RailsComment.lineStart(node.span.lowerBound, bytes)
  }

  // MARK: New keys

  private mutating func add(
    _ entry: ExchangeEntry, _ value: Value, _ tree: RailsTree,
    _ added: inout [String: RailsLines]
  ) {
    let path = RailsLines.path(entry.key)
    // The deepest mapping of the file that the key belongs to.
    var depth = path.count - 1
    while depth > 0, tree.mappings[path[..<depth].joined(separator: ".")] == nil { depth -= 1 }
    let prefix = path[..<depth].joined(separator: ".")
    if let mapping = tree.mappings[prefix] {
      guard mapping.style != .flow else {
        return log.leaveOut(entry.key, "its mapping is written in braces")
      }
      guard case .mapping(let pairs) = mapping.content,
        !pairs.contains(where: { $0.key.scalar == path[depth] })
      else {
        return log.leaveOut(entry.key, "`\(path[depth])` holds something else")
      }
    }
    let lines = added[prefix] ?? RailsLines()
    added[prefix] = lines
    let isAdded = lines.add(
      Array(path[depth...]),
      comment: RailsComment.source(description: entry.metadata.description, notes: value.notes),
      value: value.text, forms: value.forms.map { ($0.category, $0.text.quoted) })
    guard isAdded else {
      return log.leaveOut(entry.key, "another key is the beginning of it")
    }
    note(entry)
  }

  private mutating func insert(
    _ lines: RailsLines, _ mapping: YAMLNode?, _ root: YAMLPair
  ) {
    if let mapping, case .mapping(let pairs) = mapping.content, let last = pairs.last,
      let first = pairs.first
    {
      let text = lines.lines(indent: column(of: first.key)).map { "\n" + $0 }.joined()
      let end = lineEnd(last.value)
      rewriting.replace(end..<end, with: text)
    } else {
      let end = bytes[root.key.span.upperBound...].firstIndex(of: 0x0A) ?? bytes.count
      let text = lines.lines(indent: 2).map { "\n" + $0 }.joined()
      rewriting.replace(end..<end, with: text)
    }
  }

  private mutating func note(_ entry: ExchangeEntry) {
    if let message = entry.translation?.message {
      rewriting.note(written: message, for: entry.key)
    }
  }

  // MARK: One message

  private struct Text {
    var plain: String
    var quoted: String { YAMLText.quoted(plain) }
  }

  private struct Value {
    var text = ""
    var forms: [(category: String, text: Text)] = []
    var notes: PlaceholderNotes

    var isPlural: Bool { !forms.isEmpty }
  }

  private mutating func value(_ entry: ExchangeEntry) -> Value? {
    guard let translation = entry.translation else { return nil }
    guard let message = translation.message else {
      log.take(translation.parsed.diagnostics, of: entry.key)
      return nil
    }
    var writer = PlaceholderWriter(RailsDialect())
    var text = ""
    var forms: [(category: String, text: Text)] = []
    switch PluralShape(message) {
    case .other(let reason):
      log.leaveOut(entry.key, reason, help: "Rails chooses by one number")
      return nil
    case .text(let pattern): text = YAMLText.quoted(writer.text(of: pattern))
    case .plural(let plural):
      guard plural.kind == .cardinal else {
        log.leaveOut(entry.key, "it chooses by order")
        return nil
      }
      for (form, pattern) in plural.forms {
        switch form {
        case .exact(0) where !hasZero:
          forms.append(("zero", Text(plain: writer.text(of: pattern))))
        case .exact(let number):
          log.leaveOut(entry.key, "it has a text for exactly \(number)")
          return nil
        case .category(let category):
          forms.append((category.rawValue, Text(plain: writer.text(of: pattern))))
        }
      }
    }
    if let fault = writer.faults.first {
      log.leaveOut(entry.key, fault)
      return nil
    }
    var notes = writer.notes
    if !Self.isNatural(message) { notes.add(declarationsOf: message) }
    return Value(text: text, forms: forms, notes: notes)
  }

  /// Whether the message's declarations are what the reader makes of a plural.
  private static func isNatural(_ message: Message) -> Bool {
    guard case .select(let select) = message else { return message.declarations.isEmpty }
    guard select.declarations.count == 1, case .input(let input)? = select.declarations.first else {
      return false
    }
    return input.name == "count" && input.value.function == FunctionReference("number")
  }
}
