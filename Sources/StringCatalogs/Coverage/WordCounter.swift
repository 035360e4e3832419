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
    guard let message = entry.parsed.message else { return 0 }
    var count = 0
    for pattern in message.patterns {
      for element in pattern.elements {
        guard case .text(let text) = element else { continue }
        count += try segmenter.count(in: text.value)
      }
    }
    return count
  }
}
