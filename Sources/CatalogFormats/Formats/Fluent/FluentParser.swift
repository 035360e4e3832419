import Diagnostics
import MessageSyntax

/// Parses Fluent's syntax (version 1.0) straight into texts with choices.
///
/// An entry that cannot be read is junk: it is told with its place, and reading goes on at the next line
/// that can start an entry.
struct FluentParser {
  /// How deep placeables may stand in each other.
  static let maximumDepth = 32

  let bytes: [UInt8]
  private(set) var entries: [FluentEntry] = []
  private(set) var faults: [Diagnostic] = []
  fileprivate var offset = 0
  private var depth = 0
  private var comment: (lines: [String], span: Range<Int>)?

  struct Fault: Error {
    var message: String
    var offset: Int
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  mutating func parse() {
    while offset < bytes.count {
      let start = offset
      switch bytes[offset] {
      case UInt8(ascii: "#"): readComment()
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        comment = nil
        offset += 1
      case UInt8(ascii: " ") where isBlankLine(offset): skipLine()
      default:
        do throws(Fault) {
          try readEntry()
        } catch {
          let place = min(error.offset, bytes.count)
          faults.append(
            Diagnostic(
              code: "invalid-fluent", message: error.message,
              span: place..<min(place + 1, bytes.count)))
          skipJunk(from: start)
        }
        comment = nil
      }
    }
  }

  // MARK: Lines

