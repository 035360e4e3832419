/// The class that a number falls into in a language (UTS 35 part 3, section 5).
///
///     try PluralRules(locale: "pl").category(of: 5)  // .many
public enum PluralCategory: String, Sendable, Hashable, CaseIterable, Comparable {
  case zero, one, two, few, many, other

  /// CLDR's order: `zero` first, `other` last.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .zero: 0
    case .one: 1
    case .two: 2
    case .few: 3
    case .many: 4
    case .other: 5
    }
  }
}
