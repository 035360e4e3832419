// What functions of messages do to numbers, without losing a digit.
extension ExactDecimal {
  /// The number times a power of ten.
  public func scaled(byPowerOfTen power: Int) -> ExactDecimal {
    ExactDecimal(isNegative: isNegative, digits: digits, exponent: exponent + power)
  }

  /// The nearest whole number, halves away from zero.
  public var rounded: ExactDecimal {
    guard exponent < 0 else { return self }
    let whole = digits.count + exponent
    guard whole >= 0 else { return ExactDecimal(0) }
    var kept = Array(digits.prefix(whole))
    if digits[whole] >= 5 { Self.increment(&kept) }
    return ExactDecimal(isNegative: isNegative, digits: kept, exponent: 0)
  }

  private static func increment(_ digits: inout [UInt8]) {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
  }

  public static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    let exponent = min(left.exponent, right.exponent)
    let width = max(
      left.digits.count + left.exponent - exponent, right.digits.count + right.exponent - exponent)
    let a = left.aligned(exponent: exponent, width: width)
    let b = right.aligned(exponent: exponent, width: width)
    if left.isNegative == right.isNegative {
      var sum = [UInt8](repeating: 0, count: width + 1)
      var carry: UInt8 = 0
      for index in stride(from: width - 1, through: 0, by: -1) {
        let digit = a[index] + b[index] + carry
        sum[index + 1] = digit % 10
        carry = digit / 10
      }
      sum[0] = carry
      return ExactDecimal(isNegative: left.isNegative, digits: sum, exponent: exponent)
    }
    let leftIsLarger = !a.lexicographicallyPrecedes(b)
    let (large, small) = leftIsLarger ? (a, b) : (b, a)
    var difference = [UInt8](repeating: 0, count: width)
    var borrow: UInt8 = 0
    for index in stride(from: width - 1, through: 0, by: -1) {
      let taken = small[index] + borrow
      borrow = large[index] < taken ? 1 : 0
      difference[index] = large[index] + borrow * 10 - taken
    }
    return ExactDecimal(
      isNegative: leftIsLarger ? left.isNegative : right.isNegative, digits: difference,
      exponent: exponent)
  }

  /// The digits with zeros on both sides, so that the last has the power `exponent`.
  private func aligned(exponent wanted: Int, width: Int) -> [UInt8] {
    let tail = exponent - wanted
    return Array(repeating: 0, count: max(0, width - digits.count - tail)) + digits
      + Array(repeating: 0, count: max(0, tail))
  }
}
