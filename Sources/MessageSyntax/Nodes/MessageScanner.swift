/// Reads MessageFormat 2's grammar from UTF-8 bytes into a flat list of nodes, in one pass.
///
/// It stops at the first syntax error. The list is kept between messages, so that reading the next
/// one allocates nothing. Patterns and placeholders are in `MessageScanner+Placeholder.swift`,
/// declarations and variants in `MessageScanner+Complex.swift`.
struct MessageScanner: Sendable {
  static let longestMessage = 65_536
  static let mostPlaceholders = 256

  var nodes = NodeList()
  /// Duplicate options: they are seen while reading, but are no syntax errors.
  var duplicateOptions: [SyntaxFault] = []
  var position = 0
  var placeholders = 0
  /// How many bytes and nodes were looked at, for the test that the time is linear.
  var comparisons = 0

  mutating func scan(_ source: Span<UInt8>) throws(SyntaxFault) {
    nodes.removeAll()
    if !duplicateOptions.isEmpty { duplicateOptions.removeAll(keepingCapacity: true) }
    position = 0
    placeholders = 0
    comparisons = 0
    guard source.count <= Self.longestMessage else {
      throw SyntaxFault(.messageTooLong, Self.longestMessage..<source.count)
    }
    _ = skipBlank(source)
    let first = byte(source, position)
    if first == UInt8(ascii: ".")
      || (first == UInt8(ascii: "{") && byte(source, position + 1) == UInt8(ascii: "{"))
    {
      try scanComplexMessage(source)
    } else {
      // The white space in front belongs to the text.
      position = 0
      try scanPattern(source, quoted: false)
    }
  }
}

extension MessageScanner {
  /// The byte at an index, or 0 (which no message may hold) at the end.
  @inline(__always)
  func byte(_ source: Span<UInt8>, _ index: Int) -> UInt8 {
    index < source.count ? source[index] : 0
  }

  @inline(__always)
  func isAtEnd(_ source: Span<UInt8>) -> Bool { position >= source.count }

  /// Skips white space and bidi marks (`o`); whether there was white space (so that it was an `s`).
  @inline(__always)
  mutating func skipBlank(_ source: Span<UInt8>) -> Bool {
    var index = position
    var space = false
    while index < source.count {
      let byte = source[index]
      if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        space = true
        index += 1
      } else if byte < 0x80 {
        break
      } else if byte == 0xE3, self.byte(source, index + 1) == 0x80,
        self.byte(source, index + 2) == 0x80
      {
        space = true
        index += 3
      } else {
        let length = NameCharacters.bidiLength(in: source, at: index)
        if length == 0 { break }
        index += length
      }
    }
    position = index
    return space
  }

  /// The length of the `name-char` at an index, or 0.
  @inline(__always)
  func nameCharacterLength(_ source: Span<UInt8>, _ index: Int) -> Int {
    let byte = byte(source, index)
    if byte < 0x80 { return NameCharacters.containsASCII(byte) ? 1 : 0 }
    return NameCharacters.nonASCIILength(in: source, at: index)
  }

  /// Reads a name with the bidi marks around it; the node is the sigil in front, if any, and the
  /// name, without the mark behind it.
  ///
  /// With `namespaced` it is an `identifier`, which may have a namespace: `icu:list`.
  @inline(__always)
  mutating func scanName(
    _ source: Span<UInt8>, _ kind: SyntaxNode.Kind, from start: Int, namespaced: Bool
  ) throws(SyntaxFault) {
    var flags: SyntaxNode.Flags = []
    var end = try scanNamePart(source, from: start, flags: &flags)
    if namespaced, byte(source, position) == UInt8(ascii: ":") {
      if end != position { flags.insert(.rewritten) }
      position += 1
      end = try scanNamePart(source, from: start, flags: &flags)
    }
    nodes.append(SyntaxNode(kind, start, end, flags))
  }

  /// Reads `[bidi] name-start *name-char [bidi]` and returns where the name ends.
  @inline(__always)
  private mutating func scanNamePart(
    _ source: Span<UInt8>, from start: Int, flags: inout SyntaxNode.Flags
  ) throws(SyntaxFault) -> Int {
    var index = position
    let first = byte(source, index)
    if first >= 0xD8 {
      let mark = NameCharacters.bidiLength(in: source, at: index)
      if mark > 0 {
        index += mark
        flags.insert(.rewritten)
      }
    }
    let nameStart = index
    if byte(source, index) < 0x80, !NameCharacters.startsWithASCII(byte(source, index)) {
      throw missingName(source, from: start, at: index)
    }
    while index < source.count {
      let byte = source[index]
      if byte < 0x80 {
        guard NameCharacters.containsASCII(byte) else { break }
        index += 1
      } else {
        let length = NameCharacters.nonASCIILength(in: source, at: index)
        if length == 0 { break }
        if byte >= 0xCC { flags.insert(.composed) }
        index += length
      }
    }
    if index == nameStart { throw missingName(source, from: start, at: index) }
    position = index + NameCharacters.bidiLength(in: source, at: index)
    return index
  }

  private func missingName(_ source: Span<UInt8>, from start: Int, at index: Int) -> SyntaxFault {
    var end = index
    while case let length = nameCharacterLength(source, end), length > 0 { end += length }
    if end > index { return SyntaxFault(.badNameStart, start..<end) }
    // The sigil alone: nothing follows that could have been meant as the name.
    return SyntaxFault(.missingName, start..<(start + characterLength(source, start)))
  }

  func characterLength(_ source: Span<UInt8>, _ index: Int) -> Int {
    NameCharacters.decode(source, at: index).length
  }

  func fault(
    _ reason: SyntaxFault.Reason, _ source: Span<UInt8>, at index: Int
  ) -> SyntaxFault {
    SyntaxFault(reason, index..<(index + characterLength(source, index)))
  }
}
