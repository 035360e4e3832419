/// What one walk over a text finds: its traits, and how wide it is.
package struct TextScan {
  package private(set) var traits: TextTraits = []
  /// Characters, those of Chinese, Japanese and Korean counted twice; it is never too small.
  package private(set) var width = 0

  /// - Parameter letters: what the language is written with.
  package init(of text: String, _ letters: LanguageLetters = .none) {
    var text = text
    self = text.withUTF8 { bytes in letters.withTables { TextScan(of: bytes, $0) } }
  }

  package init(of bytes: UnsafeBufferPointer<UInt8>, _ tables: LanguageLetters.Tables) {
    var found: UInt64 = 0
    var width = 0
    var previous: UInt8 = 0
    var beforePrevious: UInt8 = 0
    // The scripts of the letters since the last character that is none.
    var scripts: UInt64 = 0
    let mixed = LanguageLetters.latin | LanguageLetters.greekOrCyrillic
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      found |= tables.bytes[Int(byte)]
      if byte < 0x80 {
        width += 1
        index += 1
        if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A {
          scripts |= LanguageLetters.latin
        } else {
          if scripts == mixed { found |= TextTraits.mixedScripts.rawValue }
          if byte < 0x30 || byte > 0x39 { scripts = 0 }
          if byte == previous {
            if byte == 0x20 {
              found |= TextTraits.doubleSpace.rawValue
            } else if byte == 0x2E, beforePrevious == 0x2E {
              found |= TextTraits.threeDots.rawValue
            }
          } else if previous == 0x27 {
            if byte == 0x7B || byte == 0x7D { found |= TextTraits.quotedBrace.rawValue }
          } else if previous >= 0x80, byte == 0x3F || byte == 0x2C || byte == 0x3B {
            found |= TextTraits.latinSign.rawValue
          }
        }
        beforePrevious = previous
        previous = byte
        continue
      }
      previous = byte
      let scalar: UInt32
      let second = index + 1 < bytes.count ? UInt32(bytes[index + 1] & 0x3F) : 0
      if byte < 0xE0 {
        scalar = UInt32(byte & 0x1F) << 6 | second
        index += 2
        width += 1
      } else if byte < 0xF0 {
        let third = index + 2 < bytes.count ? UInt32(bytes[index + 2] & 0x3F) : 0
        scalar = UInt32(byte & 0x0F) << 12 | second << 6 | third
        index += 3
        width += scalar < 0x3000 && scalar & 0xFF00 != 0x1100 ? 1 : 2
      } else {
        // Of four bytes, only the first two matter.
        scalar = UInt32(byte & 0x07) << 18 | second << 12
        index += 4
        width += 2
        if byte >= 0xF3 { found |= TextTraits.invisible.rawValue }
      }
      let traits = tables.traits(of: scalar)
      scripts |= traits & mixed
      found |= traits & ~mixed
    }
    if scripts == mixed { found |= TextTraits.mixedScripts.rawValue }
    if let first = bytes.first, let last = bytes.last, Self.isSpace(first) || Self.isSpace(last) {
      found |= TextTraits.spaceAtEdge.rawValue
    }
    self.width = width
    traits = TextTraits(rawValue: found)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
