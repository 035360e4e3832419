import CatalogExchange
import LocaleServices
import MessageSyntax
import StringCatalogs

/// Writes Android's `strings.xml`.
///
/// Into a file that was read, only changed messages are written, and new ones at its end. Names that
/// cannot be a resource's are changed; the comment in front keeps the key.
struct AndroidWriter {
  private var log: WritingLog
  private var rewriting: Rewriting
  private var names: Set<String> = []
  private var added: [String] = []

  static func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    let bytes =
      Rewriting.document(of: catalog)
      ?? Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<resources>\n</resources>\n".utf8)
    let read: (CatalogFile) -> ExchangeCatalog = { AndroidReader.read($0, context) }
    var writer = AndroidWriter(
      log: WritingLog("android", context.locale),
      rewriting: Rewriting(bytes, read: read(CatalogFile(path: "", bytes: bytes))))
    guard let root = try? XMLDocument(parsing: bytes).root else {
      return FormatOutput(
        bytes: bytes, findings: read(CatalogFile(path: "", bytes: bytes)).findings)
    }
    let added = writer.change(catalog.entries, root)
    writer.add(added)
    writer.insert(root)
    writer.log.reportLost(catalog.entries, carries: [.description])
    writer.rewriting.verify(&writer.log, read: read)
    return FormatOutput(bytes: writer.rewriting.output(), findings: writer.log.findings)
  }

  // MARK: Messages that are there

  /// Writes what changed, and gives back what is new.
  private mutating func change(_ entries: [ExchangeEntry], _ root: XMLNode) -> [ExchangeEntry] {
    var places: [String: (element: XMLNode, comment: MessageComment)] = [:]
    for (element, comment) in AndroidResources.items(of: root) {
      guard let name = element.attribute("name")?.value else { continue }
      names.insert(name)
      guard AndroidResources.isTranslatable(element) else { continue }
      let comment = MessageComment(comment)
      let key = comment.key ?? name
      if element.name.local == "string-array" {
        for (index, item) in element.elements.filter({ $0.name.local == "item" }).enumerated() {
          places["\(key)[\(index)]"] = (item, comment)
        }
      } else if places[key] == nil {
        places[key] = (element, comment)
      }
    }
    var new: [ExchangeEntry] = []
    for entry in entries where rewriting.isChanged(entry) {
      guard let place = places[entry.key] else {
        new.append(entry)
        continue
      }
      guard let resource = resource(entry) else { continue }
      let isPlural = place.element.name.local == "plurals"
      guard resource.isPlural == isPlural else {
        log.leaveOut(
          entry.key, isPlural ? "the resource is a plural" : "the resource is no plural")
        continue
      }
      let indent = isPlural ? "\n    " : ""
      let content = resource.content + indent
      if place.element.isSelfClosing {
        let name = place.element.qualifiedName
        let tag = place.element.source.dropLast(2).description.trimmed
        rewriting.replace(place.element.span, with: "\(tag)>\(content)</\(name)>")
      } else {
        rewriting.replace(place.element.content, with: content)
      }
      if resource.notes.lines != place.comment.notes.lines {
        changeComment(entry, place.element, place.comment, resource.notes)
      }
    }
    return new
  }

  private mutating func changeComment(
    _ entry: ExchangeEntry, _ element: XMLNode, _ comment: MessageComment,
    _ notes: PlaceholderNotes
  ) {
    if element.name.local == "item" {
      if !notes.isEmpty {
        log.change(entry.key, "what its placeholders stand for has no place in an array")
      }
      return
    }
    let source = MessageComment.source(
      description: comment.description, notes: notes, key: comment.key)
    if let span = comment.span {
      rewriting.replace(span, with: source ?? "")
    } else if let source {
      let start = element.span.lowerBound
      rewriting.replace(start..<start, with: source + "\n    ")
    }
  }

  // MARK: New messages

  private mutating func add(_ entries: [ExchangeEntry]) {
    var arrays: [String: [ExchangeEntry]] = [:]
    for entry in entries {
      if let name = Self.arrayName(entry.key) { arrays[name, default: []].append(entry) }
    }
    var done: Set<String> = []
    for entry in entries {
      if let name = Self.arrayName(entry.key), let items = arrays[name],
        items.map(\.key) == items.indices.map({ "\(name)[\($0)]" })
      {
        if done.insert(name).inserted { addArray(name, items) }
      } else if let resource = resource(entry) {
        let element = resource.isPlural ? "plurals" : "string"
        let end = resource.isPlural ? "\n    " : ""
        addElement(
          entry.key, element, resource.content + end, entry.metadata.description, resource.notes)
      }
    }
  }

  private mutating func addArray(_ name: String, _ items: [ExchangeEntry]) {
    var content = ""
    var notes = PlaceholderNotes()
    for item in items {
      guard let resource = resource(item) else { return }
      guard !resource.isPlural else {
        return log.leaveOut(item.key, "an array holds no plurals")
      }
      for (writing, element) in resource.notes.tokens { notes.add(writing, element) }
      content += "\n        <item>\(resource.content)</item>"
    }
    addElement(
      name, "string-array", content + "\n    ", items.first?.metadata.description, notes)
  }

  private mutating func addElement(
    _ key: String, _ element: String, _ content: String, _ description: String?,
    _ notes: PlaceholderNotes
  ) {
    let name = freeName(key)
    let source = MessageComment.source(
      description: description, notes: notes, key: name == key ? nil : key)
    if let source { added.append(source) }
    added.append("<\(element) name=\"\(name)\">\(content)</\(element)>")
  }

  /// The base of `name[3]`.
  private static func arrayName(_ key: String) -> String? {
    guard key.hasSuffix("]"), let open = key.lastIndex(of: "["), open > key.startIndex,
      Int(key[key.index(after: open)...].dropLast()) != nil
    else { return nil }
    return String(key[..<open])
  }

  /// A resource's name for a key: letters, digits, `_`, `.` and `-`.
  private mutating func freeName(_ key: String) -> String {
    var name = String(
      String.UnicodeScalarView(
        key.unicodeScalars.map {
          $0.properties.isXIDContinue || $0 == "." || $0 == "-" ? $0 : "_"
        }))
    let starts = name.unicodeScalars.first.map { $0.properties.isXIDStart || $0 == "_" } ?? false
    if !starts { name = "_" + name }
    var free = name
    var number = 2
    while !names.insert(free).inserted {
      free = "\(name)_\(number)"
      number += 1
    }
    return free
  }

  private mutating func insert(_ root: XMLNode) {
    guard !added.isEmpty else { return }
    let lines = added.map { "    \($0)\n" }.joined()
    if root.isSelfClosing {
      let tag = root.source.dropLast(2).description.trimmed
      rewriting.replace(root.span, with: "\(tag)>\n\(lines)</\(root.qualifiedName)>")
    } else {
      let end = root.content.upperBound
      let isAtLineStart = root.source(root.content).hasSuffix("\n")
      rewriting.replace(end..<end, with: (isAtLineStart ? "" : "\n") + lines)
    }
  }

  // MARK: One message

  private struct Resource {
    var content: String
    var isPlural: Bool
    var notes: PlaceholderNotes
  }

  private mutating func resource(_ entry: ExchangeEntry) -> Resource? {
    guard let translation = entry.translation else { return nil }
    guard let message = translation.message else {
      log.take(translation.parsed.diagnostics, of: entry.key)
      return nil
    }
    var writer = PlaceholderWriter(
      PrintfDialect(flavor: .java), numberedBy: entry.source?.message)
    var content = ""
    var isPlural = false
    switch PluralShape(message) {
    case .other(let reason):
      log.leaveOut(entry.key, reason, help: "Android chooses by one number")
      return nil
    case .text(let pattern):
      guard let text = source(pattern, entry.key, &writer) else { return nil }
      content = text
    case .plural(let plural):
      guard plural.kind == .cardinal else {
        log.leaveOut(entry.key, "it chooses by order")
        return nil
      }
      isPlural = true
      for (form, pattern) in plural.forms {
        guard case .category(let category) = form else {
          log.change(entry.key, "the text for exactly \(form.key) is not written")
          continue
        }
        guard let text = source(pattern, entry.key, &writer) else { return nil }
        content += "\n        <item quantity=\"\(category.rawValue)\">\(text)</item>"
      }
    }
    if let fault = writer.faults.first {
      log.leaveOut(entry.key, fault)
      return nil
    }
    var notes = writer.notes
    if isPlural ? !Self.isNatural(message, writer) : !message.declarations.isEmpty {
      notes.add(declarationsOf: message)
    }
    rewriting.note(written: message, for: entry.key)
    return Resource(content: content, isPlural: isPlural, notes: notes)
  }

  private mutating func source(
    _ pattern: Pattern, _ key: String, _ writer: inout PlaceholderWriter
  ) -> String? {
    switch TaggedPattern.pieces(of: pattern, &writer, tag: \.xmlTag) {
    case .success(let pieces): return AndroidText.source(pieces)
    case .failure(let fault):
      log.leaveOut(key, fault.reason)
      return nil
    }
  }

  /// Whether the plural's number is what the reader makes of it without a note.
  private static func isNatural(_ message: Message, _ writer: PlaceholderWriter) -> Bool {
    guard case .select(let select) = message, select.declarations.count == 1,
      case .input(let input)? = select.declarations.first,
      input.value.function == FunctionReference("integer"), writer.notes.isEmpty
    else { return false }
    var shown: Set<String> = []
    for pattern in message.patterns {
      for element in pattern.elements where element.isNumber {
        if let name = element.variableName { shown.insert(name) }
      }
    }
    return shown.count == 1 ? shown.first == input.name : input.name == "n"
  }
}
