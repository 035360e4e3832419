internal import CICU
public import LocaleIdentifiers

/// Writes numbers as a language does (`Intl.NumberFormat`, on ICU).
///
///     let format = try NumberFormat(locale: "de", options: NumberFormatOptions(style: .currency("EUR")))
///     format.format(.integer(1234))   // "1.234,00 €"
///
/// Formatting never fails: where ICU refuses, the plain number is written.
public final class NumberFormat: @unchecked Sendable {
  // @unchecked: ICU's object is only read after it is made, which ICU allows from several threads.

  public let locale: LocaleIdentifier
  /// What ICU was asked for.
  public let skeleton: String
  private let raw: OpaquePointer

  /// - Throws: ICU's error, for a unit that it does not know.
  public convenience init(
    locale: LocaleIdentifier, options: NumberFormatOptions = NumberFormatOptions()
  ) throws(ICUError) {
    try self.init(locale: locale, skeleton: options.skeleton)
  }

  /// A format by one of ICU's number skeletons: `compact-short currency/USD`.
  ///
  /// - Throws: ICU's error, for a skeleton that it does not understand.
  public init(locale: LocaleIdentifier, skeleton: String) throws(ICUError) {
    var skeletonText = skeleton
    raw = try opened(close: cicu_number_close) { status in
      skeletonText.withCharacters { cicu_number_open(locale.icuName, $0, $1, &status) }
    }
    self.locale = locale
    self.skeleton = skeleton
  }

  deinit { cicu_number_close(raw) }

  public func format(_ number: NumericValue) -> String {
    let text: String? =
      switch number {
      case .integer(let value):
        try? writtenByICU { cicu_number_format_integer(raw, Int64(value), $0, $1, &$2) }
      case .double(let value):
        try? writtenByICU { cicu_number_format_double(raw, value, $0, $1, &$2) }
      case .decimal(let value): format(decimal: value.description)
      }
    return text ?? number.icuText
  }

  private func format(decimal: String) -> String? {
    var decimal = decimal
    return decimal.withCharacters { digits, length in
      try? writtenByICU { cicu_number_format_decimal(raw, digits, length, $0, $1, &$2) }
    }
  }

  /// The plural category of a number as this format writes it: `1.0` is not always `1`.
  public func category(of number: NumericValue, rules: PluralRules) -> PluralCategory {
    shownDecimal(number).flatMap { rules.category(ofDecimal: $0) } ?? .other
  }

  /// The number that this format shows, in ASCII, rounded and with its trailing zeros: `1.50`. Nil
  /// for infinity and NaN.
  func shownDecimal(_ number: NumericValue) -> String? {
    if case .double(let value) = number, !value.isFinite { return nil }
    var text = number.icuText
    var fractionDigits: Int32 = 0
    let shown = text.withCharacters { digits, length in
      try? writtenByICU {
        cicu_number_shown(raw, digits, length, $0, $1, &fractionDigits, &$2)
      }
    }
    guard let decimal = shown.flatMap(ExactDecimal.init(icuText:))?.description else { return nil }
    let written = decimal.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1)
    let present = written.count > 1 ? written[1].count : 0
    let missing = max(0, Int(fractionDigits) - present)
    return decimal + (present == 0 && missing > 0 ? "." : "")
      + String(repeating: "0", count: missing)
  }

  /// The formatted number in parts, which joined give `format(_:)`'s text.
  public func formatToParts(_ number: NumericValue) -> [NumberPart] {
    var text = number.icuText
    var fields = [CICUNumberField](repeating: CICUNumberField(), count: 64)
    var count: Int32 = 0
    let formatted = text.withCharacters { digits, length in
      try? writtenByICU {
        cicu_number_format_fields(
          raw, digits, length, $0, $1, &fields, Int32(fields.count), &count, &$2)
      }
    }
    guard let formatted else { return [NumberPart(kind: .literal, value: number.icuText)] }
    let found = fields.prefix(Int(max(0, min(count, Int32(fields.count))))).map {
      NumberField(kind: NumberPart.Kind(icuField: $0.field), range: Int($0.start)..<Int($0.end))
    }
    return NumberPart.parts(of: formatted, fields: found)
  }
}
