// Patterns and what stands in them: text, expressions and markup.
extension MessageScanner {
  /// Reads a pattern: up to the end of a simple message, or up to `}}` when quoted.
  mutating func scanPattern(_ source: Span<UInt8>, quoted: Bool) throws(SyntaxFault) {
    let patternIndex = nodes.count
    let patternStart = position
    nodes.append(SyntaxNode(.pattern, patternStart, patternStart))
    while true {
      try scanText(source)
      let stop = position
      if stop >= source.count {
        if quoted {
          throw SyntaxFault(.unclosedPattern, (patternStart - 2)..<patternStart)
        }
        nodes[patternIndex].end = UInt32(truncatingIfNeeded: stop)
        return
      }
      if source[stop] == UInt8(ascii: "{") {
        try scanPlaceholder(source)
      } else if quoted, byte(source, stop + 1) == UInt8(ascii: "}") {
        nodes[patternIndex].end = UInt32(truncatingIfNeeded: stop)
        position = stop + 2
        return
      } else {
        throw SyntaxFault(.loneBrace, stop..<(stop + 1))
      }
    }
  }

  /// Reads text up to a brace or the end.
  @inline(__always)
  private mutating func scanText(_ source: Span<UInt8>) throws(SyntaxFault) {
    let start = position
    var index = start
    var flags: SyntaxNode.Flags = []
    while true {
      index = Self.plainTextEnd(source, from: index)
      guard index < source.count else { break }
      let byte = source[index]
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") { break }
      if byte == UInt8(ascii: "\\") {
        try checkEscape(source, at: index)
        flags.insert(.rewritten)
        index += 2
        continue
      }
      throw SyntaxFault(.nulCharacter, index..<(index + 1))
    }
    position = index
    if index > start { nodes.append(SyntaxNode(.text, start, index, flags)) }
  }

  /// The index of the first brace, backslash or U+0000 from an index on, or the end.
  @inline(__always)
  private static func plainTextEnd(_ source: Span<UInt8>, from start: Int) -> Int {
    let bytes = source.bytes
    var index = start
    // Eight bytes at once: a byte of `found` has its top bit set where the text has one of the
    // four; a wrong bit can stand only behind a right one.
    while index + 8 <= bytes.byteCount {
      let word = bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      let found =
        zeroBytes(word) | zeroBytes(word ^ repeated("{")) | zeroBytes(word ^ repeated("}"))
        | zeroBytes(word ^ repeated("\\"))
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < source.count {
      switch source[index] {
      case 0, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): return index
      default: index += 1
      }
    }
    return index
  }

  @inline(__always)
  private static func repeated(_ character: Unicode.Scalar) -> UInt64 {
    0x0101_0101_0101_0101 &* UInt64(UInt8(ascii: character))
  }

  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  private func checkEscape(_ source: Span<UInt8>, at index: Int) throws(SyntaxFault) {
    switch byte(source, index + 1) {
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"): return
    default:
      let length = characterLength(source, index + 1)
      throw SyntaxFault(.badEscape, index..<(index + 1 + length))
    }
  }

