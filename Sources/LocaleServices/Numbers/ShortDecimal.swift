/// A decimal number of at most 18 digits, which fits a register: what nearly all numbers in messages
/// are. It is `coefficient` divided by ten to the power `scale`.
package struct ShortDecimal: Hashable, Sendable {
  package var isNegative: Bool
  package var coefficient: UInt64
  package var scale: Int

  static let largestScale = 18

  @inline(__always)
  package init(_ integer: Int) {
    isNegative = integer < 0
    coefficient = UInt64(integer.magnitude)
    scale = 0
  }

  /// The shortest decimal number that reads back as `double`; nil if it has more than 15 digits, or
  /// more than nine behind the point.
  ///
  /// Of the numbers with up to 15 digits, a `Double` is the nearest one to a single one, and dividing
  /// two whole numbers below 2^53 rounds correctly. So the first quotient that equals the number is it.
  package init?(_ double: Double) {
    guard double.magnitude < 1e15 else { return nil }
    let magnitude = double.magnitude
    var power = 1.0
    for scale in 0...9 {
      let candidate = (magnitude * power).rounded()
      guard candidate < 1e15 else { return nil }
      if candidate / power == magnitude {
        isNegative = double.sign == .minus
        coefficient = UInt64(candidate)
        self.scale = scale
        return
      }
      power *= 10
    }
    return nil
  }

  package init?(_ exact: ExactDecimal) {
    guard exact.digits.count + max(0, exact.exponent) <= 18,
      exact.exponent >= -Self.largestScale
    else { return nil }
    var value: UInt64 = 0
    for digit in exact.digits { value = value * 10 + UInt64(digit) }
    for _ in 0..<max(0, exact.exponent) { value *= 10 }
    isNegative = exact.isNegative
    coefficient = value
    scale = max(0, -exact.exponent)
  }

  @inline(__always)
  package init?(_ number: NumericValue) {
    switch number {
    case .integer(let value): self.init(value)
    case .double(let value): self.init(value)
    case .decimal(let value): self.init(value)
    }
  }

  /// Ten to a power from 0 to 19.
  @inline(__always)
  static func power(_ exponent: Int) -> UInt64 {
    var power: UInt64 = 1
    for _ in 0..<exponent { power &*= 10 }
    return power
  }

  /// Rounds halves away from zero to at most `maximum` fraction digits, and drops zeros at the end
  /// down to `minimum`.
  @inline(__always)
  package mutating func round(toFractionDigits digits: ClosedRange<Int>) {
    if scale > digits.upperBound {
      let unit = Self.power(scale - digits.upperBound)
      let rest = coefficient % unit
      coefficient /= unit
      if rest >= unit - rest { coefficient += 1 }
      scale = digits.upperBound
    }
    while scale > digits.lowerBound, coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
  }
}
