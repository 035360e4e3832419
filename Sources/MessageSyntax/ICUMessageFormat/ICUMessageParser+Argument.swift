internal import CICU

// Arguments: `{name}`, `{name, type}`, `{name, type, style}`.
extension ICUMessageParser {
  mutating func parseArgument(
    _ source: Span<UInt8>, depth: Int
  ) throws(ICUFault) -> ICUArgument {
    let open = position
    try countPlaceholder(at: open)
    let nameStart = PatternCharacters.skipWhiteSpace(source, open + 1)
    let nameEnd = PatternCharacters.skipIdentifier(source, nameStart)
    let name = String(nameStart..<nameEnd, of: source)
    position = PatternCharacters.skipWhiteSpace(source, nameEnd)
    guard let stop = byte(source, position) else { throw unmatched(open) }
    if name.isEmpty { throw missingName(source, open: open, stop: stop) }
    try checkNumber(name, nameStart..<nameEnd)
    var argument = ICUArgument(name: name, nameSpan: SourceSpan(nameStart..<nameEnd))
    switch stop {
    case UInt8(ascii: "}"):
      position += 1
    case UInt8(ascii: ","):
      argument.kind = try parseType(source, open: open, depth: depth)
    default:
      throw ICUFault(
        "unexpected \(quoted(source, position)) behind the name of an argument",
        characterRange(source, position),
        help: "an argument is written `{name}` or `{name, type, style}`")
    }
    argument.span = SourceSpan(open..<position)
    return argument
  }

  mutating func countPlaceholder(at open: Int) throws(ICUFault) {
    placeholders += 1
    if placeholders > ICUMessageFormat.mostPlaceholders {
      throw ICUFault(
        "message has more than \(ICUMessageFormat.mostPlaceholders) placeholders",
        open..<(open + 1), help: "split it into several messages", code: "too-many-placeholders")
    }
  }

  private func missingName(_ source: Span<UInt8>, open: Int, stop: UInt8) -> ICUFault {
    if stop == UInt8(ascii: "}") {
      return ICUFault(
        "placeholder is empty", open..<(position + 1),
        help: "name an argument, `{name}`, or write the braces as `'{}'`")
    }
    return ICUFault(
      "name of an argument cannot start with \(quoted(source, position))",
      characterRange(source, position),
      help: "use letters, digits and `_`, or write the brace as `'{'`")
  }

