/// The script that a letter belongs to, as far as checks tell scripts apart; the raw values are
/// ISO 15924's codes.
enum LetterScript: String, Hashable, Sendable {
  case latin = "Latn"
  case greek = "Grek"
  case cyrillic = "Cyrl"
  case armenian = "Armn"
  case hebrew = "Hebr"
  case arabic = "Arab"
  case devanagari = "Deva"
  case bengali = "Beng"
  case gurmukhi = "Guru"
  case gujarati = "Gujr"
  case odia = "Orya"
  case tamil = "Taml"
  case telugu = "Telu"
  case kannada = "Knda"
  case malayalam = "Mlym"
  case sinhala = "Sinh"
  case thai = "Thai"
  case lao = "Laoo"
  case myanmar = "Mymr"
  case georgian = "Geor"
  case hangul = "Hang"
  case ethiopic = "Ethi"
  case khmer = "Khmr"
  case kana = "Kana"
  case han = "Hani"
  case other = "Zzzz"

  /// The script of a letter; nil for what is no letter.
  init?(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      guard (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) else { return nil }
      self = .latin
      return
    }
    guard Self.isLetter(scalar) else { return nil }
    guard let found = Self.ranges.first(where: { $0.0.contains(value) }) else {
      self = .other
      return
    }
    self = found.1
  }

  /// Whether a character is alphabetic, which is looked up for those of most scripts.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    switch value {
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: return true
    case 0x3200...: return scalar.properties.isAlphabetic
    default: return letters[Int(value >> 6)] & (1 << UInt64(value & 63)) != 0
    }
  }

  /// The alphabetic characters below U+3200, a bit for each.
  private static let letters: [UInt64] = (0..<0x3200 / 64).map { word in
    (0..<64).reduce(into: 0) { bits, bit in
      let scalar = Unicode.Scalar(UInt32(word * 64 + bit))
      if scalar?.properties.isAlphabetic ?? false { bits |= 1 << UInt64(bit) }
    }
  }

  private static let ranges: [(ClosedRange<UInt32>, LetterScript)] = [
    (0x80...0x24F, .latin), (0x1E00...0x1EFF, .latin), (0x250...0x2AF, .latin),
    (0x370...0x3FF, .greek), (0x1F00...0x1FFF, .greek), (0x400...0x52F, .cyrillic),
    (0x1C80...0x1C8F, .cyrillic), (0x2DE0...0x2DFF, .cyrillic), (0x531...0x58F, .armenian),
    (0x591...0x5FF, .hebrew), (0x600...0x77F, .arabic), (0x8A0...0x8FF, .arabic),
    (0xFB50...0xFDFF, .arabic), (0xFE70...0xFEFF, .arabic), (0x900...0x97F, .devanagari),
    (0x980...0x9FF, .bengali), (0xA00...0xA7F, .gurmukhi), (0xA80...0xAFF, .gujarati),
    (0xB00...0xB7F, .odia), (0xB80...0xBFF, .tamil), (0xC00...0xC7F, .telugu),
    (0xC80...0xCFF, .kannada), (0xD00...0xD7F, .malayalam), (0xD80...0xDFF, .sinhala),
    (0xE00...0xE7F, .thai), (0xE80...0xEFF, .lao), (0x1000...0x109F, .myanmar),
    (0x10A0...0x10FF, .georgian), (0x1100...0x11FF, .hangul), (0x3130...0x318F, .hangul),
    (0xAC00...0xD7FF, .hangul), (0x1200...0x139F, .ethiopic), (0x1780...0x17FF, .khmer),
    (0x3005...0x3007, .han), (0x3041...0x30FF, .kana), (0x31F0...0x31FF, .kana),
    (0xFF66...0xFF9F, .kana), (0x3400...0x9FFF, .han), (0xF900...0xFAFF, .han),
    (0x20000...0x3FFFF, .han), (0xFF21...0xFF5A, .latin),
  ]

  /// The ranges of some scripts' letters.
  static func ranges(of scripts: Set<LetterScript>) -> [ClosedRange<UInt32>] {
    ranges.filter { scripts.contains($0.1) }.map(\.0)
  }

  /// The scripts that a language's text is written in, from the code of its likely script.
  static func expected(_ script: String) -> Set<LetterScript> {
    switch script {
    case "Hans", "Hant", "Hani": [.han]
    case "Jpan": [.han, .kana]
    case "Kore": [.hangul, .han]
    default: LetterScript(rawValue: script).map { [$0] } ?? []
    }
  }
}
