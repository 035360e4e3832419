import LocaleServices

/// The quotation marks that a language is written with, as those that open and those that close.
public struct LanguageQuotes: Sendable {
  /// CLDR's pair for the language.
  public var start: String
  public var end: String
  var openers: Set<Unicode.Scalar>
  var closers: Set<Unicode.Scalar>

  /// A pair around an ellipsis: `„…“`.
  public var example: String { start + "…" + end }

  init(_ delimiters: Delimiters, language: String) {
    start = delimiters.quotationStart
    end = delimiters.quotationEnd
    openers = Set(
      (delimiters.quotationStart + delimiters.alternateQuotationStart).unicodeScalars)
    closers = Set((delimiters.quotationEnd + delimiters.alternateQuotationEnd).unicodeScalars)
    // “ ” is also what CLDR says of languages whose marks it does not know.
    let usual = start == "“" && end == "”" ? ["«»"] : []
    for pair in Self.others[language] ?? usual {
      let marks = Array(pair.unicodeScalars)
      openers.insert(marks[0])
      closers.insert(marks[marks.count - 1])
    }
  }

  /// Pairs in use beside CLDR's one, by language.
  private static let others: [String: [String]] = [
    "ar": ["“”", "«»"], "ur": ["“”", "«»"], "fa": ["“”", "«»"],
    "bg": ["«»", "„”"], "ca": ["‘’"], "cs": ["»«"], "cy": ["«»"], "da": ["»«", "„“", "””", "„”"],
    "de": ["»«", "›‹", "‚‘"], "el": ["‘’"], "en": ["‘’"], "es": ["‘’"], "et": ["«»", "„”"],
    "eu": ["‘’"], "fi": ["»»"], "fil": ["«»"], "fr": ["‹›", "“”"], "gl": ["«»", "‘’"],
    "gsw": ["„“", "‚‘"], "he": ["„”", "“”"], "hr": ["»«", "„”"],
    "hu": ["«»"], "it": ["‘’"], "ja": ["“”", "〈〉"], "ko": ["「」", "『』"], "lt": ["‚‘"],
    "lv": ["„”", "«»"], "nb": ["“”", "„“"], "no": ["“”", "„“"], "nl": ["“”", "„”"],
    "pl": ["»«", "‚’"], "pt": ["«»", "“”"], "ro": ["“”"], "ru": ["‚‘"], "sk": ["»«", "„”"],
    "sl": ["»«"], "sr": ["„”", "»«", "’’"], "sv": ["»»", "»«"], "uk": ["„”", "“”"],
    "zh": ["“”", "‘’", "「」", "『』"], "vi": ["«»"], "hi": ["‘’"],
  ]
}
