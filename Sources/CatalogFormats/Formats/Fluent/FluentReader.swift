import CatalogExchange
import Diagnostics
import MessageSyntax
import StringCatalogs

/// Reads Fluent.
///
/// A message's key is its identifier, an attribute's `message.attribute`, a term's `-term`. Choices become
/// variants, with the text around them in each. A term's attributes are kept in the file and are no
/// messages. The comment in front of a message is its description.
struct FluentReader: FormatReader {
  private(set) var log: FindingLog
  var catalog: ExchangeCatalog

  init(_ file: CatalogFile, _ context: FormatContext) {
    log = FindingLog(file, context.locale)
    catalog = ExchangeCatalog(context)
  }

  mutating func read(_ bytes: [UInt8]) {
    if let fault = Encoding.fault(of: bytes) { return log.report(fault) }
    catalog.header = [ExchangeDetail("document", String(decoding: bytes, as: UTF8.self))]
    var parser = FluentParser(bytes)
    parser.parse()
    for fault in parser.faults { log.report(fault) }
    for entry in parser.entries {
      let comment = FluentComment(entry.comment)
      let key = comment.key ?? entry.name
      if let value = entry.value { add(key, entry.nameSpan, value, comment, nil) }
      if entry.isTerm { continue }
      for attribute in entry.attributes {
        add(
          key + "." + attribute.name, attribute.nameSpan, attribute.value, comment,
          attribute.name)
      }
    }
  }

  private mutating func add(
    _ key: String, _ span: Range<Int>, _ value: FluentEntry.Value, _ comment: FluentComment,
    _ attribute: String?
  ) {
    guard log.admit(key, at: span) else { return }
    var entry = ExchangeEntry(key: key, keySpan: span)
    entry.metadata.description = comment.description
    if let attribute { entry.details.append(ExchangeDetail("attribute", attribute)) }
    let notes = comment.notes
    let tree = ChoiceTree(notes.tokens.isEmpty ? value.parts : Self.apply(notes, value.parts))
    var head: String?
    if !notes.declarations.isEmpty || !notes.selectors.isEmpty,
      notes.selectors.count == tree.selectors.count
    {
      let match =
        notes.selectors.isEmpty ? [] : [".match " + notes.selectors.joined(separator: " ")]
      head = (notes.declarations + match).joined(separator: "\n")
    }
    guard let message = tree.message(head: head, valueSpan: value.span) else {
      return log.report(
        "too-many-variants", "its choices have \(ChoiceTree.maximumVariants) variants or more",
        at: span, key: key, help: "split the message into several")
    }
    entry.translation = message
    catalog.entries.append(entry)
  }

  /// Puts in what the notes say that a writing stands for.
  private static func apply(_ notes: PlaceholderNotes, _ parts: [ChoicePart]) -> [ChoicePart] {
    let reader = PlaceholderReader(dialect: PlainText(), notes: notes)
    return parts.flatMap { part -> [ChoicePart] in
      switch part {
      case .element(let element, let range):
        let known = notes.tokens.first { $0.writing == element.sourceWriting }
        return [.element(known?.element ?? element, range)]
      case .choice(var choice):
        for index in choice.variants.indices {
          choice.variants[index].parts = apply(notes, choice.variants[index].parts)
        }
        return [.choice(choice)]
      case .text(let text, let range):
        guard text.utf8.count == range.count else {
          // A string literal: `{ "x" }`.
          let known = notes.tokens.first { $0.writing == "{ \(FluentText.string(text)) }" }
          return [known.map { .element($0.element, range) } ?? part]
        }
        let start = range.lowerBound
        return reader.segments(of: text).map { segment in
          switch segment {
          case .text(let text, let range):
            .text(text, range.lowerBound + start..<range.upperBound + start)
          case .element(let element, let range):
            .element(element, range.lowerBound + start..<range.upperBound + start)
          }
        }
      }
    }
  }
}

/// The comment in front of a message: its description, and the notes that `langue` reads again.
struct FluentComment {
  private(set) var description: String?
  private(set) var notes = PlaceholderNotes()
  /// The key where it cannot be a Fluent identifier.
  private(set) var key: String?

  init(_ lines: [String]) {
    var lines = lines
    if let index = lines.firstIndex(where: { $0.hasPrefix("@key ") }) {
      key = String(lines.remove(at: index).dropFirst(5))
    }
    notes = PlaceholderNotes(takenFrom: &lines)
    if !lines.isEmpty { description = lines.joined(separator: "\n") }
  }

  /// The comment's lines in a file.
  static func source(description: String?, notes: PlaceholderNotes, key: String?) -> [String] {
    var lines: [String] = []
    if let description {
      lines = description.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    lines += notes.lines
    if let key { lines.append("@key " + key) }
    return lines.map { $0.isEmpty ? "#" : "# " + $0.replacing("\r", with: " ") }
  }
}
