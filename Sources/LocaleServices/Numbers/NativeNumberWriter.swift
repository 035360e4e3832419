/// Writes short decimal numbers without ICU, from symbols that ICU was asked for once.
///
/// It is only made where it was seen to write a set of numbers as ICU does; see the probe. What it
/// cannot write (a negative number that is rounded to zero) it leaves to ICU.
final class NativeNumberWriter: Sendable {
  let symbols: NativeNumberSymbols
  private let scale: Int
  private let fractionDigits: ClosedRange<Int>
  /// Whether there is nothing but ASCII digits around a small number.
  private let isBare: Bool

  init(_ symbols: NativeNumberSymbols) {
    self.symbols = symbols
    scale = symbols.scale
    fractionDigits = symbols.fractionDigits
    isBare =
      symbols.usesASCIIDigits && symbols.fractionDigits.lowerBound == 0 && symbols.scale == 0
      && symbols.positive.prefix.isEmpty && symbols.positive.suffix.isEmpty
  }

  /// Appends the number; false, and nothing appended, if ICU has to write it.
  @inline(__always)
  func write(_ number: ShortDecimal, into room: inout UTF8Room) -> Bool {
    if isBare, number.scale == 0, number.coefficient < 1000, !number.isNegative {
      Self.writeSmall(number.coefficient, into: &room)
      return true
    }
    return writeAny(number, into: &room)
  }

  private func writeAny(_ number: ShortDecimal, into room: inout UTF8Room) -> Bool {
    var number = number
    number.scale -= scale
    if number.scale < 0 {
      guard number.coefficient < 100_000_000_000_000_000 else { return false }
      number.coefficient *= ShortDecimal.power(-number.scale)
      number.scale = 0
    }
    // Halves to even are left to ICU.
    guard symbols.rounds || number.scale <= fractionDigits.upperBound else { return false }
    number.round(toFractionDigits: fractionDigits)
    guard number.coefficient > 0 || !number.isNegative else { return false }
    if number.isNegative {
      room.append(symbols.negative.prefix)
      writeDigits(number, into: &room)
      room.append(symbols.negative.suffix)
    } else {
      room.append(symbols.positive.prefix)
      writeDigits(number, into: &room)
      room.append(symbols.positive.suffix)
    }
    return true
  }

  /// Up to three digits of ASCII; no group is that short.
  @inline(__always)
  private static func writeSmall(_ value: UInt64, into room: inout UTF8Room) {
    let zero = UInt8(ascii: "0")
    if value >= 100 { room.append(zero &+ UInt8(truncatingIfNeeded: value / 100)) }
    if value >= 10 { room.append(zero &+ UInt8(truncatingIfNeeded: value / 10 % 10)) }
    room.append(zero &+ UInt8(truncatingIfNeeded: value % 10))
  }

  private func writeDigits(_ number: ShortDecimal, into room: inout UTF8Room) {
    let digitWidth = symbols.digitWidth
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: NativeNumberSymbols.room) { digits in
      // From the last digit to the first.
      var position = digits.count
      func put(_ bytes: [UInt8]) {
        position -= bytes.count
        for index in bytes.indices { digits[position + index] = bytes[index] }
      }
      func put(digit: Int) {
        position -= digitWidth
        let start = digit * digitWidth
        for index in 0..<digitWidth { digits[position + index] = symbols.digits[start + index] }
      }
      var rest = number.coefficient
      let shown = max(number.scale, fractionDigits.lowerBound)
      if shown > 0 {
        for _ in number.scale..<shown { put(digit: 0) }
        for _ in 0..<number.scale {
          put(digit: Int(truncatingIfNeeded: rest % 10))
          rest /= 10
        }
        put(symbols.decimalSeparator)
      }
      let isGrouped =
        symbols.primaryGroup > 0
        && rest >= ShortDecimal.power(min(19, symbols.firstGroupedLength - 1))
      var left = isGrouped ? symbols.primaryGroup : Int.max
      repeat {
        if left == 0 {
          put(symbols.groupSeparator)
          left = symbols.secondaryGroup
        }
        put(digit: Int(truncatingIfNeeded: rest % 10))
        rest /= 10
        left -= 1
      } while rest > 0
      room.append(UnsafeBufferPointer(rebasing: digits[position...]))
    }
  }
}

/// What `NativeNumberWriter` was told by ICU.
struct NativeNumberSymbols: Sendable {
  /// What stands in front of and behind the digits.
  struct Affixes: Hashable, Sendable {
    var prefix: [UInt8] = []
    var suffix: [UInt8] = []
  }

  var positive = Affixes()
  var negative = Affixes()
  /// The ten digits one behind the other, each of `digitWidth` bytes.
  var digits: [UInt8] = []
  var digitWidth = 1
  var usesASCIIDigits: Bool { digitWidth == 1 && digits.first == UInt8(ascii: "0") }
  var decimalSeparator: [UInt8] = []
  var groupSeparator: [UInt8] = []
  /// How many digits stand in the last group, and in those before it; 0 for no groups.
  var primaryGroup = 0
  var secondaryGroup = 0
  /// How many whole digits a number must have before it is grouped.
  var firstGroupedLength = Int.max
  var fractionDigits = 0...0
  /// Whether numbers with more fraction digits are rounded here.
  var rounds = true
  /// The power of ten that the number is multiplied by: 2 for percents.
  var scale = 0

  /// Whether whole numbers are written as they are.
  var showsIntegers: Bool { scale == 0 && fractionDigits.lowerBound == 0 }

  /// Bytes that the digits and separators of one number may take: twenty whole digits with a separator
  /// behind each, and as many fraction digits, of at most eight bytes.
  static let room = 20 * 8 + 20 * 8 + 20 * 4 + 8
  static let longestDigit = 4
  static let longestSeparator = 8
  static let mostFractionDigits = 20
}