  func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }
  private var current: UInt8? { byte(at: offset) }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
  }

  private func isBlankLine(_ start: Int) -> Bool {
    var offset = start
    while byte(at: offset) == 0x20 { offset += 1 }
    return offset >= bytes.count || isLineEnd(offset)
  }

  private func isLineEnd(_ offset: Int) -> Bool {
    byte(at: offset) == 0x0A || (byte(at: offset) == 0x0D && byte(at: offset + 1) == 0x0A)
  }

  private mutating func skipLine() {
    while let byte = current, byte != 0x0A { offset += 1 }
    if offset < bytes.count { offset += 1 }
  }

  private mutating func skipJunk(from start: Int) {
    // Reading may have stopped inside the entry; what starts an entry stands at a line's beginning.
    offset = start
    skipLine()
    while let byte = current, !Self.isLetter(byte), byte != UInt8(ascii: "-"),
      byte != UInt8(ascii: "#")
    {
      skipLine()
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private mutating func readComment() {
    let start = offset
    var marks = 0
    while current == UInt8(ascii: "#") {
      marks += 1
      offset += 1
    }
    var line = ""
    if current == 0x20 {
      let first = offset + 1
      while let byte = current, byte != 0x0A, byte != 0x0D { offset += 1 }
      line = text(first..<max(first, offset))
    } else if let byte = current, byte != 0x0A, byte != 0x0D {
      faults.append(
        Diagnostic(
          code: "invalid-fluent", message: "a comment starts with `# `",
          span: offset..<offset + 1))
    }
    let end = offset
    skipLine()
    // Comments of groups and of the file belong to no entry.
    guard marks == 1 else {
      comment = nil
      return
    }
    comment = (
      (comment?.lines ?? []) + [line], (comment?.span.lowerBound ?? start)..<end
    )
  }

  // MARK: Entries

  private mutating func readEntry() throws(Fault) {
    let start = offset
    if current == UInt8(ascii: "-") { offset += 1 }
    _ = try readIdentifier()
    let name = text(start..<offset)
    var entry = FluentEntry(name: name, nameSpan: start..<offset, span: start..<offset)
    if let comment {
      entry.comment = comment.lines
      entry.commentSpan = comment.span
    }
    skipSpaces()
    try expect("=")
    entry.value = try readPattern()
    while let place = attributeStart() {
      offset = place + 1
      let attribute = try readIdentifier()
      let nameSpan = place + 1..<offset
      skipSpaces()
      try expect("=")
      guard let value = try readPattern() else {
        throw Fault(message: "the attribute has no text", offset: place)
      }
      entry.attributes.append(
        FluentEntry.Attribute(
          name: attribute, nameSpan: nameSpan, value: value, span: place..<offset))
    }
    if entry.value == nil, entry.attributes.isEmpty || entry.isTerm {
      throw Fault(message: "`\(name)` has no text", offset: start)
    }
    entry.span = start..<offset
    guard offset >= bytes.count || isBlankLine(offset) else {
      throw Fault(message: "expected a line end", offset: offset)
    }
    skipLine()
    entries.append(entry)
  }

  private mutating func readIdentifier() throws(Fault) -> String {
    let start = offset
    guard let first = current, Self.isLetter(first) else {
      throw Fault(message: "expected a name", offset: offset)
    }
    while let byte = current,
      Self.isLetter(byte) || Self.isDigit(byte) || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "-")
    {
      offset += 1
    }
    return text(start..<offset)
  }

  private mutating func skipSpaces() {
    while current == 0x20 { offset += 1 }
  }

  /// Skips spaces and line ends.
  private mutating func skipBlank() {
    while current == 0x20 || isLineEnd(offset) { offset += 1 }
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws(Fault) {
    guard let byte = current, byte == UInt8(ascii: scalar) else {
      throw Fault(message: "expected `\(scalar)`", offset: offset)
    }
    offset += 1
  }

  /// Where the `.` of a further attribute stands.
  private func attributeStart() -> Int? {
    var place = offset
    var hasLineEnd = false
    while byte(at: place) == 0x20 || isLineEnd(place) {
      if byte(at: place) == 0x0A { hasLineEnd = true }
      place += 1
    }
    let isIndented = place > 0 && byte(at: place - 1) == 0x20
    return hasLineEnd && isIndented && byte(at: place) == UInt8(ascii: ".") ? place : nil
  }

  // MARK: Patterns

  private enum RawPart {
    case text(Range<Int>)
    case part(ChoicePart)
    /// Line ends, and the spaces that the next line is indented with.
    case lines([Range<Int>], indent: Range<Int>)
  }

  /// Reads a pattern from behind its `=` or `]`, or nil where there is none.
  private mutating func readPattern() throws(Fault) -> FluentEntry.Value? {
    let start = offset
    skipSpaces()
    var raw: [RawPart] = []
    var end = offset
    while true {
      if let byte = current, byte == UInt8(ascii: "{") {
        raw.append(.part(try readPlaceable()))
        end = offset
      } else if current == UInt8(ascii: "}") {
        if depth > 0 { break }
        throw Fault(message: "`}` closes nothing", offset: offset)
      } else if offset >= bytes.count || isLineEnd(offset) {
        guard let lines = continuation() else { break }
        raw.append(lines.part)
        offset = lines.next
      } else {
        let first = offset
        while let byte = current, byte != UInt8(ascii: "{"), byte != UInt8(ascii: "}"),
          !isLineEnd(offset)
        {
          offset += 1
        }
        raw.append(.text(first..<offset))
        if let last = bytes[first..<offset].lastIndex(where: { $0 != 0x20 }) { end = last + 1 }
      }
    }
    let parts = Self.dedented(raw, end: end, text: text)
    guard !parts.isEmpty else {
      offset = start
      return nil
    }
    offset = end
    return FluentEntry.Value(parts: parts, span: start..<end)
  }

  /// The line ends behind a line of a pattern, if the pattern goes on behind them.
  private func continuation() -> (part: RawPart, next: Int)? {
    var place = offset
    var lines: [Range<Int>] = []
    var indent = place
    while place < bytes.count {
      if isLineEnd(place) {
        let length = byte(at: place) == 0x0D ? 2 : 1
        lines.append(place..<place + length)
        place += length
        indent = place
      } else if byte(at: place) == 0x20 {
        place += 1
      } else {
        break
      }
    }
    guard let next = byte(at: place) else { return nil }
    let isIndented = place > indent
    switch next {
    case UInt8(ascii: "{"): break
    case UInt8(ascii: "}"), UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "*"): return nil
    default: if !isIndented { return nil }
    }
    return (.lines(lines, indent: indent..<place), place)
  }

  /// The pattern's parts without the indentation that all its lines have.
  private static func dedented(
    _ raw: [RawPart], end: Int, text: (Range<Int>) -> String
  ) -> [ChoicePart] {
    var common = Int.max
    for case .lines(_, let indent) in raw { common = min(common, indent.count) }
    var parts: [ChoicePart] = []
    for part in raw {
      switch part {
      case .text(let range):
        let range = range.lowerBound..<min(range.upperBound, max(end, range.lowerBound))
        if !range.isEmpty { parts.append(.text(text(range), range)) }
      case .part(let part): parts.append(part)
      case .lines(let lines, let indent):
        if !parts.isEmpty { parts += lines.map { .text("\n", $0) } }
        let rest = indent.lowerBound + min(common, indent.count)..<indent.upperBound
        if !rest.isEmpty { parts.append(.text(text(rest), rest)) }
      }
    }
    return parts
  }

  // MARK: Placeables

  fileprivate mutating func readPlaceable() throws(Fault) -> ChoicePart {
    let start = offset
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw Fault(message: "placeables nest deeper than \(Self.maximumDepth)", offset: start)
    }
    offset += 1
    skipBlank()
    if current == UInt8(ascii: "{") {
      let inner = try readPlaceable()
      skipBlank()
      try expect("}")
      return inner
    }
    let expression = try readExpression()
    skipBlank()
    if current == UInt8(ascii: "-"), byte(at: offset + 1) == UInt8(ascii: ">") {
      offset += 2
      let variants = try readVariants()
      try expect("}")
      return .choice(try choice(expression, variants, start))
    }
    try expect("}")
    if case .termAttribute = expression {
      throw Fault(message: "a term's attribute can only be chosen by", offset: start)
    }
    let range = start..<offset
    if case .string(let value) = expression { return .text(value, range) }
    return .element(expression.element(source: text(range)), range)
  }

  fileprivate mutating func readExpression() throws(Fault) -> FluentExpression {
    switch current {
    case UInt8(ascii: "\"")?: return .string(try readString())
    case UInt8(ascii: "$")?:
      offset += 1
      return .variable(try readIdentifier())
    case UInt8(ascii: "-")? where byte(at: offset + 1).map(Self.isLetter) ?? false:
      offset += 1
      let name = "-" + (try readIdentifier())
      var attribute: String?
      if current == UInt8(ascii: ".") {
        offset += 1
        attribute = try readIdentifier()
      }
      let arguments = try readArguments()
      if let attribute { return .termAttribute(name + "." + attribute, arguments?.named ?? []) }
      return .term(name, arguments?.named ?? [])
    case UInt8(ascii: "-")?: return .number(try readNumber())
    case .some(let byte) where Self.isDigit(byte): return .number(try readNumber())
    case .some(let byte) where Self.isLetter(byte):
      let start = offset
      var name = try readIdentifier()
      if let arguments = try readArguments() {
        guard name.utf8.allSatisfy({ !(0x61...0x7A).contains($0) }) else {
          throw Fault(message: "a function's name is in capital letters", offset: start)
        }
        return .function(name, arguments.positional, arguments.named)
      }
      if current == UInt8(ascii: ".") {
        offset += 1
        name += "." + (try readIdentifier())
      }
      return .message(name)
    default: throw Fault(message: "expected an expression", offset: offset)
    }
  }

  private mutating func readNumber() throws(Fault) -> String {
    let start = offset
    if current == UInt8(ascii: "-") { offset += 1 }
    func digits(_ parser: inout FluentParser) throws(Fault) {
      let first = parser.offset
      while let byte = parser.current, Self.isDigit(byte) { parser.offset += 1 }
      if parser.offset == first { throw Fault(message: "expected a digit", offset: first) }
    }
    try digits(&self)
    if current == UInt8(ascii: ".") {
      offset += 1
      try digits(&self)
    }
    return text(start..<offset)
  }

  private mutating func readString() throws(Fault) -> String {
    let start = offset
    offset += 1
    var value: [UInt8] = []
    while let byte = current, byte != UInt8(ascii: "\"") {
      if byte == 0x0A { throw Fault(message: "the string is not closed", offset: start) }
      if byte == UInt8(ascii: "\\") {
        value += String(try readEscape()).utf8
      } else {
        value.append(byte)
        offset += 1
      }
    }
    try expect("\"")
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func readEscape() throws(Fault) -> Unicode.Scalar {
    let start = offset
    offset += 2
    switch byte(at: start + 1) {
    case UInt8(ascii: "\\")?: return "\\"
    case UInt8(ascii: "\"")?: return "\""
    case UInt8(ascii: "u")?: offset += 4
    case UInt8(ascii: "U")?: offset += 6
    default: throw Fault(message: "the string has an unknown escape", offset: start)
    }
    let digits = text(start + 2..<max(start + 2, min(offset, bytes.count)))
    guard offset <= bytes.count, digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }),
      let code = UInt32(digits, radix: 16)
    else { throw Fault(message: "the escape is no character", offset: start) }
    // Half a surrogate pair stands for no character.
    return Unicode.Scalar(code) ?? "\u{FFFD}"
  }

  private mutating func readArguments() throws(Fault) -> FluentArguments? {
    let start = offset
    skipBlank()
    guard current == UInt8(ascii: "(") else {
      offset = start
      return nil
    }
    offset += 1
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw Fault(message: "placeables nest deeper than \(Self.maximumDepth)", offset: start)
    }
    var arguments = FluentArguments()
    skipBlank()
    while current != UInt8(ascii: ")") {
      let place = offset
      let expression = try readExpression()
      skipBlank()
      if current == UInt8(ascii: ":"), case .message(let name) = expression {
        offset += 1
        skipBlank()
        let value = try readExpression()
        switch value {
        case .string(let text), .number(let text): arguments.named.append((name, text))
        default: throw Fault(message: "an option is a string or a number", offset: place)
        }
      } else if arguments.named.isEmpty {
        arguments.positional.append(expression)
      } else {
        throw Fault(message: "a value stands behind an option", offset: place)
      }
      skipBlank()
      guard current == UInt8(ascii: ",") else { break }
      offset += 1
      skipBlank()
    }
    try expect(")")
    return arguments
  }

  // MARK: Choices

  private struct RawVariant {
    var key: String
    var isDefault: Bool
    var parts: [ChoicePart]
  }

  private mutating func readVariants() throws(Fault) -> [RawVariant] {
    let start = offset
    skipBlank()
    var variants: [RawVariant] = []
    while current == UInt8(ascii: "[") || current == UInt8(ascii: "*") {
      let isDefault = current == UInt8(ascii: "*")
      if isDefault { offset += 1 }
      try expect("[")
      skipBlank()
      let isNumber = current.map { Self.isDigit($0) || $0 == UInt8(ascii: "-") } ?? false
      let key = isNumber ? try readNumber() : try readIdentifier()
      skipBlank()
      try expect("]")
      guard let value = try readPattern() else {
        throw Fault(message: "the variant has no text", offset: offset)
      }
      variants.append(RawVariant(key: key, isDefault: isDefault, parts: value.parts))
      skipBlank()
    }
    guard variants.count(where: \.isDefault) == 1 else {
      throw Fault(message: "a choice has one variant with `*`", offset: start)
    }
    return variants
  }

  private func choice(
    _ expression: FluentExpression, _ variants: [RawVariant], _ start: Int
  ) throws(Fault) -> Choice {
    let names = variants.map(\.key)
    let isPlural =
      names.allSatisfy { FluentExpression.isPluralKey($0) }
      || names.contains { FluentExpression.isNumber($0) }
    guard let selector = expression.selector(isPlural: isPlural) else {
      throw Fault(message: "it cannot be chosen by", offset: start)
    }
    return Choice(
      selector: selector,
      variants: variants.map { Choice.Variant(key: $0.isDefault ? nil : $0.key, parts: $0.parts) })
  }
}

extension FluentParser {
  /// What a placeable on its own is, or nil where it is none.
  static func element(of placeable: String) -> PatternElement? {
    var parser = FluentParser(Array(placeable.utf8))
    guard let part = try? parser.readPlaceable(), parser.offset == parser.bytes.count,
      case .element(let element, _) = part
    else { return nil }
    return element
  }

  /// What a choice by an expression is declared as.
  static func selector(of expression: String, isPlural: Bool) -> Choice.Selector? {
    var parser = FluentParser(Array(expression.utf8))
    guard let read = try? parser.readExpression(), parser.offset == parser.bytes.count else {
      return nil
    }
    return read.selector(isPlural: isPlural)
  }
}
