/// A decimal number of any size, kept exactly: what a `Double` cannot hold, a price or an identifier,
/// passes through unchanged.
///
///     ExactDecimal("12345678901234567890.10")?.description  // "12345678901234567890.1"
///     ExactDecimal("1e1000000")                              // nil: beyond the limits
///
/// It reads the numbers of MessageFormat 2 (`number-literal`): an optional `-`, no leading zeros,
/// digits on both sides of a point, an optional exponent. At most 400 digits and an exponent of at
/// most 400 either way: enough for every `Double`, and small enough to be printed by anyone.
public struct ExactDecimal: Hashable, Sendable, CustomStringConvertible {
  public static let maximumDigits = 400

  /// Whether the number is below zero; zero is not.
  public private(set) var isNegative: Bool
  /// The digits, 0 to 9, most significant first, without zeros at either end; empty for zero.
  private(set) var digits: [UInt8]
  /// The power of ten of the last digit.
  private(set) var exponent: Int

  init(isNegative: Bool, digits: some Sequence<UInt8>, exponent: Int) {
    var kept = Array(digits.drop { $0 == 0 })
    var exponent = exponent
    while kept.last == 0 {
      kept.removeLast()
      exponent += 1
    }
    self.digits = kept
    self.exponent = kept.isEmpty ? 0 : exponent
    self.isNegative = isNegative && !kept.isEmpty
  }

  public init(_ integer: Int) {
    var rest = integer.magnitude
    var digits: [UInt8] = []
    while rest > 0 {
      digits.append(UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    self.init(isNegative: integer < 0, digits: digits.reversed(), exponent: 0)
  }

  /// The shortest decimal number that reads back as `double`; nil for infinity and NaN.
  public init?(_ double: Double) {
    guard double.isFinite else { return nil }
    self.init(lenient: double.description)
  }

  /// A number as ICU writes decimals, `1.5E+3`.
  init?(icuText: String) {
    self.init(lenient: icuText)
  }

  /// Reads a number literal of MessageFormat 2; nil if it is none, or beyond the limits.
  public init?(_ text: some StringProtocol) {
    guard Self.isNumberLiteral(text) else { return nil }
    self.init(lenient: text)
  }

  private enum Place { case integer, fraction, exponent }

  /// Reads `-12.50e3`; the form is known to be right.
  private init?(lenient text: some StringProtocol) {
    var digits: [UInt8] = []
    var fraction = 0
    var exponent = 0
    var exponentIsNegative = false
    var isNegative = false
    var place = Place.integer
    for byte in text.utf8 {
      switch (byte, place) {
      case (UInt8(ascii: "-"), .integer): isNegative = true
      case (UInt8(ascii: "-"), .exponent): exponentIsNegative = true
      case (UInt8(ascii: "."), _): place = .fraction
      case (UInt8(ascii: "e"), _), (UInt8(ascii: "E"), _): place = .exponent
      case (UInt8(ascii: "0")...UInt8(ascii: "9"), .exponent):
        guard exponent <= 10 * Self.maximumDigits else { return nil }
        exponent = exponent * 10 + Int(byte - UInt8(ascii: "0"))
      case (UInt8(ascii: "0")...UInt8(ascii: "9"), _):
        digits.append(byte - UInt8(ascii: "0"))
        if place == .fraction { fraction += 1 }
      default: break
      }
    }
    self.init(
      isNegative: isNegative, digits: digits,
      exponent: (exponentIsNegative ? -exponent : exponent) - fraction)
    guard isWithinLimits else { return nil }
  }

  private var isWithinLimits: Bool {
    digits.count <= Self.maximumDigits && abs(exponent + digits.count) <= Self.maximumDigits
      && abs(exponent) <= Self.maximumDigits
  }

  /// Whether the text has the form of a number literal (LDML part 9, `number-literal`).
  public static func isNumberLiteral(_ text: some StringProtocol) -> Bool {
    var bytes = text.utf8[...]
    func digits() -> Int {
      let count = bytes.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
      bytes = bytes.dropFirst(count)
      return count
    }
    if bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
    let startsWithZero = bytes.first == UInt8(ascii: "0")
    let integer = digits()
    guard integer > 0, !startsWithZero || integer == 1 else { return false }
    if bytes.first == UInt8(ascii: ".") {
      bytes = bytes.dropFirst()
      guard digits() > 0 else { return false }
    }
    if bytes.first == UInt8(ascii: "e") || bytes.first == UInt8(ascii: "E") {
      bytes = bytes.dropFirst()
      if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") {
        bytes = bytes.dropFirst()
      }
      guard digits() > 0 else { return false }
    }
    return bytes.isEmpty
  }

  public var isZero: Bool { digits.isEmpty }
  public var isInteger: Bool { exponent >= 0 }

  /// The number as an `Int`, if it is one.
  public var integer: Int? {
    guard isInteger, digits.count + exponent <= 19 else { return nil }
    var value = 0
    for digit in digits + Array(repeating: 0, count: exponent) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (difference, overflow2) = product.subtractingReportingOverflow(Int(digit))
      guard !overflow, !overflow2 else { return nil }
      value = difference
    }
    guard !isNegative else { return value }
    return value == Int.min ? nil : -value
  }

  /// The number without exponent: `-1234.5`. A whole number has no point, zero no sign.
  public var description: String {
    guard !isZero else { return "0" }
    var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    func append(_ digits: some Sequence<UInt8>) {
      for digit in digits { text.append(UInt8(ascii: "0") + digit) }
    }
    let whole = digits.count + exponent
    if exponent >= 0 {
      append(digits)
      append(repeatElement(0, count: exponent))
    } else if whole > 0 {
      append(digits.prefix(whole))
      text.append(UInt8(ascii: "."))
      append(digits.dropFirst(whole))
    } else {
      append([0])
      text.append(UInt8(ascii: "."))
      append(repeatElement(0, count: -whole))
      append(digits)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
