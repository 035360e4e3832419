import LocaleIdentifiers
import LocaleServices

/// The names of languages, regions and scripts in one language, as a list of languages shows them:
/// each begins with a capital where the language has them.
struct LanguageNames {
  let locale: LocaleIdentifier
  private let names: DisplayNames

  init?(in locale: LocaleIdentifier) {
    guard let names = try? DisplayNames(locale: locale) else { return nil }
    self.locale = locale
    self.names = names
  }

  func name(of locale: LocaleIdentifier) -> String? {
    names.name(of: locale).map(capitalized)
  }

  /// The name as it stands within a sentence. Capitals cost more than names; a search needs none.
  func searchTerm(for locale: LocaleIdentifier) -> String? { names.name(of: locale) }

  func name(ofRegion region: String) -> String? { names.name(ofRegion: region) }

  func name(ofScript script: String) -> String? { names.name(ofScript: script) }

  /// Asks ICU only where there is a small letter to change, which most scripts do not have.
  private func capitalized(_ name: String) -> String {
    guard name.unicodeScalars.first?.properties.isLowercase == true else { return name }
    return name.capitalized(in: locale)
  }

  /// A language's name for itself. Told apart by script it is named as a dialect (`繁體中文`), by region
  /// with the region in brackets (`English (United Kingdom)`).
  static func endonym(of locale: LocaleIdentifier) -> String? {
    let style: DisplayNames.Style = locale.script == nil ? .standard : .dialect
    let names = try? DisplayNames(locale: locale, style: style)
    return names?.name(of: locale)?.capitalized(in: locale)
  }
}
