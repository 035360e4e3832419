import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

/// A file that is written back with the places of changed messages replaced, and no other byte touched.
///
/// The file as it stands is the header's `document`. What it says is read anew, so that a message
/// counts as changed when it no longer means what stands there.
struct Rewriting {
  let bytes: [UInt8]
  private var old: [String: ExchangeEntry] = [:]
  private var edits: [(range: Range<Int>, text: String)] = []
  /// What was written, to be compared with what is read.
  private var written: [(key: String, message: Message)] = []

  /// The bytes of the file that a catalogue was read from, or nil for one that is new.
  static func document(of catalog: ExchangeCatalog) -> [UInt8]? {
    catalog.headerValue("document").map { Array($0.utf8) }
  }

  init(_ bytes: [UInt8], read catalog: ExchangeCatalog) {
    self.bytes = bytes
    for entry in catalog.entries { old[entry.key] = entry }
  }

  /// The message as the file has it.
  func old(_ key: String) -> ExchangeEntry? { old[key] }

  /// Whether the file has to say something else about a message; without a translation, never.
  func isChanged(_ entry: ExchangeEntry) -> Bool {
    guard let new = entry.translation else { return false }
    guard let old = old[entry.key]?.translation else { return true }
    if old.syntax == new.syntax, old.text == new.text { return false }
    guard let oldMessage = old.message, let newMessage = new.message else { return true }
    return oldMessage.withoutAttributes != newMessage.withoutAttributes
  }

  mutating func replace(_ range: Range<Int>, with text: String) { edits.append((range, text)) }

  mutating func note(written message: Message, for key: String) { written.append((key, message)) }

  /// The file with the replacements.
  func output() -> [UInt8] {
    guard !edits.isEmpty else { return bytes }
    // Replacements at one place stay in their order.
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.text.utf8.count })
    var offset = 0
    for (_, edit) in ordered {
      let start = min(max(offset, edit.range.lowerBound), bytes.count)
      result += bytes[offset..<start]
      result += edit.text.utf8
      offset = min(max(start, edit.range.upperBound), bytes.count)
    }
    result += bytes[offset...]
    return result
  }

  /// Reads what was written, and says which messages come back different.
  func verify(
    _ log: inout WritingLog, read: (CatalogFile) -> ExchangeCatalog
  ) {
    guard !written.isEmpty else { return }
    let catalog = read(CatalogFile(path: "", bytes: output()))
    var found: [String: Message] = [:]
    for entry in catalog.entries {
      if let message = entry.translation?.message { found[entry.key] = message }
    }
    let known = Set(log.findings.compactMap(\.key))
    for (key, message) in written where !known.contains(key) {
      guard let read = found[key] else {
        log.change(key, "it is not found when the file is read again")
        continue
      }
      if Fingerprint(of: read) != Fingerprint(of: message) {
        log.change(key, "it comes back as \(MessageFormat2.print(read).prefix(200))")
      }
    }
  }
}

extension Message {
  /// The message without the remarks that never change what is formatted.
  var withoutAttributes: Message {
    func cleaned(_ expression: Expression) -> Expression {
      var expression = expression
      expression.attributes = []
      return expression
    }
    func cleaned(_ pattern: Pattern) -> Pattern {
      // Text that was written in pieces is one text.
      var elements: [PatternElement] = []
      for element in pattern.elements {
        switch element {
        case .expression(let expression): elements.append(.expression(cleaned(expression)))
        case .markup(var markup):
          markup.attributes = []
          elements.append(.markup(markup))
        case .text(let text):
          if case .text(let last)? = elements.last {
            elements[elements.count - 1] = .text(Text(last.value + text.value))
          } else {
            elements.append(element)
          }
        }
      }
      return Pattern(elements)
    }
    func cleaned(_ declaration: Declaration) -> Declaration {
      switch declaration {
      case .input(var input):
        input.value = cleaned(input.value)
        return .input(input)
      case .local(var local):
        local.value = cleaned(local.value)
        return .local(local)
      }
    }
    switch self {
    case .pattern(var message):
      message.declarations = message.declarations.map(cleaned)
      message.pattern = cleaned(message.pattern)
      return .pattern(message)
    case .select(var message):
      message.declarations = message.declarations.map(cleaned)
      for index in message.variants.indices {
        message.variants[index].value = cleaned(message.variants[index].value)
      }
      return .select(message)
    }
  }
}
