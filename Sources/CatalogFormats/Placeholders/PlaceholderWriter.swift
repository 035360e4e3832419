import CatalogExchange
import LocaleIdentifiers
import MessageSyntax

/// Writes the patterns of one message in a foreign dialect, and the notes that it needs.
struct PlaceholderWriter {
  let dialect: any PlaceholderDialect
  private(set) var notes = PlaceholderNotes()
  /// What could not be written.
  private(set) var faults: [String] = []
  private var writings: [PatternElement: String] = [:]
  /// The variables that have numbers by the source, in their order.
  private(set) var numberedVariables: [String]
  /// What is to be noted of the source's placeholders where they are written.
  private var numbered = PlaceholderNotes()
  /// What stands beside the message already, for its other languages.
  private let known: PlaceholderNotes

  /// - Parameters:
  ///   - source: The message that numbered placeholders count by, where a translation has them in
  ///     another order.
  ///   - known: The notes that the message has of other languages; a tag that means something else
  ///     there gets another name here.
  init(
    _ dialect: any PlaceholderDialect, numberedBy source: Message? = nil,
    beside known: PlaceholderNotes = PlaceholderNotes()
  ) {
    self.dialect = dialect
    self.known = known
    numberedVariables = []
    // The last variant shows all that there is.
    for pattern in (source?.patterns ?? []).reversed() {
      for element in pattern.elements where !element.isText {
        writings[element.withoutSource] = writing(of: element)
        if let name = element.variableName, !numberedVariables.contains(name) {
          numberedVariables.append(name)
        }
      }
    }
    numbered = notes
    notes = PlaceholderNotes()
  }

  mutating func text(of pattern: Pattern) -> String {
    // Many dialects have escapes only beside placeholders.
    if pattern.elements.allSatisfy(\.isText) {
      let plain = pattern.elements.reduce(into: "") { text, element in
        if case .text(let value) = element { text += value.value }
      }
      let segments = dialect.segments(of: plain)
      if segments.isEmpty { return plain }
      if segments.count == 1, case .text(plain, _)? = segments.first { return plain }
    }
    if let text = ownText(of: pattern) { return text }
    var text = ""
    for element in pattern.elements {
      if case .text(let value) = element {
        text += dialect.escaped(value.value)
      } else {
        text += writing(of: element)
      }
    }
    return text
  }

  /// The text with the writings that all placeholders came with, where it is read as this pattern.
  /// What `%s` stands for depends on those before it.
  private func ownText(of pattern: Pattern) -> String? {
    var text = ""
    for element in pattern.elements {
      if case .text(let value) = element {
        text += dialect.escaped(value.value)
      } else if let own = element.sourceWriting {
        text += own
      } else {
        return nil
      }
    }
    let read = dialect.segments(of: text).compactMap { segment in
      if case .element(let element, _) = segment { element } else { nil as PatternElement? }
    }
    return read == pattern.elements.filter { !$0.isText } ? text : nil
  }

  /// Takes over what another writer has to explain of the same message.
  mutating func take(notesOf other: PlaceholderNotes) {
    for (writing, element) in other.tokens { notes.add(writing, element) }
  }

  private mutating func writing(of element: PatternElement) -> String {
    if let known = writings[element] {
      if let note = numbered.tokens.first(where: { $0.writing == known }) {
        notes.add(known, note.element)
      }
      return known
    }
    let writing = newWriting(of: element)
    writings[element] = writing
    return writing
  }

  private mutating func newWriting(of element: PatternElement) -> String {
    if let own = element.sourceWriting, !dialect.isCounted(own), reading(of: own) == element {
      return own
    }
    // Tags are no arguments, and do not count.
    let number = writings.keys.count { !$0.isMarkup } + 1
    var attempt = 0
    func token() -> String? {
      if case .markup(let markup) = element { return markup.tag(attempt + 1) }
      return dialect.token(for: element, number: number, attempt: attempt)
    }
    var found = token()
    while let own = found, writings.values.contains(own) || isKnown(own, as: element),
      attempt < 300
    {
      attempt += 1
      found = token()
    }
    guard let writing = found else {
      faults.append("the format has no placeholders")
      return ""
    }
    if reading(of: writing)?.withoutSource != element { notes.add(writing, element) }
    return writing
  }

  /// Whether a tag stands for another one in another language.
  private func isKnown(_ writing: String, as element: PatternElement) -> Bool {
    guard element.isMarkup, let other = known.tokens.first(where: { $0.writing == writing })
    else { return false }
    return other.element != element
  }

  /// What the dialect makes of a writing, where it is one placeholder.
  private func reading(of writing: String) -> PatternElement? {
    let segments = dialect.segments(of: writing)
    guard segments.count == 1, case .element(let element, _)? = segments.first else { return nil }
    return element
  }
}

extension PatternElement {
  fileprivate var isMarkup: Bool {
    if case .markup = self { true } else { false }
  }

  /// The element without the writing that it had.
  var withoutSource: PatternElement {
    guard case .expression(var expression) = self else { return self }
    expression.attributes.removeAll { $0.name == "source" }
    return .expression(expression)
  }
}
