public import LocaleServices

/// Which plural categories a language takes for which numbers, found out by asking ICU.
///
///     let needs = PluralNeeds(try PluralRules(locale: "pl"))
///     needs.required(.count, without: []).map(\.category)  // [.one, .few, .many]
///
/// What a message needs follows from the numbers that reach a category, not from a list of names:
/// French `many` starts at 1 000 000, Polish `other` is for fractions only.
public struct PluralNeeds: Sendable {
  /// A category and the numbers that reach it.
  public struct Reach: Sendable {
    public var category: PluralCategory
    /// The whole numbers from 0 to 220 that reach it; what they show repeats every hundred.
    public var small: [Int]
    /// Whether whole numbers above do, such as 1 000 000.
    public var large: Bool
    public var fractions: Bool
  }

  /// In CLDR's order.
  public var reaches: [Reach]

  public init(_ rules: PluralRules) {
    var reaches = PluralCategory.allCases.map {
      Reach(category: $0, small: [], large: false, fractions: false)
    }
    func index(_ category: PluralCategory) -> Int {
      reaches.firstIndex { $0.category == category } ?? 0
    }
    for number in 0...220 { reaches[index(rules.category(of: number))].small.append(number) }
    for number in [1000, 10_000, 100_000, 1_000_000, 2_000_000, 1_000_001, 10_000_000] {
      reaches[index(rules.category(of: number))].large = true
    }
    for number in [0.1, 0.5, 0.7, 1.1, 1.3, 1.5, 2.2, 2.5, 3.4, 5.5, 10.1, 11.5, 20.2] {
      reaches[index(rules.category(of: number))].fractions = true
    }
    self.reaches = reaches.filter { !$0.small.isEmpty || $0.large || $0.fractions }
  }

  public func reach(of category: PluralCategory) -> Reach? {
    reaches.first { $0.category == category }
  }

  /// The categories that a variant is needed for, given numbers that have a variant of their own.
  public func required(_ domain: NumberDomain, without exact: [Int]) -> [Reach] {
    reaches.filter { reach in
      reach.small.contains { !exact.contains($0) } || (domain == .decimal && reach.fractions)
    }
  }

  /// The one number that a category stands for, where it is only one.
  ///
  /// - Parameter exact: numbers that have a variant of their own and never get here.
  public func onlyValue(
    of category: PluralCategory, _ domain: NumberDomain, without exact: [Int]
  ) -> Int? {
    guard let reach = reach(of: category), !reach.large,
      !(domain == .decimal && reach.fractions), reach.small.count <= exact.count + 1
    else { return nil }
    let left = reach.small.filter { !exact.contains($0) }
    return left.count == 1 ? left[0] : nil
  }
}

extension PluralNeeds.Reach {
  /// Some numbers that reach the category, for people: `2, 3, 4, 22, …`.
  public var examples: String {
    if small.isEmpty { return fractions ? "fractions" : "1000000 and the like" }
    let shown = small.prefix(4).map(String.init).joined(separator: ", ")
    return small.count > 4 ? shown + ", …" : shown
  }
}
