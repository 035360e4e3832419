internal import CICU
public import LocaleIdentifiers

/// The rules by which a language puts numbers into plural categories (UTS 35 part 3, section 5).
///
///     let rules = try PluralRules(locale: "pl")
///     rules.category(of: 5)   // .many
///     rules.categories        // [.one, .few, .many, .other]
public final class PluralRules: @unchecked Sendable {
  // @unchecked: ICU's object is only read after it is made, which ICU allows from several threads.

  /// What the numbers do: count ("three files") or order ("the third file").
  public enum Kind: Sendable, Hashable, CaseIterable {
    case cardinal, ordinal
  }

  public let locale: LocaleIdentifier
  public let kind: Kind
  /// The categories that the language has, in CLDR's order; `other` is always the last.
  public let categories: [PluralCategory]
  private let raw: OpaquePointer

  /// - Throws: ICU's error, if it has no plural rules at all.
  public init(locale: LocaleIdentifier, type kind: Kind = .cardinal) throws(ICUError) {
    let raw = try opened(close: cicu_plurals_close) {
      cicu_plurals_open(locale.icuName, kind == .ordinal ? 1 : 0, &$0)
    }
    self.locale = locale
    self.kind = kind
    self.raw = raw
    let names = (try? writtenByICU { cicu_plurals_categories(raw, $0, $1, &$2) }) ?? ""
    categories = names.split(separator: " ").compactMap { PluralCategory(rawValue: String($0)) }
      .sorted()
  }

  deinit { cicu_plurals_close(raw) }

  /// The category of a whole number.
  public func category(of number: Int) -> PluralCategory { category(of: Double(number)) }

  /// The category of a number, written with as few digits as it needs.
  public func category(of number: Double) -> PluralCategory {
    let name = try? writtenByICU(capacity: 32) { cicu_plurals_select(raw, number, $0, $1, &$2) }
    return name.flatMap(PluralCategory.init(rawValue:)) ?? .other
  }
}
