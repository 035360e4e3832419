public import LocaleIdentifiers

/// Writes numbers as a language does (`Intl.NumberFormat`).
///
///     let format = try NumberFormat(locale: "de", options: NumberFormatOptions(style: .currency("EUR")))
///     format.format(.integer(1234))   // "1.234,00 €"
///
/// Formatting never fails: where ICU refuses, the plain number is written. The common forms are
/// written without ICU, from symbols that were asked for once; the tests hold them to ICU.
public final class NumberFormat: Sendable {
  public let locale: LocaleIdentifier
  /// What ICU is asked for.
  public let skeleton: String
  let icu: ICUNumberFormat
  let native: NativeNumberWriter?

  /// - Throws: ICU's error, for a unit that it does not know.
  public convenience init(
    locale: LocaleIdentifier, options: NumberFormatOptions = NumberFormatOptions()
  ) throws(ICUError) {
    try self.init(locale: locale, options: options, isForFewUses: false)
  }

  /// - Parameter isForFewUses: Whether ICU writes all numbers, so that it need not be asked for its
  ///   symbols, which takes longer than some dozens of numbers.
  package init(
    locale: LocaleIdentifier, options: NumberFormatOptions, isForFewUses: Bool
  ) throws(ICUError) {
    self.locale = locale
    skeleton = options.skeleton
    icu = try ICUNumberFormat(locale: locale, skeleton: skeleton)
    native =
      isForFewUses
      ? nil : NativeNumberSymbols(probing: icu, options: options).map { NativeNumberWriter($0) }
  }

  /// A format by one of ICU's number skeletons: `compact-short currency/USD`.
  ///
  /// - Throws: ICU's error, for a skeleton that it does not understand.
  public init(locale: LocaleIdentifier, skeleton: String) throws(ICUError) {
    self.locale = locale
    self.skeleton = skeleton
    icu = try ICUNumberFormat(locale: locale, skeleton: skeleton)
    native = nil
    try icu.check()
  }

  public func format(_ number: NumericValue) -> String {
    guard native != nil else { return icu.format(number) }
    var bytes: [UInt8] = []
    format(number, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the number in UTF-8.
  public func format(_ number: NumericValue, into buffer: inout [UInt8]) {
    let isWritten = UTF8Room.append(to: &buffer) { room in
      guard let short = ShortDecimal(number) else { return false }
      return write(short, into: &room)
    }
    if !isWritten { buffer.append(contentsOf: icu.format(number).utf8) }
  }

  /// Appends the number if that takes no ICU; false, and nothing appended, if it does.
  package func write(_ number: ShortDecimal, into room: inout UTF8Room) -> Bool {
    native?.write(number, into: &room) ?? false
  }

  /// Whether short numbers are written without ICU.
  package var isNative: Bool { native != nil }

  /// The plural category of a number as this format writes it: `1.0` is not always `1`.
  public func category(of number: NumericValue, rules: PluralRules) -> PluralCategory {
    // A whole number that is shown without fraction is shown as it is.
    if case .integer(let value) = number, let native, native.symbols.showsIntegers {
      return rules.category(of: value)
    }
    return icu.shownDecimal(number).flatMap { rules.category(ofDecimal: $0) } ?? .other
  }

  /// The formatted number in parts, which joined give `format(_:)`'s text.
  public func formatToParts(_ number: NumericValue) -> [NumberPart] {
    icu.formatToParts(number)
  }
}