  /// ICU takes a name of digits only as a number: without leading zeros, and up to 32767.
  private func checkNumber(_ name: String, _ span: Range<Int>) throws(ICUFault) {
    guard name.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return }
    if name.utf8.count > 1, name.utf8.first == UInt8(ascii: "0") {
      throw ICUFault(
        "number of an argument has a leading zero: `\(name)`", span, help: "remove the zero")
    }
    guard let number = Int(name), number <= 32767 else {
      throw ICUFault(
        "number of an argument is above 32767: `\(name)`", span, help: "use a name")
    }
  }

  /// Reads the type and what follows it; `position` is at the comma in front of it.
  private mutating func parseType(
    _ source: Span<UInt8>, open: Int, depth: Int
  ) throws(ICUFault) -> ICUArgumentKind {
    let typeStart = PatternCharacters.skipWhiteSpace(source, position + 1)
    var typeEnd = typeStart
    while let byte = byte(source, typeEnd), isASCIILetter(byte) { typeEnd += 1 }
    let written = String(typeStart..<typeEnd, of: source)
    position = PatternCharacters.skipWhiteSpace(source, typeEnd)
    guard let stop = byte(source, position) else { throw unmatched(open) }
    let hasStyle = stop == UInt8(ascii: ",")
    guard !written.isEmpty, hasStyle || stop == UInt8(ascii: "}") else {
      throw ICUFault(
        written.isEmpty
          ? "expected a type behind the comma"
          : "unexpected \(quoted(source, position)) behind the type of an argument",
        written.isEmpty ? open..<(position + 1) : characterRange(source, position),
        help: "an argument is written `{name}` or `{name, type, style}`")
    }
    // ICU compares without case, FormatJS with it.
    let type = dialect == .icu ? written.lowercased() : written
    let typeSpan = typeStart..<typeEnd
    if ["plural", "select", "selectordinal"].contains(type)
      || (type == "choice" && dialect == .icu)
    {
      guard hasStyle else {
        throw ICUFault(
          "`\(written)` has no branches", typeSpan,
          help: "as in `{n, plural, one {…} other {…}}`")
      }
      position += 1
      return try parseBranches(source, type: type, typeSpan: typeSpan, open: open, depth: depth)
    }
    try checkType(type, written, typeSpan)
    if !hasStyle {
      position += 1
      return kind(type, .standard)
    }
    position += 1
    let style = try parseStyle(source, open: open)
    return kind(type, try classify(style, type: type, source))
  }

  private func isASCIILetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  private func checkType(
    _ type: String, _ written: String, _ span: Range<Int>
  ) throws(ICUFault) {
    let known =
      dialect == .icu
      ? ["number", "date", "time", "spellout", "ordinal", "duration"] : ["number", "date", "time"]
    guard known.contains(type) else {
      throw ICUFault(
        "unknown type `\(written)`", span,
        help: "the types are \(known.joined(separator: ", ")), plural, selectordinal and select")
    }
  }

  private func kind(_ type: String, _ style: ICUStyle) -> ICUArgumentKind {
    switch type {
    case "number": .number(style)
    case "date": .date(style)
    case "time": .time(style)
    case "spellout": .spellout(style)
    case "ordinal": .ordinal(style)
    default: .duration(style)
    }
  }

  /// Reads a style up to its `}` and goes past that; braces in it must pair, and quotes hide them.
  private mutating func parseStyle(
    _ source: Span<UInt8>, open: Int
  ) throws(ICUFault) -> Range<Int> {
    let start = position
    var nested = 0
    var index = start
    while let byte = byte(source, index) {
      switch byte {
      case UInt8(ascii: "'"):
        let quote = index
        index += 1
        while let byte = self.byte(source, index), byte != UInt8(ascii: "'") { index += 1 }
        if index >= source.count {
          throw ICUFault(
            "`'` in a style is never closed", quote..<(quote + 1),
            help: "end the quotation with `'`; write an apostrophe as `''`")
        }
      case UInt8(ascii: "{"):
        nested += 1
      case UInt8(ascii: "}"):
        if nested == 0 {
          position = index + 1
          return start..<index
        }
        nested -= 1
      default:
        break
      }
      index += 1
    }
    throw unmatched(open)
  }

  private func classify(
    _ span: Range<Int>, type: String, _ source: Span<UInt8>
  ) throws(ICUFault) -> ICUStyle {
    let text = String(span, of: source)
    let trimmedStart = PatternCharacters.skipWhiteSpace(source, span.lowerBound)
    if dialect == .formatJS {
      return try classifyFormatJS(span, trimmedStart: trimmedStart, type: type, source)
    }
    if trimmedStart >= span.upperBound { return .standard }
    switch type {
    case "number":
      if let skeleton = skeleton(span, trimmedStart, source) {
        try checkSkeleton(skeleton, span)
        return .skeleton(skeleton)
      }
      let name = keyword(text)
      if ["currency", "percent", "integer"].contains(name) { return .named(name) }
      try checkPattern(text, span)
      return .pattern(text)
    case "date", "time":
      if let skeleton = skeleton(span, trimmedStart, source) { return .skeleton(skeleton) }
      let name = keyword(text)
      if ["short", "medium", "long", "full"].contains(name) { return .named(name) }
      return .pattern(text)
    default:
      return .named(text)
    }
  }

  func skeleton(_ span: Range<Int>, _ start: Int, _ source: Span<UInt8>) -> String? {
    guard start + 2 <= span.upperBound, source[start] == UInt8(ascii: ":"),
      source[start + 1] == UInt8(ascii: ":")
    else { return nil }
    return String((start + 2)..<span.upperBound, of: source)
  }

  /// A style as ICU looks it up: in lower case, without the white space around it.
  private func keyword(_ text: String) -> String {
    text.withUTF8Span { span in
      let start = PatternCharacters.skipWhiteSpace(span, 0)
      let end = PatternCharacters.skipIdentifier(span, start)
      guard PatternCharacters.skipWhiteSpace(span, end) == span.count else { return "" }
      return String(start..<end, of: span).lowercased()
    }
  }

  /// Asks ICU whether it takes a number skeleton.
  private func checkSkeleton(_ skeleton: String, _ span: Range<Int>) throws(ICUFault) {
    var status: Int32 = 0
    let format = skeleton.withUTF8Bytes { cicu_number_open("en", $0, $1, &status) }
    if let format { cicu_number_close(format) }
    if status > 0 {
      throw ICUFault(
        "ICU does not know the number skeleton", span,
        help: "as in `::currency/EUR`, `::percent scale/100` or `::.00`")
    }
  }

  /// Asks ICU whether it takes a number pattern.
  private func checkPattern(_ pattern: String, _ span: Range<Int>) throws(ICUFault) {
    var status: Int32 = 0
    let format = pattern.withUTF8Bytes { cicu_number_pattern_open("en", 0, $0, $1, &status) }
    if let format { cicu_number_pattern_close(format) }
    if status > 0 {
      throw ICUFault(
        "ICU does not know the number style", span,
        help: "the styles are integer, percent, currency, a pattern `#,##0.00` and a skeleton `::…`"
      )
    }
  }

  func characterRange(_ source: Span<UInt8>, _ index: Int) -> Range<Int> {
    index..<(index + NameCharacters.decode(source, at: index).length)
  }

  func quoted(_ source: Span<UInt8>, _ index: Int) -> String {
    "`" + String(characterRange(source, index), of: source) + "`"
  }
}

extension String {
  /// Calls a C function with the text as UTF-8 and its length.
  fileprivate func withUTF8Bytes<Result>(
    _ body: (UnsafePointer<CChar>, Int32) -> Result
  ) -> Result {
    withCString { body($0, Int32(clamping: utf8.count)) }
  }
}
