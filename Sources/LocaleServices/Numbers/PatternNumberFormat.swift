internal import CICU
public import LocaleIdentifiers

/// Writes numbers by one of ICU's patterns (`#,##0.00 ¤`) or older styles: what ICU MessageFormat 1
/// uses, halves rounded to even.
///
///     try PatternNumberFormat(locale: "de", style: .pattern("#,##0.00")).format(.double(1234.5))
public final class PatternNumberFormat: @unchecked Sendable {
  // @unchecked: ICU's object is only read after it is made, which ICU allows from several threads.

  public enum Style: Hashable, Sendable {
    case pattern(String)
    /// The currency of the locale's region.
    case currency
  }

  public let locale: LocaleIdentifier
  private let raw: OpaquePointer

  /// - Throws: ICU's error, for a pattern that it does not understand.
  public init(locale: LocaleIdentifier, style: Style) throws(ICUError) {
    var pattern =
      switch style {
      case .pattern(let pattern): pattern
      case .currency: ""
      }
    let number: Int32 = style == .currency ? 2 : 0
    raw = try opened(close: cicu_number_pattern_close) { status in
      pattern.withCharacters {
        cicu_number_pattern_open(locale.icuName, number, $0, $1, &status)
      }
    }
    self.locale = locale
  }

  deinit { cicu_number_pattern_close(raw) }

  public func format(_ number: NumericValue) -> String {
    if case .double(let value) = number {
      return
        (try? writtenByICU { cicu_number_pattern_format_double(raw, value, $0, $1, &$2) })
        ?? number.icuText
    }
    var text = number.icuText
    return text.withCharacters { digits, length in
      try? writtenByICU { cicu_number_pattern_format(raw, digits, length, $0, $1, &$2) }
    } ?? number.icuText
  }
}