  /// Reads a placeholder, from its `{` to its `}`.
  mutating func scanPlaceholder(_ source: Span<UInt8>) throws(SyntaxFault) {
    let open = position
    placeholders += 1
    if placeholders > Self.mostPlaceholders {
      throw SyntaxFault(.tooManyPlaceholders, open..<(open + 1))
    }
    let index = nodes.count
    nodes.append(SyntaxNode(.expression, open, open))
    position = open + 1
    _ = skipBlank(source)
    let start = position
    let first = byte(source, start)
    var hasOperand = false
    var hasFunction = false
    var space: Bool
    switch first {
    case UInt8(ascii: "$"):
      position = start + 1
      try scanName(source, .variable, from: start, namespaced: false)
      hasOperand = true
      space = skipBlank(source)
    case UInt8(ascii: ":"):
      position = start + 1
      try scanName(source, .function, from: start, namespaced: true)
      hasFunction = true
      space = try scanOptions(source)
    case UInt8(ascii: "#"), UInt8(ascii: "/"):
      position = start + 1
      try scanMarkup(
        source, node: index, kind: first == UInt8(ascii: "#") ? .markupOpen : .markupClose)
      return
    default:
      guard try scanLiteral(source) else {
        throw unexpectedStart(source, open: open)
      }
      hasOperand = true
      space = skipBlank(source)
    }
    if hasOperand, byte(source, position) == UInt8(ascii: ":") {
      if !space { throw SyntaxFault(.missingSpace, position..<(position + 1)) }
      let sigil = position
      position += 1
      try scanName(source, .function, from: sigil, namespaced: true)
      hasFunction = true
      space = try scanOptions(source)
    }
    let attributes = try scanAttributes(source, afterSpace: space)
    guard byte(source, position) == UInt8(ascii: "}") else {
      throw unexpectedInside(
        source, open: open, hasFunction: hasFunction, attributes: attributes)
    }
    position += 1
    nodes[index].end = UInt32(truncatingIfNeeded: position)
  }

  private mutating func scanMarkup(
    _ source: Span<UInt8>, node index: Int, kind: SyntaxNode.Kind
  ) throws(SyntaxFault) {
    let open = Int(nodes[index].start)
    nodes[index].kind = kind
    try scanName(source, .markupName, from: position - 1, namespaced: true)
    let space = try scanOptions(source)
    let attributes = try scanAttributes(source, afterSpace: space)
    if kind == .markupOpen, byte(source, position) == UInt8(ascii: "/") {
      guard byte(source, position + 1) == UInt8(ascii: "}") else {
        throw SyntaxFault(.slashNotAtEnd, position..<(position + 1))
      }
      position += 1
      nodes[index].kind = .markupStandalone
    }
    guard byte(source, position) == UInt8(ascii: "}") else {
      throw unexpectedInside(source, open: open, hasFunction: true, attributes: attributes)
    }
    position += 1
    nodes[index].end = UInt32(truncatingIfNeeded: position)
  }

  /// Reads a quoted or unquoted literal; false where there is none.
  @inline(__always)
  mutating func scanLiteral(_ source: Span<UInt8>) throws(SyntaxFault) -> Bool {
    let start = position
    if byte(source, start) == UInt8(ascii: "|") {
      try scanQuotedLiteral(source)
      return true
    }
    var index = start
    var flags: SyntaxNode.Flags = []
    while true {
      let length = nameCharacterLength(source, index)
      if length == 0 { break }
      if length > 1 { flags.insert(.composed) }
      index += length
    }
    if index == start { return false }
    nodes.append(SyntaxNode(.literal, start, index, flags))
    position = index
    return true
  }

  private mutating func scanQuotedLiteral(_ source: Span<UInt8>) throws(SyntaxFault) {
    let start = position
    var index = start + 1
    var flags: SyntaxNode.Flags = .quoted
    while index < source.count {
      let byte = source[index]
      if byte == UInt8(ascii: "|") {
        position = index + 1
        nodes.append(SyntaxNode(.literal, start, index + 1, flags))
        return
      }
      if byte == UInt8(ascii: "\\") {
        try checkEscape(source, at: index)
        flags.insert(.rewritten)
        index += 2
        continue
      }
      if byte == 0 { throw SyntaxFault(.nulCharacter, index..<(index + 1)) }
      if byte >= 0xCC { flags.insert(.composed) }
      index += 1
    }
    throw SyntaxFault(.unclosedLiteral, start..<(start + 1))
  }

