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
    names.name(of: locale)?.capitalized(in: self.locale)
  }

  func name(ofRegion region: String) -> String? { names.name(ofRegion: region) }

  func name(ofScript script: String) -> String? { names.name(ofScript: script) }

  /// A language's name for itself. Told apart by script it is named as a dialect (`繁體中文`), by region
  /// with the region in brackets (`English (United Kingdom)`).
  static func endonym(of locale: LocaleIdentifier) -> String? {
    let style: DisplayNames.Style = locale.script == nil ? .standard : .dialect
    let names = try? DisplayNames(locale: locale, style: style)
    return names?.name(of: locale)?.capitalized(in: locale)
  }
}
