import Diagnostics

extension JSONReader {
  /// Reads a string: finds its end, and proves that its escapes can be resolved.
  mutating func readString() throws(Diagnostic) {
    let start = offset
    var hasEscapes = false
    offset += 1
    while true {
      skipPlainText()
      guard let byte = current else { throw unclosedString(from: start) }
      if byte == UInt8(ascii: "\"") {
        offset += 1
        return append(.string, hasEscapes: hasEscapes, from: start, to: offset)
      }
      guard byte == UInt8(ascii: "\\") else { throw controlCharacter(byte, stringStart: start) }
      hasEscapes = true
      try readEscape(stringStart: start)
    }
  }

  /// Goes on to the next quote, backslash or control character.
  private mutating func skipPlainText() { offset = Self.endOfPlainText(in: bytes, from: offset) }

  /// The place of the next quote, backslash or control character, looking at eight bytes at a time.
  private static func endOfPlainText(in bytes: [UInt8], from start: Int) -> Int {
    let span = bytes.span.bytes
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var offset = start
    while offset + 8 <= span.byteCount {
      let word = UInt64(
        littleEndian: span.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      // A byte's high bit is set where the byte is a hit: zero after the exclusive or, or under
      // 0x20. Above the first hit there may be false ones; only the first counts.
      let hits =
        ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
        | ((word &- ones &* 0x20) & ~word)
      let found = hits & highs
      if found != 0 { return offset + (found.trailingZeroBitCount >> 3) }
      offset += 8
    }
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { break }
      offset += 1
    }
    return offset
  }

  private mutating func readEscape(stringStart: Int) throws(Diagnostic) {
    let start = offset
    offset += 1
    guard let byte = current else { throw unclosedString(from: stringStart) }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return
    case UInt8(ascii: "u"):
      guard let first = bytes.withUnsafeBufferPointer({ JSONEscapes.codeUnit($0, at: start) })
      else { throw malformedUnicodeEscape(at: start) }
      offset = start + 6
      guard UTF16.isSurrogate(first) else { return }
      let next = offset
      guard UTF16.isLeadSurrogate(first),
        let second = bytes.withUnsafeBufferPointer({ JSONEscapes.codeUnit($0, at: next) }),
        UTF16.isTrailSurrogate(second)
      else { throw loneSurrogate(start..<offset) }
      offset += 6
    default:
      throw unknownEscape(at: start)
    }
  }
}

/// Resolves the escapes of JSON strings.
enum JSONEscapes {
  /// The code unit of a `\uXXXX` that starts at an offset, or nil where there is none.
  static func codeUnit(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt16? {
    guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt16 = 0
    for byte in bytes[offset + 2..<offset + 6] {
      guard let digit = hexDigit(byte) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  private static func hexDigit(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// The text of a string's content, already proved right, and the way back to its bytes.
  static func decode(_ bytes: [UInt8], _ content: Range<Int>) -> (text: String, offsets: OffsetMap)
  {
    var text: [UInt8] = []
    text.reserveCapacity(content.count)
    var offsets = OffsetMap(start: content.lowerBound)
    bytes.withUnsafeBufferPointer { bytes in
      decode(bytes, content, into: &text) { offsets.append(text: $0, file: $1) }
    }
    return (String(decoding: text, as: UTF8.self), offsets)
  }

  /// Appends the text of a string's content, already proved right.
  ///
  /// - Parameter ended: called behind every escape with its ends in the text and in the file.
  @inline(__always)
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ content: Range<Int>, into text: inout [UInt8],
    ended: (_ text: Int, _ file: Int) -> Void = { _, _ in }
  ) {
    var offset = content.lowerBound
    while offset < content.upperBound {
      var escape = offset
      while escape < content.upperBound, bytes[escape] != UInt8(ascii: "\\") { escape += 1 }
      text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[offset..<escape]))
      offset = escape
      guard escape < content.upperBound else { break }
      let (scalar, length) = resolve(bytes, at: escape)
      if scalar.isASCII {
        text.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      offset += length
      ended(text.count, offset)
    }
  }

  /// The scalar that an escape stands for, and how many bytes the escape takes.
  private static func resolve(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (Unicode.Scalar, length: Int) {
    guard offset + 1 < bytes.count else { return ("\u{FFFD}", 1) }
    switch bytes[offset + 1] {
    case UInt8(ascii: "b"): return ("\u{08}", 2)
    case UInt8(ascii: "f"): return ("\u{0C}", 2)
    case UInt8(ascii: "n"): return ("\n", 2)
    case UInt8(ascii: "r"): return ("\r", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case UInt8(ascii: "u"):
      guard let first = codeUnit(bytes, at: offset) else { return ("\u{FFFD}", 2) }
      if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
      guard let second = codeUnit(bytes, at: offset + 6) else { return ("\u{FFFD}", 6) }
      let value = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF))
      return (Unicode.Scalar(value) ?? "\u{FFFD}", 12)
    case let byte: return (Unicode.Scalar(byte), 2)
    }
  }
}
