/// What plural rules look at in a number (UTS 35 part 3, section 5.1.1): not its value alone, but how
/// it is written, so that `1` and `1.0` may differ.
///
///     PluralOperands("1.20")  // i 1, v 2, w 1, f 20, t 2
///     PluralOperands("2c6")   // two million, written compactly ("2 millions")
public struct PluralOperands: Hashable, Sendable {
  /// The whole part, without its sign.
  public var i: UInt64
  /// How many fraction digits are written, zeros at the end included.
  public var v: UInt64
  /// How many fraction digits are written, zeros at the end not included.
  public var w: UInt64
  /// The fraction digits as a number, zeros at the end included.
  public var f: UInt64
  /// The fraction digits as a number, zeros at the end not included.
  public var t: UInt64
  /// The power of ten that a compact number leaves to a word; 0 for other numbers.
  public var e: UInt64

  /// Numbers from here on keep their last digits only, and that they are large: rules ask for nothing
  /// else of them.
  static let bound: UInt64 = 1_000_000_000_000_000_000

  public init(_ number: Int) {
    self.init(i: Self.bounded(UInt64(number.magnitude)))
  }

  /// The operands of a number written in plain notation with as few digits as it needs; nil if it is
  /// not finite.
  public init?(_ number: Double) {
    guard number.isFinite else { return nil }
    if let whole = Int(exactly: number) {
      self.init(whole)
    } else {
      self.init("\(number)")
    }
  }

  /// The operands of a number as it is written: digits, `.` and digits, and at the end `c` with the
  /// power of ten of a compact number, or `e` with that of scientific notation. nil for other text.
  public init?(_ decimal: some StringProtocol) {
    guard let number = DecimalText(decimal) else { return nil }
    self.init(
      i: Self.value(of: number.whole), v: UInt64(number.fraction.count),
      f: Self.value(of: number.fraction[...]), e: number.compactExponent)
    let significant = number.fraction.prefix((number.fraction.lastIndex { $0 != 0 } ?? -1) + 1)
    w = UInt64(significant.count)
    t = Self.value(of: significant)
  }

  private init(i: UInt64, v: UInt64 = 0, f: UInt64 = 0, e: UInt64 = 0) {
    self.i = i
    self.v = v
    self.w = 0
    self.f = f
    self.t = 0
    self.e = e
  }

  private static func value(of digits: some Sequence<UInt8>) -> UInt64 {
    var value: UInt64 = 0
    for digit in digits {
      value = bounded(value % bound * 10 + UInt64(digit), isLarge: value >= bound)
    }
    return value
  }

  private static func bounded(_ value: UInt64, isLarge: Bool = false) -> UInt64 {
    isLarge || value >= bound ? value % bound + bound : value
  }
}

/// The digits of a decimal number, with the exponent worked in.
private struct DecimalText {
  var whole: [UInt8] = []
  var fraction: [UInt8] = []
  var compactExponent: UInt64 = 0

  /// Larger exponents are of no number that is ever written, and would only cost memory.
  private static let largestExponent = 400

  init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      bytes.removeFirst()
    }
    whole = Self.takeDigits(&bytes)
    guard !whole.isEmpty else { return nil }
    if bytes.first == UInt8(ascii: ".") {
      bytes.removeFirst()
      fraction = Self.takeDigits(&bytes)
      guard !fraction.isEmpty else { return nil }
    }
    guard let mark = bytes.popFirst() else { return }
    let isCompact = mark == UInt8(ascii: "c")
    guard isCompact || mark | 0x20 == UInt8(ascii: "e") else { return nil }
    guard let exponent = Int(String(decoding: bytes, as: UTF8.self)),
      abs(exponent) <= Self.largestExponent, !isCompact || exponent >= 0
    else { return nil }
    if isCompact { compactExponent = UInt64(exponent) }
    shift(by: exponent)
  }

  private mutating func shift(by exponent: Int) {
    for _ in 0..<max(0, exponent) {
      whole.append(fraction.isEmpty ? 0 : fraction.removeFirst())
    }
    for _ in 0..<max(0, -exponent) {
      fraction.insert(whole.popLast() ?? 0, at: 0)
    }
  }

  private static func takeDigits(_ bytes: inout ArraySlice<UInt8>) -> [UInt8] {
    let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    bytes = bytes.dropFirst(digits.count)
    return digits.map { $0 - UInt8(ascii: "0") }
  }
}
