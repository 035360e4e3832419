/// What kinds of characters stand in a text: found in one pass, so that a check knows at once that
/// it has nothing to look for.
public struct TextTraits: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A digit, ASCII or of another script (those that start with a byte above 0xD8).
  public static let digit = TextTraits(rawValue: 1 << 0)
  /// `"`
  public static let straightQuote = TextTraits(rawValue: 1 << 1)
  /// `'`
  public static let apostrophe = TextTraits(rawValue: 1 << 2)
  /// `<` or `&`
  public static let html = TextTraits(rawValue: 1 << 3)
  /// `@`
  public static let at = TextTraits(rawValue: 1 << 4)
  /// `:`
  public static let colon = TextTraits(rawValue: 1 << 5)
  /// A control character other than line feed: C0, DEL or C1.
  public static let control = TextTraits(rawValue: 1 << 6)
  /// Two spaces in a row.
  public static let doubleSpace = TextTraits(rawValue: 1 << 7)
  /// A line feed or a tab.
  public static let lineOrTab = TextTraits(rawValue: 1 << 8)
  /// Something of U+2000…U+206F: quotation marks, dashes, bidi controls, ….
  public static let generalPunctuation = TextTraits(rawValue: 1 << 9)
  /// Something of U+00A0…U+00BF: no-break space, soft hyphen, guillemets, ….
  public static let latin1Punctuation = TextTraits(rawValue: 1 << 10)
  /// Something of U+F000…U+FFFF, where U+FEFF and U+FFFD are.
  public static let highest = TextTraits(rawValue: 1 << 11)
  /// Anything beyond ASCII.
  public static let nonASCII = TextTraits(rawValue: 1 << 12)
  /// A character from U+0300 on, the first that text in NFC may have to combine.
  public static let beyondLatin = TextTraits(rawValue: 1 << 13)
  /// An ASCII letter.
  public static let asciiLetter = TextTraits(rawValue: 1 << 14)
  /// Three full stops in a row.
  public static let threeDots = TextTraits(rawValue: 1 << 15)
  /// Something of U+3000…U+3FFF: the punctuation of Chinese, Japanese and Korean.
  public static let cjkPunctuation = TextTraits(rawValue: 1 << 16)
  /// An ASCII space.
  public static let space = TextTraits(rawValue: 1 << 17)
  /// A full stop.
  public static let fullStop = TextTraits(rawValue: 1 << 18)
  /// An accent, or another letter that NFC may put together with the one before it.
  package static let combining = TextTraits(rawValue: 1 << 19)
  /// Letters of Latin and of Greek or Cyrillic with nothing but letters between them.
  package static let mixedScripts = TextTraits(rawValue: 1 << 20)
  /// A character that cannot be seen, such as U+200B.
  package static let invisible = TextTraits(rawValue: 1 << 21)
  /// A control of direction that has an end.
  package static let bidiControl = TextTraits(rawValue: 1 << 22)
  /// A quotation mark that only some languages have.
  package static let quotationMark = TextTraits(rawValue: 1 << 23)
  /// `'{` or `'}`.
  package static let quotedBrace = TextTraits(rawValue: 1 << 24)
  /// White space at the start or at the end.
  package static let spaceAtEdge = TextTraits(rawValue: 1 << 25)
  /// A letter that the language is not written with, as far as it was asked about.
  package static let foreignLetter = TextTraits(rawValue: 1 << 26)
  /// U+FFFD.
  package static let replacement = TextTraits(rawValue: 1 << 27)
  /// `{`, `}` or a backslash.
  package static let syntax = TextTraits(rawValue: 1 << 28)

  /// `(`
  package static let openParenthesis = TextTraits(rawValue: 1 << 29)

  public init(of text: String) { self = TextScan(of: text).traits }

  /// The traits that each byte stands for by itself.
  fileprivate static let table: [UInt32] = (0..<256).map { byte in
    var traits: TextTraits = []
    switch byte {
    case 0x0A, 0x09: traits = .lineOrTab
    case 0x00..<0x20, 0x7F: traits = .control
    case 0x20: traits = .space
    case 0x22: traits = .straightQuote
    case 0x26, 0x3C: traits = .html
    case 0x5C, 0x7B, 0x7D: traits = .syntax
    case 0x27: traits = .apostrophe
    case 0x28: traits = .openParenthesis
    case 0x2E: traits = .fullStop
    case 0x30...0x39: traits = .digit
    case 0x3A: traits = .colon
    case 0x40: traits = .at
    case 0x41...0x5A, 0x61...0x7A: traits = .asciiLetter
    default: break
    }
    if byte >= 0x80 { traits.insert(.nonASCII) }
    if byte == 0xC2 { traits.insert(.latin1Punctuation) }
    if byte >= 0xCC { traits.insert(.beyondLatin) }
    if byte >= 0xD9 { traits.insert(.digit) }
    if byte == 0xE2 { traits.insert(.generalPunctuation) }
    if byte == 0xE3 { traits.insert(.cjkPunctuation) }
    if byte == 0xEF { traits.insert(.highest) }
    return traits.rawValue
  }
}

