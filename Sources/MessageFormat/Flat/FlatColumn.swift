import LocaleServices

/// A selector of a flat program: a string or a number that keys are compared with.
///
/// What an argument is found to be is a small number, below `width`: for a string the place of its key
/// counted from 1, or 0; for a number that times `categories`, and its plural category.
final class FlatColumn: Sendable {
  private let keys: Keys
  /// How many results there are.
  let width: Int

  private enum Keys: Sendable {
    case string(argument: Int, [String])
    case number(FlatNumberKeys)
  }

  /// What a key of a variant says: `*`, a plural category, or one of the column's own keys.
  enum Key {
    static let catchall: UInt16 = 0
    static let categories = 7
    static let firstOwn: UInt16 = 16
    /// A key that nothing matches.
    static let never = UInt16.max

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

  init(argument: Int, strings: [String]) {
    keys = .string(argument: argument, strings)
    width = strings.count + 1
  }

  init(_ numbers: FlatNumberKeys) {
    keys = .number(numbers)
    width = (numbers.exact.count + 1) * Key.categories
  }

  /// What the argument is; negative if it is not of the expected kind.
  func find(_ arguments: ArgumentValues.Storage) -> Int {
    switch keys {
    case .string(let argument, let strings):
      guard case .string = arguments.plain(argument) else { return -1 }
      let string = arguments.string(argument)
      for index in strings.indices where strings[index] == string { return index + 1 }
      return 0
    case .number(let numbers):
      guard let short = numbers.number.short(arguments.plain(numbers.number.argument)) else {
        return -1
      }
      return numbers.find(short)
    }
  }

  func matches(key: UInt16, found: Int) -> Bool {
    guard key != Key.catchall else { return true }
    guard key != Key.never else { return false }
    let own: Int
    let category: Int
    switch keys {
    case .string: (own, category) = (found, 0)
    case .number: (own, category) = found.quotientAndRemainder(dividingBy: Key.categories)
    }
    return key >= Key.firstOwn ? Int(key - Key.firstOwn) + 1 == own : Int(key) == category
  }
}

/// How a number chooses: by whole numbers, and by its plural category.
final class FlatNumberKeys: Sendable {
  let number: FlatNumber
  let exact: [Int]
  /// Whether there are keys that only a number with a fraction can match.
  private let hasFractions: Bool
  /// The categories of 0 to 999, as keys; empty if no key is a category.
  private let small: [UInt16]
  private let rules: PluralRules?
  private let fractionDigits: ClosedRange<Int>

  init(
    _ number: FlatNumber, exact: [Int], hasFractions: Bool, small: [UInt16], rules: PluralRules?,
    fractionDigits: ClosedRange<Int>
  ) {
    self.number = number
    self.exact = exact
    self.hasFractions = hasFractions
    self.small = small
    self.rules = rules
    self.fractionDigits = fractionDigits
  }

  @inline(__always)
  func find(_ number: ShortDecimal) -> Int {
    var own = 0
    if number.scale == 0 {
      if !exact.isEmpty, number.coefficient <= UInt64(Int.max) {
        let magnitude = Int(number.coefficient)
        let value = number.isNegative ? -magnitude : magnitude
        if let index = exact.firstIndex(of: value) { own = (index + 1) * FlatColumn.Key.categories }
      }
      if number.coefficient < 1000, fractionDigits.lowerBound == 0 {
        return small.isEmpty ? own : own + Int(small[Int(number.coefficient)])
      }
    } else if hasFractions {
      return -1
    }
    guard !small.isEmpty, let rules else { return own }
    let category = rules.category(of: PluralOperands(number, fractionDigits: fractionDigits))
    return own + Int(FlatColumn.Key.category(category))
  }
}
