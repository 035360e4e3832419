/// Which numbers reach a plural category in a language, found by trying.
///
///     let rules = try PluralRules(locale: "fr")
///     rules.reachability(of: .many).reach         // .largeIntegers: from a million up
///     rules.reachability(of: .one).singleInteger  // nil: 0 and 1
public struct PluralReachability: Sendable, Hashable {
  /// The plainest numbers that reach the category.
  public enum Reach: Sendable, Hashable, Comparable {
    /// A whole number from 0 to 1000.
    case smallIntegers
    /// Only whole numbers above 1000.
    case largeIntegers
    /// Only numbers that are written with a fraction.
    case fractions
    case never
  }

  public let category: PluralCategory
  public let reach: Reach
  /// The whole number that reaches the category, if no other does.
  public let singleInteger: Int?
  /// The number that reaches the category, if no other does, with a fraction or without: only then may
  /// a text say "one file" and leave its number out.
  public let singleValue: Int?
  /// Up to five whole numbers of the category, the smallest first.
  public let integers: [Int]
  /// Up to five numbers of the category as they are written with a fraction: `1.5`.
  public let decimals: [String]

  /// Numbers to show the category with: whole ones, or where there are none, with a fraction.
  public var samples: [String] {
    integers.isEmpty ? decimals : integers.map { String($0) }
  }
}

extension PluralRules {
  /// Which numbers reach a category. Tries some two thousand numbers: keep the result.
  public func reachability(of category: PluralCategory) -> PluralReachability {
    var integers: [Int] = []
    var decimals: [String] = []
    var isReachedByProperFractions = false
    var values: Set<UInt64> = []
    for number in PluralSamples.integers where self.category(of: number) == category {
      integers.append(number)
      values.insert(UInt64(number))
    }
    for (text, operands) in PluralSamples.decimals where self.category(of: operands) == category {
      decimals.append(text)
      if operands.t == 0 { values.insert(operands.i) } else { isReachedByProperFractions = true }
    }
    let reach: PluralReachability.Reach
    switch integers.first {
    case .some(let first): reach = first <= 1000 ? .smallIntegers : .largeIntegers
    case nil: reach = decimals.isEmpty ? .never : .fractions
    }
    let single = integers.count == 1 ? integers.first : nil
    return PluralReachability(
      category: category, reach: reach, singleInteger: single,
      singleValue: values.count == 1 && !isReachedByProperFractions ? single : nil,
      integers: Array(integers.prefix(5)), decimals: Array(decimals.prefix(5)))
  }

  /// Which numbers reach each of the language's categories.
  public func reachabilities() -> [PluralReachability] {
    categories.map { reachability(of: $0) }
  }
}

/// The numbers to try. CLDR's rules look at remainders by 10, 100, 1000 and 1 000 000, at single
/// numbers below 1000, at thousands up to 100, and at up to two fraction digits.
private enum PluralSamples {
  static let integers: [Int] = {
    let thousands = (2...100).map { $0 * 1000 }
    let large = [
      1_001, 1_002, 1_003, 1_011, 1_000_000, 1_000_001, 1_000_002, 1_000_005, 2_000_000, 10_000_000,
      1_000_000_000,
    ]
    return Array(0...1000) + (thousands + large).sorted()
  }()

  static let decimals: [(text: String, operands: PluralOperands)] = {
    let wholes = Array(0...22) + [100, 101, 102, 103, 111, 1_000, 1_000_000]
    let fractions = [
      "5", "0", "1", "2", "3", "4", "9", "00", "01", "03", "10", "11", "12", "14", "20",
    ]
    return fractions.flatMap { fraction in
      wholes.compactMap { whole in
        let text = "\(whole).\(fraction)"
        return PluralOperands(text).map { (text, $0) }
      }
    }
  }()
}
