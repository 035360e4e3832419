internal import Diagnostics

// Branches: plural, selectordinal, select and choice.
extension ICUMessageParser {
  /// Reads branches up to the argument's `}` and goes past that.
  mutating func parseBranches(
    _ source: Span<UInt8>, type: String, typeSpan: Range<Int>, open: Int, depth: Int
  ) throws(ICUFault) -> ICUArgumentKind {
    switch type {
    case "choice":
      return .choice(try parseChoice(source, typeSpan: typeSpan, open: open, depth: depth))
    case "select":
      return .select(try parseSelect(source, typeSpan: typeSpan, open: open, depth: depth))
    default:
      return .plural(
        try parsePlural(
          source, isOrdinal: type == "selectordinal", typeSpan: typeSpan, open: open,
          depth: depth))
    }
  }

  private mutating func parsePlural(
    _ source: Span<UInt8>, isOrdinal: Bool, typeSpan: Range<Int>, open: Int, depth: Int
  ) throws(ICUFault) -> ICUPlural {
    var plural = ICUPlural(isOrdinal: isOrdinal, branches: [])
    var hasOffset = false
    var seen: [ICUPluralBranch.Selector: SourceSpan] = [:]
    while try !endsBranches(source, open: open) {
      let start = position
      let selector: ICUPluralBranch.Selector
      if source[start] == UInt8(ascii: "=") {
        let number = start + 1
        let end = skipNumber(source, number)
        if end == number { throw unexpectedSelector(source, start) }
        selector = .exact(try parseNumber(source, number..<end, allowsInfinity: false))
        position = end
      } else {
        let end = PatternCharacters.skipIdentifier(source, start)
        if end == start { throw unexpectedSelector(source, start) }
        let keyword = String(start..<end, of: source)
        if keyword == "offset", byte(source, end) == UInt8(ascii: ":") {
          if hasOffset || !plural.branches.isEmpty {
            throw ICUFault(
              "`offset:` stands behind a branch", start..<(end + 1),
              help: "put it once, in front of all branches")
          }
          plural.offset = try parseOffset(source, start..<(end + 1))
          hasOffset = true
          continue
        }
        selector = .keyword(keyword)
        position = end
      }
      let span = SourceSpan(start..<position)
      let message = try parseBranch(source, span.range, depth: depth, parent: .plural)
      try note(selector, span, in: &seen)
      plural.branches.append(ICUPluralBranch(selector, message, selectorSpan: span))
    }
    guard seen[.keyword("other")] != nil else { throw missingOther(source, typeSpan) }
    return plural
  }

  private mutating func parseSelect(
    _ source: Span<UInt8>, typeSpan: Range<Int>, open: Int, depth: Int
  ) throws(ICUFault) -> [ICUSelectBranch] {
    var branches: [ICUSelectBranch] = []
    var seen: [String: SourceSpan] = [:]
    while try !endsBranches(source, open: open) {
      let start = position
      let end = PatternCharacters.skipIdentifier(source, start)
      if end == start { throw unexpectedSelector(source, start) }
      let key = String(start..<end, of: source)
      position = end
      let span = SourceSpan(start..<end)
      let message = try parseBranch(source, span.range, depth: depth, parent: .select)
      try note(key, span, in: &seen)
      branches.append(ICUSelectBranch(key, message, keySpan: span))
    }
    guard seen["other"] != nil else { throw missingOther(source, typeSpan) }
    return branches
  }

  private mutating func parseChoice(
    _ source: Span<UInt8>, typeSpan: Range<Int>, open: Int, depth: Int
  ) throws(ICUFault) -> [ICUChoiceBranch] {
    var branches: [ICUChoiceBranch] = []
    position = PatternCharacters.skipWhiteSpace(source, position)
    if byte(source, position) == UInt8(ascii: "}") {
      throw ICUFault(
        "`choice` has no branches", typeSpan, help: "as in `{n, choice, 0#none|1#one|1<many}`")
    }
    while true {
      let start = position
      let end = skipNumber(source, start)
      guard end < source.count else { throw unmatched(open) }
      if end == start {
        throw ICUFault(
          "expected a number", characterRange(source, start),
          help: "as in `{n, choice, 0#none|1#one|1<many}`")
      }
      let limit = try parseNumber(source, start..<end, allowsInfinity: true)
      position = PatternCharacters.skipWhiteSpace(source, end)
      guard position < source.count else { throw unmatched(open) }
      let (separator, length) = NameCharacters.decode(source, at: position)
      guard separator == 0x23 || separator == 0x3C || separator == 0x2264 else {
        throw ICUFault(
          "expected `#`, `<` or `≤` behind the number", characterRange(source, position),
          help: "as in `{n, choice, 0#none|1#one|1<many}`")
      }
      position += length
      let message = try parseMessage(
        source, depth: depth + 1, parent: .choice, open: open, inTag: false)
      branches.append(
        ICUChoiceBranch(limit: limit, isExclusive: separator == 0x3C, message: message))
      let ends = byte(source, position) == UInt8(ascii: "}")
      position += 1
      if ends { return branches }
      position = PatternCharacters.skipWhiteSpace(source, position)
    }
  }
}

