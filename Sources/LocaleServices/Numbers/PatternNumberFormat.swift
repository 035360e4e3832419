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

  /// What plural rules look at in a number that the other format writes.
  private init(digitsOf other: PatternNumberFormat) throws(ICUError) {
    raw = try opened(close: cicu_number_pattern_close) { status in
      cicu_number_pattern_digits(other.raw, &status)
    }
    locale = other.locale
  }

  deinit { cicu_number_pattern_close(raw) }

  /// Tells the plural category of numbers as this format writes them: `1.00` is not always `1`, and
  /// `100%` is a hundred.
  ///
  /// - Throws: ICU's error, if it has no memory.
  package func categories(rules: PluralRules) throws(ICUError) -> PatternPluralRules {
    PatternPluralRules(digits: try PatternNumberFormat(digitsOf: self), rules: rules)
  }

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

/// Plural rules over numbers as a pattern writes them.
package struct PatternPluralRules: Sendable {
  fileprivate let digits: PatternNumberFormat
  fileprivate let rules: PluralRules

  /// The category of a number; `other` for infinity and what is not a number.
  package func category(of number: NumericValue) -> PluralCategory {
    guard number.double.isFinite else { return .other }
    var text = digits.format(number)
    if text.hasPrefix(".") { text = "0" + text }
    if text.hasSuffix(".") { text.removeLast() }
    // Scientific notation is the compact notation's exponent to the rules, if it is not negative.
    let isSmall = text.contains("E-")
    text = text.replacing("E", with: isSmall ? "e" : "c")
    return rules.category(ofDecimal: text) ?? .other
  }
}
