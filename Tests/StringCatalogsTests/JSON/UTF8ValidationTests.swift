import Testing

@testable import StringCatalogs

@Suite struct UTF8ValidationTests {
  /// Bytes at the edges of what may start and go on a character.
  private static let edges: [UInt8] = [
    0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
    0xEE, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
  ]

  @Test(
    "what is refused is what the standard library refuses, wherever it stands in a word of eight bytes",
    arguments: 0..<9)
  func sameAsTheStandardLibrary(before: Int) {
    let start = [UInt8](repeating: 0x61, count: before)
    for first in Self.edges {
      for second in Self.edges {
        for third in Self.edges {
          for rest in [[], [0x80], [0x80, 0x62], [0xD0, 0xB1, 0x62, 0x63, 0xD0, 0xB1, 0x20]]
            as [[UInt8]]
          {
            let bytes = start + [first, second, third] + rest
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            let place = UTF8Validation.firstInvalidByte(of: bytes)
            #expect((place == nil) == isValid, "\(bytes)")
            guard let place else { continue }
            // All before it is right.
            #expect(String(validating: bytes[..<place], as: UTF8.self) != nil, "\(bytes)")
          }
        }
      }
    }
  }
}
