internal import CICU
internal import LocaleIdentifiers

/// ICU's format of numbers by a skeleton. Formatting never fails: where ICU refuses, the plain number
/// is written.
final class ICUNumberFormat: @unchecked Sendable {
  // @unchecked: ICU's object is only read after it is made, which ICU allows from several threads.

  private let raw: OpaquePointer

  init(locale: LocaleIdentifier, skeleton: String) throws(ICUError) {
    var skeletonText = skeleton
    raw = try opened(close: cicu_number_close) { status in
      skeletonText.withCharacters { cicu_number_open(locale.icuName, $0, $1, &status) }
    }
  }

  /// - Throws: ICU's error, for a skeleton that asks for something in vain (`precision-increment/0.0`):
  ///   ICU says so only when it formats.
  func check() throws(ICUError) {
    _ = try writtenByICU { cicu_number_format_integer(raw, 1, $0, $1, &$2) }
  }

  deinit { cicu_number_close(raw) }

  func format(_ number: NumericValue) -> String {
    let text: String? =
      switch number {
      case .integer(let value):
        try? writtenByICU { cicu_number_format_integer(raw, Int64(value), $0, $1, &$2) }
      // Given the digits, ICU multiplies exactly (`scale/0.5`); of a double it drops the last ones.
      case .double(let value) where value.isFinite: format(decimal: number.icuText)
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
  func formatToParts(_ number: NumericValue) -> [NumberPart] {
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
