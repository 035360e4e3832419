internal import CICU
public import LocaleIdentifiers

/// Finds the parts of a text: characters as readers see them, words, sentences, places for line breaks
/// (UAX 29 and 14, with dictionaries for Thai, Chinese and Japanese).
///
///     try Segmenter(locale: "th", kind: .word).words(in: "ภาษาไทย")  // ["ภาษา", "ไทย"]
///     try Segmenter(locale: "hi", kind: .grapheme).count(in: "हिन्दी")
public final class Segmenter: @unchecked Sendable {
  // @unchecked: ICU's iterator is changed by its use, so every use works on a clone.

  public enum Kind: Int32, Sendable, Hashable, CaseIterable {
    case grapheme = 0
    case word = 1
    case line = 2
    case sentence = 3
  }

  public let locale: LocaleIdentifier
  public let kind: Kind
  private let raw: OpaquePointer

  public init(locale: LocaleIdentifier, kind: Kind) throws(ICUError) {
    self.locale = locale
    self.kind = kind
    raw = try opened(close: cicu_segmenter_close) {
      cicu_segmenter_open(locale.icuName, kind.rawValue, &$0)
    }
  }

  deinit { cicu_segmenter_close(raw) }

  /// The segments that cover the text from its beginning to its end.
  public func segments(of text: String) throws(ICUError) -> [Substring] {
    try ends(in: text).segments
  }

  /// The words of a text without the spaces and punctuation between them. For segmenters of other
  /// kinds, the segments that hold a letter or digit.
  public func words(in text: String) throws(ICUError) -> [Substring] {
    let result = try ends(in: text)
    guard kind == .word else {
      return result.segments.filter { $0.unicodeScalars.contains { $0.properties.isAlphabetic } }
    }
    return zip(result.segments, result.areWords).compactMap { $1 ? $0 : nil }
  }

  /// How many segments the text has; for words, spaces and punctuation not counted.
  public func count(in text: String) throws(ICUError) -> Int {
    let result = try ends(in: text)
    return kind == .word ? result.areWords.count { $0 } : result.areWords.count
  }

  private struct Ends {
    var segments: [Substring] = []
    var areWords: [Bool] = []
  }

  /// What ICU calls back with.
  private struct Boundaries {
    var ends: [Int32] = []
    var areWords: [Bool] = []
  }

  private func ends(in text: String) throws(ICUError) -> Ends {
    let iterator = try opened(close: cicu_segmenter_close) { cicu_segmenter_clone(raw, &$0) }
    defer { cicu_segmenter_close(iterator) }
    var boundaries = Boundaries()
    var status: Int32 = 0
    withUTF8Text(text) { bytes, length in
      guard let bytes else { return }
      withUnsafeMutablePointer(to: &boundaries) { context in
        cicu_segmenter_run(
          iterator, bytes, length, context,
          { context, end, rule in
            let boundaries = context.assumingMemoryBound(to: Boundaries.self)
            boundaries.pointee.ends.append(end)
            // ICU's numbers below 100 are for what is no word.
            boundaries.pointee.areWords.append(rule >= 100)
          }, &status)
      }
    }
    if status > 0 { throw ICUError(code: status) }
    var result = Ends(areWords: boundaries.areWords)
    result.segments.reserveCapacity(boundaries.ends.count)
    var start = text.startIndex
    var offset = 0
    for end in boundaries.ends {
      let next =
        text.utf8.index(start, offsetBy: Int(end) - offset, limitedBy: text.endIndex)
        ?? text.endIndex
      result.segments.append(text[start..<next])
      start = next
      offset = Int(end)
    }
    return result
  }
}