/// What one walk over a text finds: its traits, and how wide it is.
package struct TextScan {
  package private(set) var traits: TextTraits = []
  /// Characters, those from U+1100 on counted twice; marks count too, so it is never too small.
  package private(set) var width = 0

  /// - Parameter foreign: letters below U+3000 to look out for, a bit for each.
  package init(of text: String, foreign: [UInt64] = []) {
    var text = text
    self = text.withUTF8 { bytes in
      foreign.withUnsafeBufferPointer { TextScan(of: bytes, foreign: $0) }
    }
  }

  package init(
    of bytes: UnsafeBufferPointer<UInt8>,
    foreign: UnsafeBufferPointer<UInt64> = UnsafeBufferPointer(start: nil, count: 0)
  ) {
    var found: UInt32 = 0
    var previous: UInt8 = 0
    var beforePrevious: UInt8 = 0
    // The scripts of the letters since the last character that is none: 1 Latin, 2 another.
    var scripts: UInt8 = 0
    var index = 0
    TextTraits.table.withUnsafeBufferPointer { table in
      while index < bytes.count {
        let byte = bytes[index]
        found |= table[Int(byte)]
        if byte < 0x80 {
          width += 1
          index += 1
          if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A {
            scripts |= 1
          } else {
            if scripts == 3 { found |= TextTraits.mixedScripts.rawValue }
            if byte < 0x30 || byte > 0x39 { scripts = 0 }
            if byte == previous {
              if byte == 0x20 {
                found |= TextTraits.doubleSpace.rawValue
              } else if byte == 0x2E, beforePrevious == 0x2E {
                found |= TextTraits.threeDots.rawValue
              }
            } else if previous == 0x27, byte == 0x7B || byte == 0x7D {
              found |= TextTraits.quotedBrace.rawValue
            }
          }
          beforePrevious = previous
          previous = byte
          continue
        }
        previous = 0
        let scalar: UInt32
        let second = index + 1 < bytes.count ? UInt32(bytes[index + 1] & 0x3F) : 0
        if byte < 0xE0 {
          scalar = UInt32(byte & 0x1F) << 6 | second
          index += 2
          width += 1
          if byte <= 0xC9 { scripts |= 1 } else if byte >= 0xCE, byte <= 0xD4 { scripts |= 2 }
        } else if byte < 0xF0 {
          let third = index + 2 < bytes.count ? UInt32(bytes[index + 2] & 0x3F) : 0
          scalar = UInt32(byte & 0x0F) << 12 | second << 6 | third
          index += 3
          width += byte == 0xE0 ? 1 : 2
          if byte == 0xE1 { scripts |= 1 }
        } else {
          scalar = 0x10000 | second
          index += 4
          width += 2
          if byte >= 0xF3 { found |= TextTraits.invisible.rawValue }
        }
        if scalar < 0x3000 {
          let word = Int(scalar >> 6)
          if word < foreign.count, foreign[word] & (1 << UInt64(scalar & 63)) != 0 {
            found |= TextTraits.foreignLetter.rawValue
          }
        }
        found |= Self.traits(of: scalar)
      }
    }
    if scripts == 3 { found |= TextTraits.mixedScripts.rawValue }
    if let first = bytes.first, let last = bytes.last, Self.isSpace(first) || Self.isSpace(last) {
      found |= TextTraits.spaceAtEdge.rawValue
    }
    traits = TextTraits(rawValue: found)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// The traits of a character beyond ASCII, but for those that its first byte tells.
  @inline(__always)
  private static func traits(of scalar: UInt32) -> UInt32 {
    if scalar < 0x300 {
      if scalar < 0xA0 { return TextTraits.control.rawValue }
      return scalar == 0xAB || scalar == 0xBB ? TextTraits.quotationMark.rawValue : 0
    }
    if scalar < 0x1100 {
      if scalar >= 0x388 { return 0 }
      if scalar == 0x34F {
        return TextTraits.invisible.rawValue | TextTraits.combining.rawValue
      }
      return scalar < 0x370 || scalar == 0x374 || scalar == 0x37E || scalar == 0x387
        ? TextTraits.combining.rawValue : 0
    }
    switch scalar {
    case 0x1100...0x11FF:
      return TextTraits.combining.rawValue
        | (scalar == 0x115F || scalar == 0x1160 ? TextTraits.invisible.rawValue : 0)
    case 0x180E: return TextTraits.invisible.rawValue
    case 0x1AB0...0x1AFF, 0x1DC0...0x1FFF, 0x3099, 0x309A: return TextTraits.combining.rawValue
    case 0x2018...0x201F, 0x300C, 0x300D: return TextTraits.quotationMark.rawValue
    case 0x202A...0x202E, 0x2066...0x2069: return TextTraits.bidiControl.rawValue
    case 0x200B...0x200D, 0x2060...0x2064, 0x206A...0x206F, 0x3164, 0xFEFF, 0xFFA0:
      return TextTraits.invisible.rawValue
    case 0xFFFD: return TextTraits.replacement.rawValue
    default: return 0
    }
  }
}
