import StringCatalogs

/// Cuts a PO file into entries, each with its strings and comments in their places.
struct POScanner {
  struct Field {
    /// `msgid`, or `msgstr[1]`.
    var name: String
    var index: Int?
    var text: DecodedText
    /// From the keyword to the end of the last string.
    var span: Range<Int>
    /// The strings alone.
    var textSpan: Range<Int>
  }

  struct Block {
    var comments: [String] = []
    var fields: [Field] = []
    var isObsolete = false
    var obsoleteLines: [String] = []
    var span = 0..<0

    func field(_ name: String) -> Field? { fields.first { $0.name == name } }
  }

  private let bytes: [UInt8]
  private(set) var blocks: [Block] = []
  private(set) var faults: [(message: String, span: Range<Int>)] = []
  private var current = Block()
  private var pieces: (name: String, index: Int?, start: Int, textStart: Int)?
  private var decoder = TextDecoder(start: 0)
  private var textEnd = 0
  /// Where the current block starts, and where it ends so far.
  private var blockStart: Int?
  private var blockEnd = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func scan() {
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while offset < bytes.count {
      let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
      scanLine(offset, end)
      offset = end + 1
    }
    closeBlock()
  }

  private mutating func scanLine(_ start: Int, _ lineEnd: Int) {
    var end = lineEnd
    var first = start
    while end > first, isSpace(bytes[end - 1]) { end -= 1 }
    while first < end, isSpace(bytes[first]) { first += 1 }
    guard first < end else { return closeBlock() }
    switch bytes[first] {
    case UInt8(ascii: "#"): scanComment(first, end)
    case UInt8(ascii: "\""): scanContinuation(first, end)
    default: scanKeyword(first, end)
    }
    // A line that opens a block has closed the one before.
    blockStart = blockStart ?? first
    blockEnd = end
  }

  private mutating func scanComment(_ start: Int, _ end: Int) {
    let line = String(decoding: bytes[start..<end], as: UTF8.self)
    if line.hasPrefix("#~") {
      if !current.fields.isEmpty || pieces != nil { closeBlock() }
      current.isObsolete = true
      current.obsoleteLines.append(line)
      return
    }
    if !current.fields.isEmpty || pieces != nil || current.isObsolete { closeBlock() }
    current.comments.append(line)
  }

  private mutating func scanKeyword(_ start: Int, _ end: Int) {
    var offset = start
    while offset < end, isName(bytes[offset]) { offset += 1 }
    let name = String(decoding: bytes[start..<offset], as: UTF8.self)
    var index: Int?
    if offset < end, bytes[offset] == UInt8(ascii: "[") {
      let close = bytes[offset..<end].firstIndex(of: UInt8(ascii: "]")) ?? offset
      index = Int(String(decoding: bytes[min(offset + 1, close)..<close], as: UTF8.self))
      offset = close + 1
    }
    guard ["msgctxt", "msgid", "msgid_plural", "msgstr"].contains(name) else {
      faults.append(("expected `msgid`, `msgstr` or a comment", start..<max(offset, start + 1)))
      return
    }
    closeField()
    let opens = name == "msgctxt" || (name == "msgid" && current.field("msgctxt") == nil)
    if opens, !current.fields.isEmpty { closeBlock() }
    // Only its context stands before a `msgid`.
    if name == "msgid", current.fields.contains(where: { $0.name != "msgctxt" }) { closeBlock() }
    while offset < end, isSpace(bytes[offset]) { offset += 1 }
    guard offset < end, bytes[offset] == UInt8(ascii: "\"") else {
      faults.append(("expected a string in quotes", start..<end))
      return
    }
    pieces = (name, index, start, offset)
    decoder = TextDecoder(start: offset + 1)
    scanString(offset, end)
  }

  private mutating func scanContinuation(_ start: Int, _ end: Int) {
    guard pieces != nil else {
      faults.append(("a string that belongs to no keyword", start..<end))
      return
    }
    scanString(start, end)
  }

  private mutating func scanString(_ start: Int, _ end: Int) {
    var offset = start + 1
    textEnd = end
    while offset < end {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        if offset + 1 < end {
          faults.append(("text behind the end of the string", offset + 1..<end))
        }
        return
      }
      if byte == UInt8(ascii: "\\"), offset + 1 < end {
        offset += escape(offset, end)
      } else {
        decoder.append(byte, at: offset)
        offset += 1
      }
    }
    faults.append(("the string has no closing quote", start..<end))
  }

  /// Reads an escape and gives back its length.
  private mutating func escape(_ offset: Int, _ end: Int) -> Int {
    let byte = bytes[offset + 1]
    let value: UInt8
    switch byte {
    case UInt8(ascii: "n"): value = 0x0A
    case UInt8(ascii: "t"): value = 0x09
    case UInt8(ascii: "r"): value = 0x0D
    case UInt8(ascii: "a"): value = 0x07
    case UInt8(ascii: "b"): value = 0x08
    case UInt8(ascii: "f"): value = 0x0C
    case UInt8(ascii: "v"): value = 0x0B
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): value = byte
    default:
      faults.append(("unknown escape", offset..<min(offset + 2, end)))
      value = byte
    }
    decoder.append(value, at: offset)
    return 2
  }

  private mutating func closeField() {
    guard let open = pieces else { return }
    pieces = nil
    current.fields.append(
      Field(
        name: open.name, index: open.index, text: decoder.finished(end: max(textEnd - 1, 0)),
        span: open.start..<max(open.start, textEnd),
        textSpan: open.textStart..<max(open.textStart, textEnd)))
  }

  private mutating func closeBlock() {
    closeField()
    if let start = blockStart { current.span = start..<max(start, blockEnd) }
    blockStart = nil
    if !current.fields.isEmpty || current.isObsolete || !current.comments.isEmpty {
      blocks.append(current)
    }
    current = Block()
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
  private func isName(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || byte == UInt8(ascii: "_")
  }
}
