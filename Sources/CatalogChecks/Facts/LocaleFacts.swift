public import LocaleIdentifiers
public import LocaleServices

/// What ICU knows about one language, asked once and handed to all checks.
public final class LocaleFacts: Sendable {
  public let locale: LocaleIdentifier
  public let language: String
  public let cardinal: PluralNeeds
  public let ordinal: PluralNeeds
  public let quotes: LanguageQuotes
  /// The scripts that the language is written in; empty where that is not known.
  let scripts: Set<LetterScript>
  /// ISO 15924's code of the likely script: `Hant` tells more than `scripts` does.
  let scriptCode: String
  private let standard: ExemplarCharacters
  private let auxiliary: ExemplarCharacters

  /// - Throws: ICU's error where it has no data at all.
  public init(_ locale: LocaleIdentifier) throws(ICUError) {
    self.locale = locale
    language = locale.language
    cardinal = PluralNeeds(try PluralRules(locale: locale, type: .cardinal))
    ordinal = PluralNeeds(try PluralRules(locale: locale, type: .ordinal))
    quotes = LanguageQuotes(try Delimiters(locale: locale), language: locale.language)
    scriptCode = locale.likelyScript ?? ""
    scripts = LetterScript.expected(scriptCode)
    standard = try ExemplarCharacters(locale: locale, kind: .standard)
    auxiliary = try ExemplarCharacters(locale: locale, kind: .auxiliary)
  }

  func needs(_ kind: MessageStructure.SelectorKind) -> (PluralNeeds, NumberDomain)? {
    switch kind {
    case .cardinal(let domain): (cardinal, domain)
    case .ordinal: (ordinal, .integer)
    case .exact, .string, .unknown: nil
    }
  }

  /// Whether CLDR counts a character among those that the language is written with.
  func isWrittenWith(_ scalar: Unicode.Scalar) -> Bool {
    standard.contains(scalar) || auxiliary.contains(scalar)
  }
}
