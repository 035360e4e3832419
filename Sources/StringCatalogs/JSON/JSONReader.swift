import Diagnostics

/// Reads a JSON text into a flat list of values (RFC 8259), without recursion.
///
/// The text is first proved to be UTF-8 as a whole, so that strings need only be searched for their
/// end. What a fault looks like to a person is in `JSONReader+Faults.swift`.
struct JSONReader {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  let bytes: [UInt8]
  var offset = 0
  var nodes: [JSONNode] = []
  /// The arrays and objects that are open, outermost first, as indices into `nodes`.
  var open: [Int] = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The byte at `offset`, or nil at the end.
  var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func readDocument() throws(Diagnostic) {
    try checkEncoding()
    if bytes.starts(with: Self.byteOrderMark) { offset = 3 }
    nodes.reserveCapacity(bytes.count / 24 + 8)
    skipWhitespace()
    guard offset < bytes.count else { throw emptyText() }
    try readValue()
    while let container = open.last { try readNext(in: container) }
    skipWhitespace()
    if offset < bytes.count { throw textBehindTheEnd() }
  }

  private func checkEncoding() throws(Diagnostic) {
    if bytes.count > JSONDocument.maximumSize { throw tooLarge() }
    if looksLikeUTF16 { throw utf16() }
    if let invalid = UTF8Validation.firstInvalidByte(of: bytes) { throw invalidUTF8(at: invalid) }
  }

  /// Goes on in an open array or object: its next value, or its end.
  private mutating func readNext(in container: Int) throws(Diagnostic) {
    let isObject = nodes[container].kind == .object
    let isEmpty = nodes.count == container + 1
    skipWhitespace()
    if current == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
      offset += 1
      return close(container)
    }
    if !isEmpty {
      guard current == UInt8(ascii: ",") else { throw expectedComma(in: container) }
      let comma = offset
      offset += 1
      skipWhitespace()
      if current == UInt8(ascii: "}") || current == UInt8(ascii: "]") {
        throw trailingComma(at: comma, in: container)
      }
    }
    if isObject {
      guard current == UInt8(ascii: "\"") else { throw expectedName(in: container) }
      try readString()
      skipWhitespace()
      guard current == UInt8(ascii: ":") else { throw expectedColon(in: container) }
      offset += 1
      skipWhitespace()
    }
    try readValue()
  }

  private mutating func close(_ container: Int) {
    nodes[container].end = Int32(offset)
    nodes[container].next = Int32(nodes.count)
    open.removeLast()
  }

  /// Reads a value that starts here; of an array or object only the opening bracket.
  private mutating func readValue() throws(Diagnostic) {
    guard let byte = current else { throw endOfText() }
    switch byte {
    case UInt8(ascii: "\""): try readString()
    case UInt8(ascii: "{"): try openContainer(.object)
    case UInt8(ascii: "["): try openContainer(.array)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber()
    default: try readWord()
    }
  }

  private mutating func openContainer(_ kind: JSONValue.Kind) throws(Diagnostic) {
    guard open.count < JSONDocument.maximumDepth else { throw tooDeep() }
    open.append(nodes.count)
    append(kind, from: offset, to: offset + 1)
    offset += 1
  }

  private mutating func readWord() throws(Diagnostic) {
    for (word, kind) in [("true", JSONValue.Kind.boolean), ("false", .boolean), ("null", .null)]
    where bytes[offset...].starts(with: word.utf8) {
      let end = offset + word.utf8.count
      if end < bytes.count, JSONReader.isWordByte(bytes[end]) { break }
      append(kind, from: offset, to: end)
      offset = end
      return
    }
    throw unexpectedText()
  }

  private mutating func readNumber() throws(Diagnostic) {
    let start = offset
    if current == UInt8(ascii: "-") { offset += 1 }
    let integerStart = offset
    let integerDigits = skipDigits()
    if integerDigits == 0 { throw expectedDigit(after: "the minus sign", numberStart: start) }
    if integerDigits > 1, bytes[integerStart] == UInt8(ascii: "0") {
      throw leadingZero(start..<offset)
    }
    if current == UInt8(ascii: ".") {
      offset += 1
      if skipDigits() == 0 { throw expectedDigit(after: "the decimal point", numberStart: start) }
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      offset += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { offset += 1 }
      if skipDigits() == 0 { throw expectedDigit(after: "the exponent", numberStart: start) }
    }
    if let byte = current, JSONReader.isWordByte(byte) || byte == UInt8(ascii: ".") {
      throw malformedNumber(from: start)
    }
    append(.number, from: start, to: offset)
  }

  private mutating func skipDigits() -> Int {
    let start = offset
    while let byte = current, byte &- UInt8(ascii: "0") < 10 { offset += 1 }
    return offset - start
  }

  mutating func append(
    _ kind: JSONValue.Kind, hasEscapes: Bool = false, from start: Int, to end: Int
  ) {
    nodes.append(
      JSONNode(
        kind: kind, hasEscapes: hasEscapes, start: Int32(start), end: Int32(end),
        next: Int32(nodes.count + 1)))
  }

  mutating func skipWhitespace() {
    while let byte = current,
      byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    {
      offset += 1
    }
  }
}
