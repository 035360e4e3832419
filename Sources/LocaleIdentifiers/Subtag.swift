/// One part of a language tag: one to eight ASCII letters and digits.
struct Subtag {
  let lowercased: String
  private let letters: Int
  private let startsWithDigit: Bool
  private let secondIsLetter: Bool

  init?(_ bytes: some Collection<UInt8>) {
    guard (1...8).contains(bytes.count) else { return nil }
    var lower: [UInt8] = []
    var letters = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): lower.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): lower.append(byte | 0x20)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        lower.append(byte)
        continue
      default: return nil
      }
      letters += 1
    }
    self.letters = letters
    startsWithDigit = (lower.first ?? 0) <= UInt8(ascii: "9")
    secondIsLetter = (lower.dropFirst().first ?? 0) > UInt8(ascii: "9")
    lowercased = String(decoding: lower, as: UTF8.self)
  }

  var count: Int { lowercased.utf8.count }
  var uppercased: String { lowercased.uppercased() }
  var titlecased: String { lowercased.prefix(1).uppercased() + lowercased.dropFirst() }

  private var isAlphabetic: Bool { letters == count }

  var isLanguage: Bool { isAlphabetic && (count == 2 || count == 3 || count >= 5) }
  var isScript: Bool { isAlphabetic && count == 4 }
  var isRegion: Bool { isAlphabetic && count == 2 || letters == 0 && count == 3 }
  var isVariant: Bool { count >= 5 || count == 4 && startsWithDigit }
  var isSingleton: Bool { count == 1 }
  /// A letter or digit and a letter: `co`, `1k`.
  var isKeywordKey: Bool { count == 2 && secondIsLetter }
  /// A letter and a digit: `m0`.
  var isTransformKey: Bool { count == 2 && !startsWithDigit && !secondIsLetter }
}
