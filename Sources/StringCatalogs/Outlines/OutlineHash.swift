/// The numbers that outlines are made of.
enum OutlineHash {
  static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var value = (left ^ (right &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
    value ^= value >> 29
    return value &* 0x94D0_49BB_1331_11EB
  }

  /// FNV-1a: what is hashed is short.
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }
}

extension UInt8 {
  /// Whether a character that starts with this byte is surely no white space.
  var isVisible: Bool {
    switch self {
    // Behind the last three there is white space as well.
    case 0...0x20, 0x7F...0xC2, 0xE1, 0xE2, 0xE3: false
    default: true
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  func isSame(as word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && word.withUTF8Buffer { isSame(as: $0) }
  }

  /// Goes on to the next byte that ends a run of text, and returns the run's width at most: characters
  /// from U+3000 on, and those between U+1100 and U+11FF, count twice.
  ///
  /// - Parameter hasLetter: set where the run has a letter of ASCII.
  @inline(__always)
  func skipText(
    _ position: inout Int, _ hasLetter: inout Bool, endsAt isEnd: (UInt8) -> Bool
  ) -> Int {
    var width = 0
    var isSeen = hasLetter
    // The first byte is text whatever it is.
    repeat {
      let byte = self[position]
      position += 1
      if byte < 0x80 {
        width += 1
        isSeen = isSeen || OutlineHash.isLetter(byte)
      } else if byte >= 0xC0 {
        width += byte < 0xE3 ? 1 : 2
        if byte == 0xE1, position < count, 0x84...0x87 ~= self[position] { width += 1 }
      }
    } while position < count && !isEnd(self[position])
    hasLetter = isSeen
    return width
  }
}
