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
    // What is seen of neighbors in ASCII, without a branch for each: where words end cannot be foreseen.
    var pairs: UInt64 = 0
    var triples: UInt64 = 0
    var neighbors: UInt64 = 0
    var last: UInt64 = 0
    var lastPair: UInt64 = 0
    // The scripts of the letters since the last character that is none, and whether they ever were two.
    var scripts: UInt64 = 0
    var mixtures: UInt64 = 0
    var width = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let traits = tables.bytes[Int(byte)]
      if byte < 0x80 {
        let pair = traits & last
        found |= traits
        pairs |= pair
        triples |= pair & lastPair
        neighbors |= traits & last << 1
        last = traits
        lastPair = pair
        scripts = scripts & (0 &- traits / ByteBits.word & 1) | traits & LanguageLetters.latin
        mixtures |= scripts & scripts << 1
        width += 1
        index += 1
        continue
      }
      last = traits
      lastPair = 0
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
      let wide = tables.traits(of: scalar)
      found |= traits | wide
      scripts |= wide & LanguageLetters.scripts
      mixtures |= scripts & scripts << 1
    }
    if pairs & TextTraits.space.rawValue != 0 { found |= TextTraits.doubleSpace.rawValue }
    if triples & TextTraits.fullStop.rawValue != 0 { found |= TextTraits.threeDots.rawValue }
    if neighbors & ByteBits.brace != 0 { found |= TextTraits.quotedBrace.rawValue }
    if neighbors & ByteBits.latinSign != 0 { found |= TextTraits.latinSign.rawValue }
    if mixtures & LanguageLetters.greekOrCyrillic != 0 {
      found |= TextTraits.mixedScripts.rawValue
    }
    if bytes.hasSpaceAtEdge { found |= TextTraits.spaceAtEdge.rawValue }
    self.width = width
    traits = TextTraits(rawValue: found & ~(ByteBits.all | LanguageLetters.scripts))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a text starts or ends with a space, with one that no line is broken at, with the wide one of
  /// Chinese and Japanese, or with a line break.
  var hasSpaceAtEdge: Bool {
    guard let first, let last else { return false }
    if Self.isSpace(first) || Self.isSpace(last) { return true }
    let isOneAtStart =
      switch first {
      case 0xC2: count > 1 && self[1] == 0xA0
      case 0xE2: count > 2 && self[1] == 0x80 && self[2] == 0xAF
      case 0xE3: count > 2 && self[1] == 0x80 && self[2] == 0x80
      default: false
      }
    if isOneAtStart { return true }
    return switch last {
    case 0xA0: count > 1 && self[count - 2] == 0xC2
    case 0xAF: count > 2 && self[count - 2] == 0x80 && self[count - 3] == 0xE2
    case 0x80: count > 2 && self[count - 2] == 0x80 && self[count - 3] == 0xE3
    default: false
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}

/// Bits beside a byte's traits that no text has: the first of each two says that a byte may stand before
/// one with the second, and is shifted to it.
enum ByteBits {
  /// `'`, before a brace.
  static let apostrophe: UInt64 = 1 << 50
  static let brace: UInt64 = 1 << 51
  /// A byte of a character beyond ASCII, before `?`, `,` or `;`.
  static let nonASCII: UInt64 = 1 << 53
  static let latinSign: UInt64 = 1 << 54
  /// A letter or digit.
  static let word: UInt64 = 1 << 56
  static let all = apostrophe | brace | nonASCII | latinSign | word
}
