internal import Diagnostics

/// Reads ICU MessageFormat 1 from UTF-8 bytes, as ICU's `MessagePattern` does.
///
/// Arguments are in `ICUMessageParser+Argument.swift`, their branches in
/// `ICUMessageParser+Branches.swift`, FormatJS's tags in `ICUMessageParser+Tag.swift`.
struct ICUMessageParser {
  /// What a message stands in directly: it decides what `#` and `|` mean.
  enum Parent { case none, plural, select, choice }

  let dialect: ICUMessageFormat.Dialect
  var warnings: [Diagnostic] = []
  var position = 0
  var placeholders = 0

  init(dialect: ICUMessageFormat.Dialect) { self.dialect = dialect }

  mutating func parse(_ source: Span<UInt8>) throws(ICUFault) -> ICUMessage {
    guard source.count <= ICUMessageFormat.longestMessage else {
      throw ICUFault(
        "message is longer than \(ICUMessageFormat.longestMessage) bytes",
        ICUMessageFormat.longestMessage..<source.count,
        help: "split it into several messages", code: "message-too-long")
    }
    return try parseMessage(source, depth: 0, parent: .none, open: nil, inTag: false)
  }

  /// Reads a message up to its end: the end of the text, a `}`, a `|` in a choice or a `</`.
  ///
  /// `open` is the place of the brace that must be closed. The closing `}` is gone past, but that of
  /// a choice, whose reader wants to see it.
  mutating func parseMessage(
    _ source: Span<UInt8>, depth: Int, parent: Parent, open: Int?, inTag: Bool
  ) throws(ICUFault) -> ICUMessage {
    if depth > ICUMessageFormat.deepestNesting {
      let place = open ?? position
      throw ICUFault(
        "messages stand in each other more than \(ICUMessageFormat.deepestNesting) deep",
        place..<min(place + 1, source.count), help: "split it into several messages",
        code: "nesting-too-deep")
    }
    let start = position
    var elements: [ICUMessageElement] = []
    var text = TextRun(start)
    while position < source.count {
      let index = position
      let byte = source[index]
      switch byte {
      case UInt8(ascii: "'"):
        readQuote(source, parent: parent, into: &text)
      case UInt8(ascii: "#") where parent == .plural:
        text.flush(into: &elements, until: index)
        position += 1
        elements.append(.number(SourceSpan(index..<position)))
        text.start = position
      case UInt8(ascii: "{"):
        text.flush(into: &elements, until: index)
        elements.append(.argument(try parseArgument(source, depth: depth)))
        text.start = position
      case UInt8(ascii: "}") where depth > 0 && open != nil && !inTag,
        UInt8(ascii: "|") where parent == .choice && !inTag:
        text.flush(into: &elements, until: index)
        if parent != .choice { position += 1 }
        return ICUMessage(elements, span: SourceSpan(start..<index))
      case UInt8(ascii: "}") where inTag && open != nil,
        UInt8(ascii: "<") where dialect == .formatJS && startsClosingTag(source, index):
        // The tag's reader says what is wrong, or goes on.
        guard inTag else {
          throw ICUFault(
            "closing tag closes nothing", index..<(index + 2), help: "write `'<'` for the sign")
        }
        text.flush(into: &elements, until: index)
        return ICUMessage(elements, span: SourceSpan(start..<index))
      case UInt8(ascii: "<") where dialect == .formatJS && startsTag(source, index):
        text.flush(into: &elements, until: index)
        elements.append(.tag(try parseTag(source, depth: depth, parent: parent, open: open)))
        text.start = position
      default:
        text.bytes.append(byte)
        position += 1
      }
    }
    if let open, !inTag { throw unmatched(open) }
    text.flush(into: &elements, until: position)
    return ICUMessage(elements, span: SourceSpan(start..<position))
  }
}

extension ICUMessageParser {
  /// Text that is being collected, without its quotes.
  struct TextRun {
    var bytes: [UInt8] = []
    var start: Int

    init(_ start: Int) { self.start = start }

    mutating func flush(into elements: inout [ICUMessageElement], until end: Int) {
      if !bytes.isEmpty {
        let value = String(decoding: bytes, as: UTF8.self)
        elements.append(.text(Text(value, span: SourceSpan(start..<max(start, end)))))
        bytes.removeAll(keepingCapacity: true)
      }
      start = end
    }
  }

  func byte(_ source: Span<UInt8>, _ index: Int) -> UInt8? {
    index >= 0 && index < source.count ? source[index] : nil
  }

  func unmatched(_ open: Int) -> ICUFault {
    ICUFault(
      "`{` is never closed", open..<(open + 1), help: "close it with `}`, or write it as `'{'`")
  }

  /// Reads an apostrophe and, where it starts a quotation, all of that.
  private mutating func readQuote(
    _ source: Span<UInt8>, parent: Parent, into text: inout TextRun
  ) {
    let apostrophe = UInt8(ascii: "'")
    let next = byte(source, position + 1)
    if next == apostrophe {
      text.bytes.append(apostrophe)
      position += 2
      return
    }
    guard let next, startsQuotation(next, parent) else {
      text.bytes.append(apostrophe)
      position += 1
      return
    }
    position += 1
    while let byte = byte(source, position) {
      if byte == apostrophe {
        if self.byte(source, position + 1) != apostrophe {
          position += 1
          return
        }
        position += 1
      }
      text.bytes.append(byte)
      position += 1
    }
  }

  private func startsQuotation(_ byte: UInt8, _ parent: Parent) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"): true
    case UInt8(ascii: "#"): parent == .plural
    case UInt8(ascii: "|"): parent == .choice
    case UInt8(ascii: "<"), UInt8(ascii: ">"): dialect == .formatJS
    default: false
    }
  }
}
