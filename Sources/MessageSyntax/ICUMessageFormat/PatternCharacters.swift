/// Unicode's characters of patterns (UAX 31): what ICU takes as white space and as syntax. Both sets
/// never change.
enum PatternCharacters {
  static func isWhiteSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0x200E, 0x200F, 0x2028, 0x2029: true
    default: false
    }
  }

  static func isSyntax(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x5E, 0x60, 0x7B...0x7E, 0xA1...0xA7, 0xA9, 0xAB, 0xAC,
      0xAE, 0xB0, 0xB1, 0xB6, 0xBB, 0xBF, 0xD7, 0xF7, 0x2010...0x2027, 0x2030...0x203E,
      0x2041...0x2053, 0x2055...0x205E, 0x2190...0x245F, 0x2500...0x2775, 0x2794...0x2BFF,
      0x2E00...0x2E7F, 0x3001...0x3003, 0x3008...0x3020, 0x3030, 0xFD3E, 0xFD3F, 0xFE45, 0xFE46:
      true
    default: false
    }
  }

  /// The index behind the white space at an index.
  static func skipWhiteSpace(_ source: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < source.count {
      let (scalar, length) = NameCharacters.decode(source, at: index)
      guard isWhiteSpace(scalar) else { break }
      index += length
    }
    return index
  }

  /// The index behind the identifier at an index: whatever is neither white space nor syntax.
  static func skipIdentifier(_ source: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < source.count {
      let (scalar, length) = NameCharacters.decode(source, at: index)
      if isWhiteSpace(scalar) || isSyntax(scalar) { break }
      index += length
    }
    return index
  }
}
