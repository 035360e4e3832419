internal import CICU
public import LocaleIdentifiers

/// Writes numbers by a language's own rules: in words, as ordinals, as durations.
///
///     try RuleBasedNumberFormat(locale: "fr", style: .spellout).format(.integer(92))   // "quatre-vingt-douze"
public final class RuleBasedNumberFormat: @unchecked Sendable {
  // @unchecked: ICU's object is only read after it is made, which ICU allows from several threads.

  public enum Style: String, Hashable, Sendable, CaseIterable {
    case spellout, ordinal, duration
  }

  public let locale: LocaleIdentifier
  private let raw: OpaquePointer

  /// - Parameter rules: One of the locale's rule sets (`%spellout-cardinal-feminine`); nil for its
  ///   first.
  /// - Throws: ICU's error, for a rule set that the locale does not have.
  public init(locale: LocaleIdentifier, style: Style, rules: String? = nil) throws(ICUError) {
    let number: Int32 = style == .spellout ? 0 : style == .ordinal ? 1 : 2
    raw = try opened(close: cicu_spellout_close) { status in
      let format = cicu_spellout_open(locale.icuName, number, &status)
      if let format, var rules, status <= 0 {
        rules.withCharacters { cicu_spellout_set_rules(format, $0, $1, &status) }
      }
      return format
    }
    self.locale = locale
  }

  deinit { cicu_spellout_close(raw) }

  /// The number by the rules; in digits where ICU's rules do not reach: beyond 64 bits, and where ICU 72
  /// crashes (negative infinity) or does not come to an end (Polish, for the smallest fractions).
  public func format(_ number: NumericValue) -> String {
    let text: String? =
      if case .integer(let value) = number {
        try? writtenByICU { cicu_spellout_format_integer(raw, Int64(value), $0, $1, &$2) }
      } else if Self.isWithinReach(number) {
        try? writtenByICU { cicu_spellout_format(raw, number.double, $0, $1, &$2) }
      } else {
        inDigits(number)
      }
    return text ?? number.icuText
  }

  private func inDigits(_ number: NumericValue) -> String? {
    var options = NumberFormatOptions()
    options.roundingMode = .halfEven
    options.grouping = .always
    return (try? NumberFormat(locale: locale, options: options))?.format(number)
  }

  private static func isWithinReach(_ number: NumericValue) -> Bool {
    let value = number.double.magnitude
    guard value.isFinite else { return number.double > 0 || number.double.isNaN }
    if case .decimal = number, value >= 0x1p63 { return false }
    let fraction = value - value.rounded(.down)
    return fraction == 0 || fraction >= 1e-9
  }
}
