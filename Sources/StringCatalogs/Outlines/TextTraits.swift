/// What kinds of characters stand in a text: found in one pass, so that a check knows at once that
/// it has nothing to look for.
public struct TextTraits: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64

  public init(rawValue: UInt64) { self.rawValue = rawValue }

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
  /// Something that is surely no white space, nor a brace.
  package static let visible = TextTraits(rawValue: 1 << 30)
  /// A letter beyond ASCII that is surely one of the language's script, as far as it was asked about.
  package static let ownLetter = TextTraits(rawValue: 1 << 31)
  /// A Chinese character that the language's form of the script does not have.
  package static let otherForm = TextTraits(rawValue: 1 << 32)
  /// A character that may be the same as one of another length: the signs of Kelvin and Ångström, Greek
  /// letters with the older accent, Chinese characters of the compatibility blocks.
  package static let respelling = TextTraits(rawValue: 1 << 33)
  /// An ASCII letter that is surely text, and not syntax.
  package static let textLetter = TextTraits(rawValue: 1 << 35)
  /// `?`, `,` or `;` behind a character that is not ASCII.
  package static let latinSign = TextTraits(rawValue: 1 << 34)

  public init(of text: String) { self = TextScan(of: text).traits }

  /// The traits that each byte stands for by itself, and its `ByteBits`.
  static let ofBytes: [UInt64] = (0..<256).map { byte in
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
    switch byte {
    case 0x09...0x0D, 0x20, 0x7B, 0x7D, 0x80...0xFF: break
    default: traits.insert(.visible)
    }
    if byte >= 0x80 { traits.insert(.nonASCII) }
    if byte == 0xC2 { traits.insert(.latin1Punctuation) }
    if byte >= 0xCC { traits.insert(.beyondLatin) }
    if byte >= 0xD9 { traits.insert(.digit) }
    if byte == 0xE2 { traits.insert(.generalPunctuation) }
    if byte == 0xE3 { traits.insert(.cjkPunctuation) }
    if byte == 0xEF { traits.insert(.highest) }
    let bits: UInt64 =
      switch byte {
      case 0x27: ByteBits.apostrophe
      case 0x7B, 0x7D: ByteBits.brace
      case 0x2C, 0x3B, 0x3F: ByteBits.latinSign
      case 0x30...0x39: ByteBits.word
      case 0x41...0x5A, 0x61...0x7A: ByteBits.word | LanguageLetters.latin
      case 0x80...0xFF: ByteBits.nonASCII
      default: 0
      }
    return traits.rawValue | bits
  }
}
