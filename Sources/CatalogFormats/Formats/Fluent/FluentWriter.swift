import CatalogExchange
import Diagnostics
import MessageSyntax
import StringCatalogs

/// Writes Fluent.
///
/// In a file that was read, only changed values are written; new messages stand at its end. Keys that
/// cannot be an identifier (`cart.items`) are written with hyphens, and a comment keeps the key.
struct FluentWriter {
  private var log: WritingLog
  private var rewriting: Rewriting
  private var names: Set<String> = []
  private var added = ""

  static func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    let bytes = Rewriting.document(of: catalog) ?? []
    let read: (CatalogFile) -> ExchangeCatalog = { FluentReader.read($0, context) }
    var writer = FluentWriter(
      log: WritingLog("fluent", context.locale),
      rewriting: Rewriting(bytes, read: read(CatalogFile(path: "", bytes: bytes))))
    var parser = FluentParser(bytes)
    parser.parse()
    writer.write(catalog.entries, parser.entries)
    let end = bytes.count
    if !writer.added.isEmpty {
      let separator = bytes.isEmpty ? "" : bytes.last == UInt8(ascii: "\n") ? "\n" : "\n\n"
      writer.rewriting.replace(
        end..<end, with: separator + writer.added.dropFirst())
    }
    writer.log.reportLost(catalog.entries, carries: [.description])
    writer.rewriting.verify(&writer.log, read: read)
    return FormatOutput(bytes: writer.rewriting.output(), findings: writer.log.findings)
  }

  private struct Place {
    var entry: FluentEntry
    var value: FluentEntry.Value
    var isAttribute: Bool
  }

  private mutating func write(_ entries: [ExchangeEntry], _ old: [FluentEntry]) {
    var places: [String: Place] = [:]
    for entry in old {
      names.insert(entry.name)
      let key = FluentComment(entry.comment).key ?? entry.name
      if let value = entry.value, places[key] == nil {
        places[key] = Place(entry: entry, value: value, isAttribute: false)
      }
      if entry.isTerm { continue }
      for attribute in entry.attributes where places[key + "." + attribute.name] == nil {
        places[key + "." + attribute.name] = Place(
          entry: entry, value: attribute.value, isAttribute: true)
      }
    }
    // Attributes stand behind their message, also where it is new.
    var attributes: [String: [ExchangeEntry]] = [:]
    for entry in entries where entry.detail("attribute") != nil && places[entry.key] == nil {
      attributes[Self.owner(entry), default: []].append(entry)
    }
    var done: Set<String> = []
    for entry in entries where rewriting.isChanged(entry) {
      if let place = places[entry.key] {
        change(entry, place)
      } else {
        let owner = entry.detail("attribute") == nil ? entry.key : Self.owner(entry)
        guard done.insert(owner).inserted else { continue }
        let message =
          entry.detail("attribute") == nil
          ? entry : entries.first { $0.key == owner && places[owner] == nil }
        add(owner, message, attributes[owner] ?? [])
      }
    }
  }

  private static func owner(_ attribute: ExchangeEntry) -> String {
    String(attribute.key.dropLast((attribute.detail("attribute") ?? "").count + 1))
  }

  private mutating func change(_ entry: ExchangeEntry, _ place: Place) {
    let indent = place.isAttribute ? "        " : "    "
    guard let value = value(entry, indent) else { return }
    let comment = FluentComment(place.entry.comment)
    if place.entry.attributes.isEmpty || value.notes.isEmpty {
      if value.notes.lines != comment.notes.lines, place.entry.attributes.isEmpty {
        changeComment(place.entry, comment, value.notes)
      }
    } else if value.notes.lines != comment.notes.lines {
      return log.leaveOut(
        entry.key, "its placeholders need a note, and the message has attributes")
    }
    rewriting.replace(place.value.span, with: value.text)
    note(entry)
  }

  private mutating func changeComment(
    _ entry: FluentEntry, _ comment: FluentComment, _ notes: PlaceholderNotes
  ) {
    let lines = FluentComment.source(
      description: comment.description, notes: notes, key: comment.key)
    let text = lines.joined(separator: "\n")
    if let span = entry.commentSpan {
      // Without a comment the line goes too.
      rewriting.replace(
        lines.isEmpty ? span.lowerBound..<entry.nameSpan.lowerBound : span, with: text)
    } else if !lines.isEmpty {
      let start = entry.span.lowerBound
      rewriting.replace(start..<start, with: text + "\n")
    }
  }

  private mutating func add(
    _ key: String, _ message: ExchangeEntry?, _ attributes: [ExchangeEntry]
  ) {
    let isTerm = key.hasPrefix("-") && FluentText.isIdentifier(key.dropFirst())
    var name = isTerm ? key : FluentText.identifier(key)
    let base = name
    var number = 2
    while !names.insert(name).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    var notes = PlaceholderNotes()
    var text = ""
    var description: String?
    if let message, message.translation != nil {
      guard let value = value(message, "    ") else { return }
      text += value.text
      notes = value.notes
      description = message.metadata.description
      note(message)
    }
    for attribute in attributes {
      guard let value = value(attribute, "        ") else { continue }
      guard value.notes.isEmpty, notes.isEmpty else {
        log.leaveOut(attribute.key, "the placeholders of an attribute need a note")
        continue
      }
      text += "\n    .\(attribute.detail("attribute") ?? "") =" + value.text
      description = description ?? attribute.metadata.description
      note(attribute)
    }
    guard !text.isEmpty else { return }
    let comment = FluentComment.source(
      description: description, notes: notes, key: name == key ? nil : key)
    added += "\n" + comment.map { $0 + "\n" }.joined() + "\(name) =\(text)\n"
  }

  private mutating func note(_ entry: ExchangeEntry) {
    if let message = entry.translation?.message {
      rewriting.note(written: message, for: entry.key)
    }
  }

  private mutating func value(
    _ entry: ExchangeEntry, _ indent: String
  ) -> (text: String, notes: PlaceholderNotes)? {
    guard let translation = entry.translation else { return nil }
    guard let message = translation.message else {
      log.take(translation.parsed.diagnostics, of: entry.key)
      return nil
    }
    var writer = FluentMessageWriter()
    let text = writer.source(of: message, indent: indent)
    if let fault = writer.faults.first {
      log.leaveOut(entry.key, fault)
      return nil
    }
    return (text, writer.notes)
  }
}
