import LocaleServices

extension FlatProgram {
  /// What a key of a variant says: `*`, a plural category, or one of the column's own keys.
  enum Key {
    static let catchall: UInt16 = 0
    static let none = UInt16.max
    static let firstOwn: UInt16 = 16

    static func category(_ category: PluralCategory) -> UInt16 {
      switch category {
      case .zero: 1
      case .one: 2
      case .two: 3
      case .few: 4
      case .many: 5
      case .other: 6
      }
    }
  }

  /// The first variant whose keys all match: they are sorted so that it is the best one.
  func choose(_ arguments: [Argument?]) -> Variant? {
    var own = SIMD8<UInt16>(repeating: Key.none)
    var category = SIMD8<UInt16>(repeating: Key.none)
    for index in 0..<columnCount {
      guard let found = columns[index].find(arguments) else { return nil }
      own[index] = found.own
      category[index] = found.category
    }
    let width = columnCount
    var position = 0
    for row in 0..<variants.count {
      var matches = true
      for index in 0..<width {
        let key = keys[position + index]
        if key != Key.catchall && key != own[index] && key != category[index] {
          matches = false
          break
        }
      }
      if matches { return variants[row] }
      position += width
    }
    return nil
  }
}

/// A selector of a flat program.
enum FlatColumn: Sendable {
  case string(FlatStringKeys)
  case number(FlatNumber, FlatNumberKeys)

  /// What the argument matches; nil if it is not of the expected kind.
  @inline(__always)
  func find(_ arguments: [Argument?]) -> (own: UInt16, category: UInt16)? {
    switch self {
    case .string(let keys):
      guard case .string(let string) = arguments[keys.argument] else { return nil }
      return (keys.find(string), FlatProgram.Key.none)
    case .number(let number, let keys):
      guard let short = number.short(arguments[number.argument]) else { return nil }
      return keys.find(short)
    }
  }
}

/// How a string chooses.
final class FlatStringKeys: Sendable {
  let argument: Int
  let keys: [String]

  init(argument: Int, keys: [String]) {
    self.argument = argument
    self.keys = keys
  }

  @inline(__always)
  func find(_ string: String) -> UInt16 {
    for index in keys.indices where keys[index] == string {
      return FlatProgram.Key.firstOwn + UInt16(truncatingIfNeeded: index)
    }
    return FlatProgram.Key.none
  }
}

/// How a number chooses: by whole numbers, and by its plural category.
final class FlatNumberKeys: Sendable {
  let exact: [Int]
  /// Whether there are keys that only a number with a fraction can match.
  let hasFractions: Bool
  /// The categories of 0 to 999, as keys; empty if no key is a category.
  let small: [UInt16]
  let rules: PluralRules?
  let fractionDigits: ClosedRange<Int>

  init(
    exact: [Int], hasFractions: Bool, small: [UInt16], rules: PluralRules?,
    fractionDigits: ClosedRange<Int>
  ) {
    self.exact = exact
    self.hasFractions = hasFractions
    self.small = small
    self.rules = rules
    self.fractionDigits = fractionDigits
  }

  @inline(__always)
  func find(_ number: ShortDecimal) -> (own: UInt16, category: UInt16)? {
    var own = FlatProgram.Key.none
    if number.scale == 0 {
      if !exact.isEmpty, number.coefficient <= UInt64(Int.max) {
        let magnitude = Int(number.coefficient)
        let value = number.isNegative ? -magnitude : magnitude
        if let index = exact.firstIndex(of: value) {
          own = FlatProgram.Key.firstOwn + UInt16(truncatingIfNeeded: index)
        }
      }
      if number.coefficient < 1000, fractionDigits.lowerBound == 0 {
        return (own, small.isEmpty ? FlatProgram.Key.none : small[Int(number.coefficient)])
      }
    } else if hasFractions {
      return nil
    }
    guard !small.isEmpty, let rules else { return (own, FlatProgram.Key.none) }
    let category = rules.category(of: PluralOperands(number, fractionDigits: fractionDigits))
    return (own, FlatProgram.Key.category(category))
  }
}
