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
        count += try segmenter.count(in: text.value)
      }
      counts.append(count)
    }
    return counts
  }
}
