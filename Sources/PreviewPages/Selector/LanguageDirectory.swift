import LocaleIdentifiers
import LocaleServices
import StringCatalogs

/// The site's languages as its pages need them: names, directions, order.
struct LanguageDirectory: Sendable {
  private let site: Site
  private let incomplete: Set<LocaleIdentifier>
  private let hreflangs: [LocaleIdentifier: String]

  init(site: Site, incomplete: Set<LocaleIdentifier>) {
    self.site = site
    self.incomplete = incomplete
    var hreflangs: [LocaleIdentifier: String] = [:]
    for entry in site.entries {
      if let hreflang = entry.hreflang { hreflangs[entry.locale] = hreflang }
    }
    self.hreflangs = hreflangs
  }

  func hreflang(of locale: LocaleIdentifier) -> String { hreflangs[locale] ?? locale.tag }

  func direction(of locale: LocaleIdentifier) -> String {
    ["ar", "ur"].contains(locale.language) ? "rtl" : "ltr"
  }

  func links(in locale: LocaleIdentifier) -> [LanguageLink] {
    site.entries.map { entry in
      LanguageLink(
        isDefault: entry.isDefault, tag: entry.locale.tag, hreflang: hreflang(of: entry.locale),
        endonym: entry.endonym ?? entry.label, name: entry.label,
        direction: direction(of: entry.locale), script: "",
        isIncomplete: incomplete.contains(entry.locale))
    }
  }

  /// The quotation marks of each language as rules for `<q>`.
  var quotesCSS: String { "" }

  /// The words that each language is found by, by tag, in the site's order.
  var searchTerms: [(tag: String, terms: [String])] { [] }

  func endonym(of locale: LocaleIdentifier) -> String {
    site.entry(for: locale)?.endonym ?? locale.tag
  }
}
