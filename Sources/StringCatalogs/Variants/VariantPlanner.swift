public import LocaleIdentifiers
public import LocaleServices
public import MessageSyntax

/// Says which variants messages need in a language.
///
///     let planner = try VariantPlanner(locale: "ar")
///     planner.requiredVariants(of: source).variants.count  // 6 for a count
///
/// Make one for a locale and keep it: it tries which numbers reach each plural category.
public struct VariantPlanner: Sendable {
  /// The most variants that are worked out for a message; behind them, more selectors are cut off.
  static let maximumVariants = 4096

  public let locale: LocaleIdentifier
  private let reachabilities: [PluralRules.Kind: [PluralReachability]]
  private let singles: [PluralRules.Kind: [RequiredVariants.SingleNumber]]

  public init(locale: LocaleIdentifier) throws(ICUError) {
    self.locale = locale
    var reachabilities: [PluralRules.Kind: [PluralReachability]] = [:]
    for kind in PluralRules.Kind.allCases {
      reachabilities[kind] = try PluralRules(locale: locale, type: kind).reachabilities()
    }
    self.reachabilities = reachabilities
    singles = reachabilities.mapValues { list in
      list.compactMap { reachability in
        reachability.singleInteger.map {
          RequiredVariants.SingleNumber(
            category: reachability.category, number: $0,
            isForDecimals: reachability.singleValue != nil)
        }
      }
    }
  }

  /// The plural categories of a selector that some number of its domain reaches, in CLDR's order.
  public func categories(of selector: SelectorMeaning) -> [PluralReachability] {
    guard case .plural(let kind) = selector.kind else { return [] }
    return (reachabilities[kind] ?? []).filter { reachability in
      switch reachability.reach {
      case .smallIntegers, .largeIntegers: true
      case .fractions: selector.domain == .decimals
      case .never: false
      }
    }
  }

  /// The variants that a message needs in this language, given the message of the source.
  ///
  /// - Parameter placeholders: The source's variables, which narrow the numbers that can come.
  public func requiredVariants(
    of source: Message, placeholders: [String: Placeholder] = [:]
  ) -> RequiredVariants {
    guard case .select(let message) = source else {
      return RequiredVariants(
        selectors: [], variants: [RequiredVariant(keys: [], reach: .smallIntegers)],
        singles: singles)
    }
    let selectors = message.selectorMeanings(placeholders: placeholders)
    var variants: [RequiredVariant] = []
    var seen: Set<[RequiredVariant.Key]> = []
    for group in groups(of: message, selectors) {
      for variant in expand(group, selectors, message)
      where variants.count < Self.maximumVariants && seen.insert(variant.keys).inserted {
        variants.append(variant)
      }
    }
    return RequiredVariants(selectors: selectors, variants: variants, singles: singles)
  }

  // MARK: The source's distinctions

  /// Variants of the source that differ in plural categories and numbers only.
  private struct Group {
    /// The keys of the selectors that are not plural; nil stands for a plural one.
    var fixed: [RequiredVariant.Key?]
    /// The exact numbers of each plural selector in this group.
    var numbers: [[String]]
    /// Whether the group tells any number apart, by selector.
    var tellsApart: [Bool]
  }

  private func groups(of message: SelectMessage, _ selectors: [SelectorMeaning]) -> [Group] {
    var groups: [Group] = []
    var places: [[RequiredVariant.Key?]: Int] = [:]
    for variant in message.variants where variant.keys.count == selectors.count {
      let fixed = zip(variant.keys, selectors).map { key, selector in
        selector.isPlural ? nil : RequiredVariant.Key(key)
      }
      let place = places[fixed] ?? groups.count
      if place == groups.count {
        places[fixed] = place
        groups.append(
          Group(
            fixed: fixed, numbers: selectors.map { _ in [] },
            tellsApart: selectors.map { _ in false }))
      }
      for (index, key) in variant.keys.enumerated() where selectors[index].isPlural {
        guard case .literal(let literal) = key else { continue }
        groups[place].tellsApart[index] = true
        guard PluralCategory(rawValue: literal.value) == nil,
          !groups[place].numbers[index].contains(literal.value)
        else { continue }
        groups[place].numbers[index].append(literal.value)
      }
    }
    return groups
  }

  /// Every combination of keys that a group needs in this language.
  private func expand(
    _ group: Group, _ selectors: [SelectorMeaning], _ message: SelectMessage
  ) -> [RequiredVariant] {
    var variants = [RequiredVariant(keys: [], reach: .smallIntegers)]
    for (index, selector) in selectors.enumerated() {
      let choices = choices(at: index, selector, group, message)
      guard variants.count * max(choices.count, 1) <= Self.maximumVariants else { return variants }
      variants = variants.flatMap { variant in
        choices.map { choice in
          RequiredVariant(
            keys: variant.keys + [choice.key], reach: max(variant.reach, choice.reach))
        }
      }
    }
    return variants
  }

  private typealias Choice = (key: RequiredVariant.Key, reach: PluralReachability.Reach)

  private func choices(
    at index: Int, _ selector: SelectorMeaning, _ group: Group, _ message: SelectMessage
  ) -> [Choice] {
    if let fixed = group.fixed[index] { return [(fixed, .smallIntegers)] }
    // A group that leaves the number open, where others tell it apart, does not depend on it.
    let isTold = message.variants.contains { variant in
      guard variant.keys.indices.contains(index), case .literal = variant.keys[index] else {
        return false
      }
      return true
    }
    if isTold, !group.tellsApart[index] { return [(.catchall, .smallIntegers)] }
    let numbers = group.numbers[index]
    let categories = categories(of: selector).filter { reachability in
      let single =
        selector.domain == .integers ? reachability.singleInteger : reachability.singleValue
      return !(single.map { numbers.contains(String($0)) } ?? false)
    }
    return numbers.map { (.literal($0), .smallIntegers) }
      + categories.map { (.category($0.category), $0.reach) }
  }
}

extension SelectorMeaning {
  /// Whether plural categories can be keys.
  public var isPlural: Bool {
    if case .plural = kind { true } else { false }
  }
}

extension RequiredVariant.Key {
  fileprivate init(_ key: VariantKey) {
    switch key {
    case .literal(let literal): self = .literal(literal.value)
    case .catchall: self = .catchall
    }
  }
}
