/// Turns byte offsets of one text into lines and columns.
///
///     let index = LineIndex(Array("a\nbé!".utf8))
///     index.position(at: 5)  // line 2, column 3, offset 5
///
/// Lines end at LF, CR or CRLF. Offsets beyond the text count as its end.
public struct LineIndex: Sendable {
  private let bytes: [UInt8]
  private let lineStarts: [Int]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var offset = 0
      while offset < bytes.count {
        // Most of a text is passed over eight bytes at a time, while none of them is up to 0x0D.
        while offset + 8 <= bytes.count,
          !Self.hasLineEnd(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        {
          offset += 8
        }
        guard offset < bytes.count else { break }
        let byte = bytes[offset]
        offset += 1
        if byte > 0x0D { continue }
        let endsLine =
          byte == 0x0A || (byte == 0x0D && !(offset < bytes.count && bytes[offset] == 0x0A))
        if endsLine { starts.append(offset) }
      }
    }
    lineStarts = starts
  }

  /// Whether one of eight bytes may end a line.
  private static func hasLineEnd(_ word: UInt64) -> Bool {
    (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word & 0x8080_8080_8080_8080 != 0
  }

  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineNumber(of: offset)
    let start = lineStarts[line - 1]
    var column = 1
    for byte in bytes[start..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return SourcePosition(line: line, column: column, offset: offset)
  }

  public func range(_ offsets: Range<Int>) -> SourceRange {
    SourceRange(start: position(at: offsets.lowerBound), end: position(at: offsets.upperBound))
  }

  /// The text of a line, without its line end.
  public func text(ofLine line: Int) -> String {
    guard lineStarts.indices.contains(line - 1) else { return "" }
    let start = lineStarts[line - 1]
    var end = lineStarts.indices.contains(line) ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The number of the line, from 1, that holds a byte: a binary search.
  private func lineNumber(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }
}
