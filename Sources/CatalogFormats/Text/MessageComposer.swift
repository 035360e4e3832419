import CatalogExchange
import MessageSyntax
import StringCatalogs

/// A piece of a foreign message: text, or what stands for a value.
enum MessageSegment {
  /// Text with its place in the decoded value; the value differs where the dialect had an escape.
  case text(String, Range<Int>)
  case element(PatternElement, Range<Int>)
}

/// Writes the MessageFormat 2 source of a foreign message and keeps the way back to the file.
struct MessageComposer {
  private var source: [UInt8] = []
  private var offsets: OffsetMap
  private var distance: Int

  private init(start: Int) {
    offsets = OffsetMap(start: start)
    distance = start
  }

  /// A message with one pattern.
  static func pattern(
    _ segments: [MessageSegment], of text: DecodedText, valueSpan: Range<Int>
  ) -> ExchangeMessage {
    let isQuoted = startsLikeDeclaration(segments)
    if !isQuoted, segments.count == 1, case .text(let value, let range)? = segments.first,
      range == 0..<text.text.utf8.count, value == text.text, !value.utf8.contains(where: isSyntax)
    {
      return ExchangeMessage(
        text: value, syntax: .messageFormat2, valueSpan: valueSpan, offsets: text.offsets)
    }
    var composer = MessageComposer(start: text.offsets.fileOffset(of: 0))
    if isQuoted { composer.syntax("{{", text.offsets.fileOffset(of: 0)) }
    composer.append(segments, text)
    if isQuoted { composer.syntax("}}", text.offsets.fileOffset(of: text.text.utf8.count)) }
    return composer.finish(valueSpan)
  }

  /// One variant of a select message: its keys as they are written, and its pattern.
  struct Branch {
    var keys: String
    var segments: [MessageSegment]
    var text: DecodedText
    /// Where the pattern stands in the file, where that does not follow from its text.
    var place: Range<Int>?
  }

  /// A message that chooses among branches.
  ///
  /// - Parameter head: Its declarations and `.match` (`.input {$n :number} .match $n`).
  static func select(
    head: String, _ branches: [Branch], valueSpan: Range<Int>
  ) -> ExchangeMessage {
    var composer = MessageComposer(start: valueSpan.lowerBound)
    composer.syntax(head, valueSpan.lowerBound)
    for branch in branches {
      let start = branch.place?.lowerBound ?? branch.text.offsets.fileOffset(of: 0)
      let end =
        branch.place?.upperBound ?? branch.text.offsets.fileOffset(of: branch.text.text.utf8.count)
      composer.syntax("\n\(branch.keys) {{", start)
      composer.append(branch.segments, branch.text)
      composer.syntax("}}", end)
    }
    return composer.finish(valueSpan)
  }

  private func finish(_ valueSpan: Range<Int>) -> ExchangeMessage {
    ExchangeMessage(
      text: String(decoding: source, as: UTF8.self), syntax: .messageFormat2,
      valueSpan: valueSpan, offsets: offsets)
  }

  /// Text that would open a declaration (`.input`) if it stood bare.
  private static func startsLikeDeclaration(_ segments: [MessageSegment]) -> Bool {
    for segment in segments {
      guard case .text(let value, _) = segment else { return false }
      for scalar in value.unicodeScalars {
        switch scalar {
        case ".": return true
        case " ", "\t", "\n", "\r", "\u{3000}", "\u{61C}", "\u{200E}", "\u{200F}",
          "\u{2066}"..."\u{2069}":
          continue
        default: return false
        }
      }
    }
    return false
  }

  private mutating func append(_ segments: [MessageSegment], _ text: DecodedText) {
    for segment in segments {
      switch segment {
      case .text(let value, let range): append(value, range, text)
      case .element(let element, let range):
        let message = Message.pattern(PatternMessage(pattern: Pattern([element])))
        let start = text.offsets.fileOffset(of: range.lowerBound)
        let end = max(start, text.offsets.fileOffset(of: range.upperBound))
        // No place inside the placeholder leads behind its end.
        let begin = source.count
        for byte in MessageFormat2.print(message).utf8 {
          put(byte, min(start + source.count - begin, end))
        }
        mark(end)
      }
    }
  }

  private mutating func append(_ value: String, _ range: Range<Int>, _ text: DecodedText) {
    // Text that a dialect's escape stands for maps to the escape as a whole.
    let isExact = value.utf8.count == range.count
    if isExact, text.offsets.isEven(in: range), !value.utf8.contains(where: Self.isSyntax) {
      guard !value.isEmpty else { return }
      mark(text.offsets.fileOffset(of: range.lowerBound))
      source += value.utf8
      return
    }
    for (index, byte) in value.utf8.enumerated() {
      let place = isExact ? range.lowerBound + index : range.lowerBound
      let file = text.offsets.fileOffset(of: place)
      if Self.isSyntax(byte) {
        put(UInt8(ascii: "\\"), file)
      }
      put(byte, file)
    }
  }

  /// Whether a character has a meaning of its own in MessageFormat 2, so that text has it escaped.
  private static func isSyntax(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\\")
  }

  private mutating func syntax(_ text: String, _ file: Int) {
    for byte in text.utf8 { put(byte, file) }
  }

  private mutating func put(_ byte: UInt8, _ file: Int) {
    mark(file)
    source.append(byte)
  }

  private mutating func mark(_ file: Int) {
    guard file - source.count != distance else { return }
    distance = file - source.count
    offsets.append(text: source.count, file: file)
  }
}
