import Diagnostics

/// What is wrong with a text that is not JSON, in words.
extension JSONReader {
  private func fault(
    _ message: String, _ span: Range<Int>, help: String? = nil,
    notes: [Diagnostic.Note] = [], code: String = "invalid-json"
  ) -> Diagnostic {
    Diagnostic(code: code, message: message, span: span, help: help, notes: notes)
  }

  // MARK: The whole text

  func tooLarge() -> Diagnostic {
    fault(
      "the file has \(bytes.count) bytes, more than the \(JSONDocument.maximumSize) that are read",
      0..<0, help: "split it into several files", code: "too-large")
  }

  /// UTF-16 shows by its byte order mark, or by a NUL beside the first character.
  var looksLikeUTF16: Bool {
    guard bytes.count >= 2 else { return false }
    if bytes[0] == 0xFF && bytes[1] == 0xFE || bytes[0] == 0xFE && bytes[1] == 0xFF { return true }
    return (bytes[0] == 0) != (bytes[1] == 0)
  }

  func utf16() -> Diagnostic {
    fault("the file is UTF-16", 0..<2, help: "save it as UTF-8", code: "invalid-utf-8")
  }

  func invalidUTF8(at place: Int) -> Diagnostic {
    let value = String(bytes[place], radix: 16, uppercase: true)
    return fault(
      "byte 0x\(value.count < 2 ? "0" : "")\(value) is not UTF-8", place..<place + 1,
      help: "save the file as UTF-8", code: "invalid-utf-8")
  }

  func emptyText() -> Diagnostic {
    fault("the file is empty", offset..<offset, help: "write a JSON value, such as `{}`")
  }

  func textBehindTheEnd() -> Diagnostic {
    let found = token(at: offset)
    if startsComment(at: offset) { return comment() }
    return fault(
      "\(name(of: found)) behind the end of the JSON value", found,
      help: "a file holds one value: delete what follows it")
  }

