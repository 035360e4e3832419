import MessageSyntax
import StringCatalogs

extension CatalogEntry {
  /// Whether nothing of the message can be seen: it has no text, or only white space.
  var isBlank: Bool {
    let isQuoted = syntax == .messageFormat2
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isWhitespace || isQuoted && (scalar == "{" || scalar == "}")
    }
  }

  /// Whether a translation says nothing but what its source says: it is the same text, or its variants are
  /// all among the source's, which another language has more or fewer of.
  func repeats(_ source: CatalogEntry) -> Bool {
    if text == source.text { return true }
    guard syntax == .messageFormat2, source.syntax == .messageFormat2, text.utf8.first == 0x2E
    else { return false }
    let patterns = patterns
    guard patterns.count > 1 else { return false }
    let known = Set(source.patterns)
    return patterns.allSatisfy(known.contains)
  }

  /// Calls a function with every run of literal text of the message.
  func forEachText(_ body: (Text) -> Void) {
    switch parsed.message {
    case .pattern(let message)?:
      for case .text(let text) in message.pattern.elements { body(text) }
    case .select(let message)?:
      for variant in message.variants {
        for case .text(let text) in variant.value.elements { body(text) }
      }
    case nil: break
    }
  }

  /// Where a stretch of a run of text, in bytes of its value, stands in the message's source.
  ///
  /// The two differ behind an escape only: there the source is followed byte by byte.
  func span(of bytes: Range<Int>, in text: Text) -> Range<Int> {
    // What a conversion made has no place.
    if text.span.range.isEmpty { return 0..<0 }
    let start = text.span.lowerBound
    let length = text.span.upperBound - start
    let value = Array(text.value.utf8)
    guard value.count != length else {
      return start + bytes.lowerBound..<start + bytes.upperBound
    }
    var position = start
    var lower = start
    var index = 0
    for byte in self.text.utf8.dropFirst(start).prefix(length) {
      if index == bytes.lowerBound { lower = position }
      if index >= bytes.upperBound { break }
      position += 1
      if index < value.count, value[index] == byte { index += 1 }
    }
    return lower..<max(lower, position)
  }
}

/// Whether a character at the edge of a text is white space that nobody sees there.
func isEdgeSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case " ", "\n", "\r", "\t", "\u{A0}", "\u{202F}", "\u{3000}": true
  default: false
  }
}

/// The scalars of a text with the bytes that each takes.
struct PlacedScalars: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  private var offset = 0

  init(_ text: String) { scalars = text.unicodeScalars.makeIterator() }

  mutating func next() -> (scalar: Unicode.Scalar, bytes: Range<Int>)? {
    guard let scalar = scalars.next() else { return nil }
    let start = offset
    offset += UTF8.width(scalar)
    return (scalar, start..<offset)
  }
}

/// The words of a text, as runs of letters, marks and digits, with the bytes that each takes.
func placedWords(_ text: String) -> [(word: Substring, bytes: Range<Int>)] {
  var words: [(word: Substring, bytes: Range<Int>)] = []
  var start: (index: String.Index, offset: Int)?
  var offset = 0
  let scalars = text.unicodeScalars
  var index = scalars.startIndex
  while index < scalars.endIndex {
    let scalar = scalars[index]
    if isWordScalar(scalar) {
      if start == nil { start = (index, offset) }
    } else if let begin = start {
      words.append((text[begin.index..<index], begin.offset..<offset))
      start = nil
    }
    offset += UTF8.width(scalar)
    index = scalars.index(after: index)
  }
  if let begin = start { words.append((text[begin.index...], begin.offset..<offset)) }
  return words
}

func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII {
    return (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
      || (0x61...0x7A).contains(scalar.value)
  }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber:
    return true
  default:
    return scalar.value == 0x200C || scalar.value == 0x200D
  }
}

/// Calls a function with every expression of a message, declarations first.
func forEachExpression(of message: Message, _ body: (Expression) -> Void) {
  for declaration in message.declarations { body(declaration.value) }
  for pattern in message.patterns {
    for case .expression(let expression) in pattern.elements { body(expression) }
  }
}

/// Calls a function with every piece of markup of a message.
func forEachMarkup(of message: Message, _ body: (Markup) -> Void) {
  for pattern in message.patterns {
    for case .markup(let markup) in pattern.elements { body(markup) }
  }
}
