/// Finds bytes that are not UTF-8 (RFC 3629): the shortest form only, no surrogates.
enum UTF8Validation {
  /// The offset of the first byte that cannot start or go on a character, or nil.
  static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    let span = bytes.span.bytes
    let count = bytes.count
    var offset = 0
    while offset < count {
      if offset + 8 <= count {
        let word = UInt64(
          littleEndian: span.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
        // Goes on behind all ASCII, without a branch for each byte.
        let high = word & 0x8080_8080_8080_8080
        if high == 0 {
          offset += 8
          continue
        }
        let ascii = high.trailingZeroBitCount & ~7
        offset += ascii / 8
        let length = plainLength(UInt32(truncatingIfNeeded: word >> UInt64(ascii)))
        if length > 0, ascii <= 32 {
          offset += length
          continue
        }
      } else if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      let length = sequenceLength(in: bytes, at: offset)
      if length == 0 { return offset }
      offset += length
    }
    return nil
  }

  /// The length of a character of two or three bytes whose first byte allows all others; else 0.
  ///
  /// - Parameter word: its bytes, the first one the least.
  @inline(__always)
  private static func plainLength(_ word: UInt32) -> Int {
    let first = word & 0xFF
    if first < 0xE0 { return first >= 0xC2 && word & 0xC000 == 0x8000 ? 2 : 0 }
    guard first != 0xE0, first < 0xED || first == 0xEE || first == 0xEF else { return 0 }
    return word & 0xC0_C000 == 0x80_8000 ? 3 : 0
  }

  /// The length of the character of two to four bytes at an offset, or 0 where it is malformed.
  private static func sequenceLength(in bytes: [UInt8], at offset: Int) -> Int {
    let first = bytes[offset]
    func byte(_ distance: Int) -> UInt8 {
      offset + distance < bytes.count ? bytes[offset + distance] : 0
    }
    func continues(_ distance: Int) -> Bool { byte(distance) & 0xC0 == 0x80 }
    switch first {
    case 0xC2...0xDF:
      return continues(1) ? 2 : 0
    case 0xE0...0xEF:
      guard continues(1), continues(2) else { return 0 }
      if first == 0xE0, byte(1) < 0xA0 { return 0 }
      if first == 0xED, byte(1) > 0x9F { return 0 }
      return 3
    case 0xF0...0xF4:
      guard continues(1), continues(2), continues(3) else { return 0 }
      if first == 0xF0, byte(1) < 0x90 { return 0 }
      if first == 0xF4, byte(1) > 0x8F { return 0 }
      return 4
    default:
      return 0
    }
  }
}