  func endOfText() -> Diagnostic {
    let end = bytes.count..<bytes.count
    guard let container = open.last else { return fault("the file ends too early", end) }
    let isObject = nodes[container].kind == .object
    let start = Int(nodes[container].start)
    return fault(
      "the file ends inside \(isObject ? "an object" : "an array")", end,
      help: "close it with `\(isObject ? "}" : "]")`",
      notes: [Diagnostic.Note("opened here", span: start..<start + 1)])
  }

  func tooDeep() -> Diagnostic {
    fault(
      "more than \(JSONDocument.maximumDepth) arrays and objects inside one another",
      offset..<offset + 1, help: "write nested names as one dotted name")
  }

  // MARK: Between values

  func expectedComma(in container: Int) -> Diagnostic {
    guard let byte = current else { return endOfText() }
    if startsComment(at: offset) { return comment() }
    let isObject = nodes[container].kind == .object
    let found = token(at: offset)
    if isObject, byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") {
      return fault("unexpected \(name(of: found))", found)
    }
    let end = isObject ? "}" : "]"
    if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
      let start = Int(nodes[container].start)
      return fault(
        "expected `\(end)`, found \(name(of: found))", found, help: "close with `\(end)`",
        notes: [Diagnostic.Note("opened here", span: start..<start + 1)])
    }
    return fault(
      "expected `,` or `\(end)`, found \(name(of: found))", found,
      help: "put a comma between two \(isObject ? "members" : "values")")
  }

  func trailingComma(at comma: Int, in container: Int) -> Diagnostic {
    fault(
      "comma behind the last \(nodes[container].kind == .object ? "member" : "value")",
      comma..<comma + 1, help: "delete the comma")
  }

  func expectedName(in container: Int) -> Diagnostic {
    guard let byte = current else { return endOfText() }
    if startsComment(at: offset) { return comment() }
    let found = token(at: offset)
    if byte == UInt8(ascii: ",") { return fault("a comma too many", found, help: "delete it") }
    if byte == UInt8(ascii: "'") { return singleQuotes(found) }
    return fault(
      "expected a name in double quotes, found \(name(of: found))", found,
      help: Self.isWordByte(byte) ? "put the name in double quotes" : nil)
  }

  func expectedColon(in container: Int) -> Diagnostic {
    if current == nil { return endOfText() }
    if startsComment(at: offset) { return comment() }
    let found = token(at: offset)
    return fault(
      "expected `:` behind the name, found \(name(of: found))", found,
      help: "a member is written `\"name\": value`")
  }

  // MARK: Values

  func unexpectedText() -> Diagnostic {
    guard let byte = current else { return endOfText() }
    if startsComment(at: offset) { return comment() }
    let found = token(at: offset)
    switch byte {
    case UInt8(ascii: "'"): return singleQuotes(found)
    case UInt8(ascii: ","): return fault("a comma too many", found, help: "delete it")
    case UInt8(ascii: "+"), UInt8(ascii: "."):
      return fault(
        "a number does not start with \(name(of: offset..<offset + 1))", found,
        help: "write `1` and `0.5`")
    case _ where Self.isWordByte(byte):
      let word = String(decoding: bytes[found], as: UTF8.self)
      let known = ["true", "false", "null"].first { $0 == word.lowercased() }
      return fault(
        "unknown word \(name(of: found))", found,
        help: known.map { "write `\($0)`" } ?? "put text in double quotes")
    default:
      return fault("expected a value, found \(name(of: found))", found)
    }
  }

  private func singleQuotes(_ span: Range<Int>) -> Diagnostic {
    fault("text in single quotes", span, help: "put it in double quotes")
  }

  private func comment() -> Diagnostic {
    fault(
      "a comment, which JSON does not have", offset..<offset + 1,
      help: "delete it; remarks on a message go into the `description` of its `\"@key\"` object")
  }

  func expectedDigit(after what: String, numberStart: Int) -> Diagnostic {
    fault(
      "expected a digit after \(what)", numberStart..<max(numberStart + 1, offset))
  }

  func leadingZero(_ span: Range<Int>) -> Diagnostic {
    fault("a number with a zero in front", span, help: "delete the zero, or put it in quotes")
  }

  func malformedNumber(from start: Int) -> Diagnostic {
    var end = offset
    while end < bytes.count, Self.isWordByte(bytes[end]) || bytes[end] == UInt8(ascii: ".") {
      end += 1
    }
    return fault("malformed number \(name(of: start..<end))", start..<end)
  }

  // MARK: Strings

  func unclosedString(from start: Int) -> Diagnostic {
    fault(
      "the file ends inside a string", bytes.count..<bytes.count, help: "close it with `\"`",
      notes: [Diagnostic.Note("opened here", span: start..<start + 1)])
  }

  func controlCharacter(_ byte: UInt8, stringStart: Int) -> Diagnostic {
    let notes = [Diagnostic.Note("the string starts here", span: stringStart..<stringStart + 1)]
    switch byte {
    case 0x0A, 0x0D:
      return fault(
        "line break inside a string", offset..<offset + 1,
        help: "close the string with `\"`, or write the line break as `\\n`", notes: notes)
    case 0x09:
      return fault(
        "tab inside a string", offset..<offset + 1, help: "write it as `\\t`", notes: notes)
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      let code = String(repeating: "0", count: 4 - digits.utf8.count) + digits
      return fault(
        "control character U+\(code) inside a string", offset..<offset + 1,
        help: "delete it, or write it as `\\u\(code)`", notes: notes)
    }
  }

  func unknownEscape(at start: Int) -> Diagnostic {
    var end = start + 2
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let escape = start..<min(end, bytes.count)
    return fault(
      "unknown escape \(name(of: escape))", escape,
      help: "write a backslash as `\\\\`; the escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000"
    )
  }

  func malformedUnicodeEscape(at start: Int) -> Diagnostic {
    var end = min(start + 2, bytes.count)
    while end < min(start + 6, bytes.count), Self.isWordByte(bytes[end]), bytes[end] < 0x80 {
      end += 1
    }
    return fault(
      "`\\u` without four hexadecimal digits", start..<end, help: "write `\\u00e9`, or just `é`")
  }

  func loneSurrogate(_ span: Range<Int>) -> Diagnostic {
    fault(
      "\(name(of: span)) is half of a surrogate pair", span,
      help: "write the whole character, or both halves")
  }

  // MARK: What stands at a place

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF:
      true
    default: false
    }
  }

  private func startsComment(at place: Int) -> Bool {
    guard place < bytes.count else { return false }
    if bytes[place] == UInt8(ascii: "#") { return true }
    guard bytes[place] == UInt8(ascii: "/"), place + 1 < bytes.count else { return false }
    return bytes[place + 1] == UInt8(ascii: "/") || bytes[place + 1] == UInt8(ascii: "*")
  }

  /// The word or the single character at a place.
  private func token(at place: Int) -> Range<Int> {
    guard place < bytes.count else { return bytes.count..<bytes.count }
    var end = place + 1
    if Self.isWordByte(bytes[place]) {
      while end < bytes.count, Self.isWordByte(bytes[end]) { end += 1 }
    }
    return place..<end
  }

  /// A stretch of the text, quoted for a message; long or invisible ones are only described.
  private func name(of span: Range<Int>) -> String {
    if span.isEmpty { return "the end of the file" }
    if bytes[span.lowerBound] == UInt8(ascii: "\"") { return "a string" }
    if bytes[span.lowerBound] < 0x20 { return "a control character" }
    let text = String(decoding: bytes[span], as: UTF8.self)
    return text.count <= 24 ? "`\(text)`" : "`\(text.prefix(24))…`"
  }
}
