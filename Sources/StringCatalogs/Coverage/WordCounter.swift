import LocaleIdentifiers
import LocaleServices
import MessageSyntax

/// Counts the words of messages: those of their text, in every variant, by ICU's segmentation.
struct WordCounter {
  private let segmenter: Segmenter

  init(locale: LocaleIdentifier) throws(ICUError) {
    segmenter = try Segmenter(locale: locale, kind: .word)
  }

  func count(in entry: CatalogEntry) throws(ICUError) -> Int {
    try counts(in: entry).reduce(0, +)
  }

  /// The words that a page shows of a message: those of its longest variant, and at least one, as a
  /// placeholder alone is shown too.
  func shown(of entry: CatalogEntry) throws(ICUError) -> Int {
    max(1, try counts(in: entry).max() ?? 1)
  }

  /// The words of each variant.
  private func counts(in entry: CatalogEntry) throws(ICUError) -> [Int] {
    guard let message = entry.parsed.message else { return [] }
    var counts: [Int] = []
    for pattern in message.patterns {
      var count = 0
      for element in pattern.elements {
        guard case .text(let text) = element else { continue }
        if let plain = Self.plainCount(of: text.value) {
          count += plain
        } else {
          count += try segmenter.count(in: text.value)
        }
      }
      counts.append(count)
    }
    return counts
  }

  /// The number of words of a text whose words are plain to see: ASCII letters and digits between
  /// spaces and common signs, and apostrophes within words. Nil for others: those are ICU's to tell.
  static func plainCount(of text: String) -> Int? {
    var text = text
    return text.withUTF8 { bytes in
      var count = 0
      var isInWord = false
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
          if !isInWord { count += 1 }
          isInWord = true
        case 0x20, 0x0A, UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"),
          UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""):
          isInWord = false
        case UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
          UInt8(ascii: ";"):
          // Between words some of these belong to them.
          let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
          guard isInWord, isLetter(next) || (0x30...0x39).contains(next) || next > 0x7F else {
            isInWord = false
            continue
          }
          guard byte == UInt8(ascii: "'"), isLetter(bytes[index - 1]), isLetter(next) else {
            return nil
          }
        default: return nil
        }
      }
      return count
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
