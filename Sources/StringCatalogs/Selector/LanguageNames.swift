package import LocaleIdentifiers
package import LocaleServices

/// The names of languages, regions and scripts in one language, as a list of languages shows them:
/// each begins with a capital where the language has them.
package struct LanguageNames {
  package let locale: LocaleIdentifier
  private let names: DisplayNames

  package init(in locale: LocaleIdentifier) throws(ICUError) {
    names = try DisplayNames(locale: locale)
    self.locale = locale
  }

  package func name(of locale: LocaleIdentifier) -> String? {
    names.name(of: locale).map(capitalized)
  }

  /// The name as it stands within a sentence. Capitals cost more than names; a search needs none.
  package func searchTerm(for locale: LocaleIdentifier) -> String? { names.name(of: locale) }

  package func name(ofRegion region: String) -> String? { names.name(ofRegion: region) }

  package func name(ofScript script: String) -> String? { names.name(ofScript: script) }

  /// Asks ICU, which takes longer than naming the language, only where a language has rules of its
  /// own; most scripts have no small letters at all.
  private func capitalized(_ name: String) -> String {
    guard let first = name.unicodeScalars.first, first.properties.isLowercase else { return name }
    guard !Self.languagesWithOwnRules.contains(locale.language) else {
      return name.capitalized(in: locale)
    }
    return first.properties.titlecaseMapping + String(name.unicodeScalars.dropFirst())
  }

  private static let languagesWithOwnRules: Set<String> = ["az", "el", "hy", "lt", "nl", "tr"]
}
