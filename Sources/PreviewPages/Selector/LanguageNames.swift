import LocaleIdentifiers
import LocaleServices

/// The names of languages in one language, as a list of languages shows them.
///
/// A locale that is told apart by its script is named as a dialect (`繁體中文`), one by its region with
/// the region in brackets (`English (United Kingdom)`), so that it sorts under its language.
struct LanguageNames {
  let locale: LocaleIdentifier
  private let standard: DisplayNames
  private let dialect: DisplayNames

  init?(in locale: LocaleIdentifier) {
    guard let standard = try? DisplayNames(locale: locale, style: .standard),
      let dialect = try? DisplayNames(locale: locale, style: .dialect)
    else { return nil }
    self.locale = locale
    self.standard = standard
    self.dialect = dialect
  }

  func name(of locale: LocaleIdentifier) -> String? {
    locale.script == nil ? standard.name(of: locale) : dialect.name(of: locale)
  }

  func name(ofRegion region: String) -> String? { standard.name(ofRegion: region) }

  func name(ofScript script: String) -> String? { standard.name(ofScript: script) }
}