  /// Reads `name=value …` and the blank behind; whether that blank has white space.
  @inline(__always)
  private mutating func scanOptions(_ source: Span<UInt8>) throws(SyntaxFault) -> Bool {
    let first = nodes.count
    var count = 0
    while true {
      let space = skipBlank(source)
      guard startsName(source) else {
        if count > 1 { findDuplicateOptions(source, from: first, count: count) }
        return space
      }
      if !space { throw fault(.missingSpace, source, at: position) }
      count += 1
      let start = position
      let node = nodes.count
      try scanName(source, .option, from: start, namespaced: true)
      _ = skipBlank(source)
      guard byte(source, position) == UInt8(ascii: "=") else {
        throw SyntaxFault(.missingEquals, nodes[node].range)
      }
      let equals = position
      position += 1
      _ = skipBlank(source)
      let value = position
      if byte(source, value) == UInt8(ascii: "$") {
        position += 1
        try scanName(source, .variable, from: value, namespaced: false)
      } else if try !scanLiteral(source) {
        throw SyntaxFault(.missingValue, equals..<(equals + 1))
      }
    }
  }

  @inline(__always)
  private func startsName(_ source: Span<UInt8>) -> Bool {
    let first = byte(source, position)
    if first < 0x80 { return NameCharacters.startsWithASCII(first) }
    return NameCharacters.nonASCIILength(in: source, at: position) > 0
  }

  /// Reads `@name` and `@name=literal`; whether there was any.
  @inline(__always)
  private mutating func scanAttributes(
    _ source: Span<UInt8>, afterSpace: Bool
  ) throws(SyntaxFault) -> Bool {
    var space = afterSpace
    var found = false
    while byte(source, position) == UInt8(ascii: "@") {
      let start = position
      if !space { throw SyntaxFault(.missingSpace, start..<(start + 1)) }
      found = true
      position += 1
      try scanName(source, .attribute, from: start, namespaced: true)
      space = skipBlank(source)
      guard byte(source, position) == UInt8(ascii: "=") else { continue }
      let equals = position
      position += 1
      _ = skipBlank(source)
      if byte(source, position) == UInt8(ascii: "$") {
        throw SyntaxFault(.attributeVariable, position..<(position + 1))
      }
      guard try scanLiteral(source) else {
        throw SyntaxFault(.missingValue, equals..<(equals + 1))
      }
      space = skipBlank(source)
    }
    return found
  }

  private func unexpectedStart(_ source: Span<UInt8>, open: Int) -> SyntaxFault {
    if isAtEnd(source) { return SyntaxFault(.unclosedPlaceholder, open..<(open + 1)) }
    switch source[position] {
    case 0: return SyntaxFault(.nulCharacter, position..<(position + 1))
    case UInt8(ascii: "}"): return SyntaxFault(.emptyPlaceholder, open..<(position + 1))
    case UInt8(ascii: "{"): return SyntaxFault(.doubledBrace, open..<(position + 1))
    default: return fault(.unexpectedCharacter, source, at: position)
    }
  }

  /// Whether the next brace opens another placeholder, or there is none.
  private func isNeverClosed(_ source: Span<UInt8>) -> Bool {
    var index = position
    while index < source.count {
      if source[index] == UInt8(ascii: "{") { return true }
      if source[index] == UInt8(ascii: "}") || source[index] == UInt8(ascii: "|") { return false }
      index += 1
    }
    return true
  }

  private func unexpectedInside(
    _ source: Span<UInt8>, open: Int, hasFunction: Bool, attributes: Bool
  ) -> SyntaxFault {
    if isAtEnd(source) { return SyntaxFault(.unclosedPlaceholder, open..<(open + 1)) }
    let byte = source[position]
    if byte == 0 { return SyntaxFault(.nulCharacter, position..<(position + 1)) }
    if isNeverClosed(source) { return SyntaxFault(.unclosedPlaceholder, open..<(open + 1)) }
    guard startsName(source) else { return fault(.unexpectedCharacter, source, at: position) }
    var end = position
    while case let length = nameCharacterLength(source, end), length > 0 { end += length }
    if attributes { return SyntaxFault(.optionAfterAttribute, position..<end) }
    if hasFunction { return SyntaxFault(.unexpectedCharacter, position..<end) }
    return SyntaxFault(.optionWithoutFunction, position..<end)
  }
}
