internal import CICU
public import LocaleIdentifiers

/// The rules by which a language puts numbers into plural categories (UTS 35 part 3, section 5).
///
///     let rules = try PluralRules(locale: "pl")
///     rules.category(of: 5)             // .many
///     rules.category(ofDecimal: "5.0")  // .other
///     rules.categories                  // [.one, .few, .many, .other]
///
/// The rules are ICU's data; they are evaluated here, because ICU's C functions know how a number is
/// written only after formatting it, which costs a hundred times as much. The tests hold the results
/// to ICU's.
public struct PluralRules: Sendable {
  /// What the numbers do: count ("three files") or order ("the third file").
  public enum Kind: Sendable, Hashable, CaseIterable {
    case cardinal, ordinal
  }

  public let locale: LocaleIdentifier
  public let kind: Kind
  /// The categories that the language has, in CLDR's order; `other` is always the last.
  public let categories: [PluralCategory]
  /// All but `other`, which is what remains.
  private let rules: [(category: PluralCategory, rule: PluralRule)]

  /// The rules of the locale or of its nearest parent that has some; a language that CLDR does not
  /// know has `other` alone.
  ///
  /// - Throws: ICU's error, if its data is missing or in a notation that is not CLDR's.
  public init(locale: LocaleIdentifier, type kind: Kind = .cardinal) throws(ICUError) {
    self.locale = locale
    self.kind = kind
    let isOrdinal: Int32 = kind == .ordinal ? 1 : 0
    let text = try writtenByICU(capacity: 2048) {
      cicu_plurals_rules(locale.icuName, isOrdinal, $0, $1, &$2)
    }
    var rules: [(category: PluralCategory, rule: PluralRule)] = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = parts.first, let condition = parts.last, parts.count == 2,
        let category = PluralCategory(rawValue: String(name)), let rule = PluralRule(condition)
      else { throw .illegalArgument }
      if category != .other { rules.append((category, rule)) }
    }
    self.rules = rules
    categories = rules.map(\.category).sorted() + [.other]
  }

  /// Whether CLDR has rules for the language; of any other, ICU says `other` for every number.
  public var areKnown: Bool {
    categories.count > 1 || Self.languagesWithOneForm.contains(locale.language)
  }

  /// Those that CLDR lists with `other` alone.
  private static let languagesWithOneForm: Set<String> = [
    "bm", "bo", "dz", "hnj", "id", "ig", "ii", "ja", "jbo", "jv", "kde", "kea", "km", "ko", "lkt",
    "lo", "ms", "my", "nqo", "osa", "sah", "ses", "sg", "su", "th", "to", "tpi", "vi", "wo", "yo",
    "yue", "zh",
  ]

  /// The category of a whole number.
  public func category(of number: Int) -> PluralCategory {
    category(of: PluralOperands(number))
  }

  /// The category of a number, written with as few digits as it needs: 1.0 counts as 1. Infinity and
  /// what is not a number are `other`.
  public func category(of number: Double) -> PluralCategory {
    PluralOperands(number).map { category(of: $0) } ?? .other
  }

  /// The category of a number as it is written (`1.0`, `1000000`, `1.2c6`); nil if it is no number.
  public func category(ofDecimal text: some StringProtocol) -> PluralCategory? {
    PluralOperands(text).map { category(of: $0) }
  }

  /// The category of a number by its operands.
  public func category(of number: PluralOperands) -> PluralCategory {
    for (category, rule) in rules where rule.matches(number) { return category }
    return .other
  }
}