extension ICUMessageParser {
  /// Skips white space; whether the argument's `}` follows, which is gone past.
  private mutating func endsBranches(
    _ source: Span<UInt8>, open: Int
  ) throws(ICUFault) -> Bool {
    position = PatternCharacters.skipWhiteSpace(source, position)
    guard let byte = byte(source, position) else { throw unmatched(open) }
    guard byte == UInt8(ascii: "}") else { return false }
    position += 1
    return true
  }

  private mutating func parseBranch(
    _ source: Span<UInt8>, _ selector: Range<Int>, depth: Int, parent: Parent
  ) throws(ICUFault) -> ICUMessage {
    let open = PatternCharacters.skipWhiteSpace(source, position)
    guard byte(source, open) == UInt8(ascii: "{") else {
      throw ICUFault(
        "branch `\(String(selector, of: source))` has no text", selector,
        help: "put its text behind it, between `{` and `}`")
    }
    position = open + 1
    return try parseMessage(source, depth: depth + 1, parent: parent, open: open, inTag: false)
  }

  private mutating func parseOffset(
    _ source: Span<UInt8>, _ span: Range<Int>
  ) throws(ICUFault) -> ICUNumber {
    let start = PatternCharacters.skipWhiteSpace(source, span.upperBound)
    let end = skipNumber(source, start)
    if end == start {
      throw ICUFault("`offset:` has no number", span, help: "as in `offset:1`")
    }
    position = end
    return try parseNumber(source, start..<end, allowsInfinity: false)
  }

  /// The index behind whatever could be a number.
  private func skipNumber(_ source: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while let byte = byte(source, index) {
      switch byte {
      case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        index += 1
      case 0xE2 where NameCharacters.decode(source, at: index).scalar == 0x221E:
        index += 3
      default:
        return index
      }
    }
    return index
  }

  private func parseNumber(
    _ source: Span<UInt8>, _ span: Range<Int>, allowsInfinity: Bool
  ) throws(ICUFault) -> ICUNumber {
    let text = String(span, of: source)
    if allowsInfinity {
      switch text {
      case "∞", "+∞": return ICUNumber(value: .infinity, text: text)
      case "-∞": return ICUNumber(value: -.infinity, text: text)
      default: break
      }
    }
    // As ICU, which copies a number into 128 bytes.
    if text.utf8.count < 128, let value = Double(text) {
      return ICUNumber(value: value, text: text)
    }
    throw ICUFault("`\(text)` is not a number", span, help: "as in `1`, `-1` or `2.5`")
  }

  private func unexpectedSelector(_ source: Span<UInt8>, _ start: Int) -> ICUFault {
    ICUFault(
      "unexpected \(quoted(source, start)) between branches", characterRange(source, start),
      help: "a branch is a key and its text, as in `one {…}`")
  }

  private func missingOther(_ source: Span<UInt8>, _ typeSpan: Range<Int>) -> ICUFault {
    ICUFault(
      "`\(String(typeSpan, of: source))` has no `other` branch", typeSpan,
      help: "add `other {…}`", code: "missing-fallback-variant")
  }

  /// Remembers a selector; one that stands there twice is an error for FormatJS, and for ICU is
  /// just never reached.
  private mutating func note<Selector: Hashable>(
    _ selector: Selector, _ span: SourceSpan, in seen: inout [Selector: SourceSpan]
  ) throws(ICUFault) {
    guard let first = seen[selector] else {
      seen[selector] = span
      return
    }
    var fault = ICUFault(
      "branch exists twice", span.range, help: "remove one of the two", code: "duplicate-variant")
    fault.diagnostic.notes = [Diagnostic.Note("first here", span: first.range)]
    if dialect == .formatJS { throw fault }
    fault.diagnostic.severity = .warning
    warnings.append(fault.diagnostic)
  }
}
