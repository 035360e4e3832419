public import LocaleIdentifiers
public import LocaleServices

/// What ICU knows about one language, asked once and handed to all checks.
public final class LocaleFacts: Sendable {
  public let locale: LocaleIdentifier
  public let language: String
  public let cardinal: PluralNeeds
  public let ordinal: PluralNeeds

  /// - Throws: ICU's error where it has no data at all.
  public init(_ locale: LocaleIdentifier) throws(ICUError) {
    self.locale = locale
    language = locale.language
    cardinal = PluralNeeds(try PluralRules(locale: locale, type: .cardinal))
    ordinal = PluralNeeds(try PluralRules(locale: locale, type: .ordinal))
  }

  func needs(_ kind: MessageStructure.SelectorKind) -> (PluralNeeds, NumberDomain)? {
    switch kind {
    case .cardinal(let domain): (cardinal, domain)
    case .ordinal: (ordinal, .integer)
    case .exact, .string, .unknown: nil
    }
  }
}
