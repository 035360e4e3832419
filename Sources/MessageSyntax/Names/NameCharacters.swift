/// Which characters MessageFormat 2's grammar allows where.
enum NameCharacters {
  /// Whether an ASCII byte is a `name-char`: a letter, a digit, or one of `+ - . _`.
  @inline(__always)
  static func containsASCII(_ byte: UInt8) -> Bool {
    // One bit for each character: "0-9+-." below 64, "A-Za-z_" above.
    let half: UInt64 = byte < 64 ? 0x03FF_6800_0000_0000 : 0x07FF_FFFE_87FF_FFFE
    return byte < 0x80 && (half >> UInt64(byte & 63)) & 1 != 0
  }

  /// Whether an ASCII byte is a `name-start`: a letter, `+` or `_`.
  @inline(__always)
  static func startsWithASCII(_ byte: UInt8) -> Bool {
    let half: UInt64 = byte < 64 ? 0x0000_0800_0000_0000 : 0x07FF_FFFE_87FF_FFFE
    return byte < 0x80 && (half >> UInt64(byte & 63)) & 1 != 0
  }

  /// The length in bytes of a character beyond ASCII that may stand in a name, or 0.
  static func nonASCIILength(in source: Span<UInt8>, at index: Int) -> Int {
    let (scalar, length) = decode(source, at: index)
    switch scalar {
    case 0xA1...0x61B, 0x61D...0x167F, 0x1681...0x1FFF, 0x200B...0x200D, 0x2010...0x2027,
      0x2030...0x205E, 0x2060...0x2065, 0x206A...0x2FFF, 0x3001...0xD7FF, 0xE000...0xFDCF,
      0xFDF0...0xFFFD:
      return length
    case 0x10000...0x10FFFF:
      // The last two characters of each plane are no characters.
      return scalar & 0xFFFF < 0xFFFE ? length : 0
    default:
      return 0
    }
  }

  /// The character at a byte and its length; malformed bytes count as U+0000 of length 1.
  static func decode(_ source: Span<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
    guard index >= 0, index < source.count else { return (0, 0) }
    let lead = source[index]
    let length: Int
    var scalar: UInt32
    switch lead {
    case 0..<0x80: return (UInt32(lead), 1)
    case 0xC2...0xDF: (length, scalar) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF: (length, scalar) = (3, UInt32(lead & 0x0F))
    case 0xF0...0xF4: (length, scalar) = (4, UInt32(lead & 0x07))
    default: return (0, 1)
    }
    guard index + length <= source.count else { return (0, 1) }
    for offset in 1..<length {
      let byte = source[index + offset]
      guard byte & 0xC0 == 0x80 else { return (0, 1) }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    return (scalar, length)
  }

  /// The length of a bidi mark (`bidi`: U+061C, U+200E, U+200F, U+2066 to U+2069) at a byte, or 0.
  @inline(__always)
  static func bidiLength(in source: Span<UInt8>, at index: Int) -> Int {
    guard index < source.count, source[index] >= 0xD8 else { return 0 }
    switch decode(source, at: index).scalar {
    case 0x61C: return 2
    case 0x200E, 0x200F, 0x2066...0x2069: return 3
    default: return 0
    }
  }
}
