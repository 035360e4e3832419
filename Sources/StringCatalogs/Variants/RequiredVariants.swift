public import LocaleServices
public import MessageSyntax

/// The variants that a message needs in a language.
///
///     let planner = try VariantPlanner(locale: "pl")
///     let required = planner.requiredVariants(of: source)  // .match $count one {{…}} * {{…}}
///     required.variants.map(\.keys)         // [[one], [few], [many], [other]]
///     required.missing(in: translation)     // those that the translation does not have
///
/// They follow from the source, which says what to tell apart, and from the language's plural rules,
/// which say how many ways there are: a category counts if a number of the selector's domain reaches
/// it. A message without selectors needs one variant, with no keys.
public struct RequiredVariants: Hashable, Sendable {
  /// What the source's selectors tell apart.
  public let selectors: [SelectorMeaning]
  /// Every variant that some number or word reaches, in the order of the source and of CLDR.
  public let variants: [RequiredVariant]
  /// The categories that hold a single number, by the kind of selector.
  let singles: [PluralRules.Kind: [SingleNumber]]

  /// A category that stands for one number only.
  struct SingleNumber: Hashable, Sendable {
    var category: PluralCategory
    var number: Int
    /// Whether a number that is written with a fraction never reaches the category.
    var isForDecimals: Bool
  }

  /// Those without which a reader meets a wrong text: reached by whole numbers up to a thousand, or by
  /// fractions where the number may have one. The others need numbers above a thousand.
  public var expected: [RequiredVariant] { variants.filter { $0.reach != .largeIntegers } }

  /// The variants that a translation does not have.
  ///
  /// `*` stands for `other` only: a language's other categories must be named, because nothing says
  /// which of them a writer had in mind. A selector of words that a translation leaves out altogether
  /// is not missed, since not every language has genders.
  public func missing(in message: Message) -> [RequiredVariant] {
    guard case .select(let message) = message else {
      return variants.filter { variant in
        !zip(variant.keys, selectors).allSatisfy { isMet($0, $1, byKey: nil) }
      }
    }
    let meanings = message.selectorMeanings()
    let columns = selectors.map { selector in
      meanings.firstIndex { $0.corresponds(to: selector) }
    }
    return variants.filter { variant in
      !message.variants.contains { candidate in
        for (index, key) in variant.keys.enumerated() {
          let column = columns[index].flatMap { column in
            candidate.keys.indices.contains(column) ? candidate.keys[column] : nil
          }
          guard isMet(key, selectors[index], byKey: column) else { return false }
        }
        return true
      }
    }
  }

  /// Whether a variant's key, or no selector at all, serves what is needed.
  private func isMet(
    _ needed: RequiredVariant.Key, _ selector: SelectorMeaning, byKey key: VariantKey?
  ) -> Bool {
    let written: String? =
      if case .literal(let literal)? = key { literal.value } else { nil }
    switch needed {
    case .catchall: return written == nil || written == "other" && selector.kind != .text
    case .category(.other): return written == nil || written == PluralCategory.other.rawValue
    case .category(let category):
      guard let written else { return false }
      if written == category.rawValue { return true }
      return singleNumber(of: category, selector).map { String($0) } == written
    case .literal(let value):
      guard let written else { return key == nil && selector.kind == .text }
      if written == value { return true }
      guard let category = PluralCategory(rawValue: written) else { return false }
      return singleNumber(of: category, selector).map { String($0) } == value
    }
  }

  private func singleNumber(of category: PluralCategory, _ selector: SelectorMeaning) -> Int? {
    guard case .plural(let kind) = selector.kind else { return nil }
    return singles[kind]?.first {
      $0.category == category && (selector.domain == .integers || $0.isForDecimals)
    }?.number
  }
}

/// One variant that a message needs: a key for each of the source's selectors.
public struct RequiredVariant: Hashable, Sendable, CustomStringConvertible {
  public enum Key: Hashable, Sendable, CustomStringConvertible {
    /// A plural category; `other` may also be written `*`.
    case category(PluralCategory)
    /// A number or a word that the source tells apart.
    case literal(String)
    case catchall

    public var description: String {
      switch self {
      case .category(let category): category.rawValue
      case .literal(let value): value
      case .catchall: "*"
      }
    }
  }

  public var keys: [Key]
  /// The plainest numbers that reach it: of several selectors, the one that is hardest to reach.
  public var reach: PluralReachability.Reach

  public init(keys: [Key], reach: PluralReachability.Reach) {
    self.keys = keys
    self.reach = reach
  }

  /// The keys as they are written in a message: `feminine few`.
  public var description: String { keys.map(\.description).joined(separator: " ") }
}
