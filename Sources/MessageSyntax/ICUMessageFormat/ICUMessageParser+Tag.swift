// What FormatJS has beyond ICU: tags, and stricter styles.
extension ICUMessageParser {
  /// Whether a `<` starts a tag: a letter follows.
  func startsTag(_ source: Span<UInt8>, _ index: Int) -> Bool {
    guard let next = byte(source, index + 1) else { return false }
    return (next | 0x20) >= UInt8(ascii: "a") && (next | 0x20) <= UInt8(ascii: "z")
  }

  func startsClosingTag(_ source: Span<UInt8>, _ index: Int) -> Bool {
    byte(source, index + 1) == UInt8(ascii: "/")
  }

  /// Reads `<name/>`, or `<name>` up to its `</name>`.
  mutating func parseTag(
    _ source: Span<UInt8>, depth: Int, parent: Parent, open: Int?
  ) throws(ICUFault) -> ICUTag {
    let start = position
    try countPlaceholder(at: start)
    let name = parseTagName(source, from: start + 1)
    position = PatternCharacters.skipWhiteSpace(source, position)
    if byte(source, position) == UInt8(ascii: "/"),
      byte(source, position + 1) == UInt8(ascii: ">")
    {
      position += 2
      return ICUTag(name: name, content: nil, span: SourceSpan(start..<position))
    }
    guard byte(source, position) == UInt8(ascii: ">") else {
      throw ICUFault(
        "tag `<\(name)` is never finished", start..<position,
        help: "write `<\(name)>…</\(name)>` or `<\(name)/>`; a tag has no attributes")
    }
    position += 1
    let opening = start..<position
    let content = try parseMessage(
      source, depth: depth + 1, parent: parent, open: open, inTag: true)
    guard byte(source, position) == UInt8(ascii: "<") else {
      throw ICUFault("tag `<\(name)>` is never closed", opening, help: "add `</\(name)>`")
    }
    let closing = position
    let closingName = parseTagName(source, from: closing + 2)
    position = PatternCharacters.skipWhiteSpace(source, position)
    guard !closingName.isEmpty, startsTag(source, closing + 1),
      byte(source, position) == UInt8(ascii: ">")
    else {
      throw ICUFault(
        "closing tag has no name or no `>`", closing..<max(closing + 2, position),
        help: "write `</\(name)>`")
    }
    position += 1
    guard closingName == name else {
      throw ICUFault(
        "`</\(closingName)>` closes `<\(name)>`", closing..<position, help: "write `</\(name)>`")
    }
    return ICUTag(name: name, content: content, span: SourceSpan(start..<position))
  }

  private mutating func parseTagName(_ source: Span<UInt8>, from start: Int) -> String {
    var index = start
    while index < source.count {
      let (scalar, length) = NameCharacters.decode(source, at: index)
      guard isTagCharacter(scalar) else { break }
      index += length
    }
    position = index
    return String(start..<index, of: source)
  }

  /// What HTML allows in the name of a custom element.
  private func isTagCharacter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x2E, 0x30...0x39, 0x5F, 0x61...0x7A, 0x41...0x5A, 0xB7, 0xC0...0xD6, 0xD8...0xF6,
      0xF8...0x37D, 0x37F...0x1FFF, 0x200C, 0x200D, 0x203F, 0x2040, 0x2070...0x218F,
      0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  /// A style as FormatJS takes it: not empty, and a skeleton without empty parts.
  func classifyFormatJS(
    _ span: Range<Int>, trimmedStart: Int, type: String, _ source: Span<UInt8>
  ) throws(ICUFault) -> ICUStyle {
    let words = String(min(trimmedStart, span.upperBound)..<span.upperBound, of: source)
      .split(whereSeparator: { $0.unicodeScalars.allSatisfy(isPatternWhiteSpace) })
    if words.isEmpty {
      throw ICUFault("style is empty", span, help: "name a style, or leave the comma out")
    }
    if let skeleton = skeleton(span, trimmedStart, source) {
      let parts = skeleton.split(whereSeparator: {
        $0.unicodeScalars.allSatisfy(isPatternWhiteSpace)
      })
      // `currency/` and `currency//USD` have an option without a text.
      let isBroken = parts.contains { part in
        part.split(separator: "/", omittingEmptySubsequences: false).dropFirst().contains("")
      }
      if parts.isEmpty || (type == "number" && isBroken) {
        throw ICUFault(
          "skeleton is empty or has an empty part", span, help: "as in `::currency/EUR`")
      }
      return .skeleton(skeleton)
    }
    let name = words.joined(separator: " ")
    let names =
      type == "number"
      ? ["integer", "currency", "percent"] : ["short", "medium", "long", "full"]
    return names.contains(name) ? .named(name) : .pattern(String(span, of: source))
  }

  private func isPatternWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    PatternCharacters.isWhiteSpace(scalar.value)
  }
}
