import LocaleIdentifiers
import LocaleServices
import StringCatalogs
import Synchronization

/// The site's languages as its pages need them: names, directions, marks, order.
struct LanguageDirectory: Sendable {
  private let site: Site
  /// The languages that are not offered among the others.
  var offers: [LocaleIdentifier: LanguageOffer]
  /// Directions that differ from the language's own.
  var directions: [LocaleIdentifier: String] = [:]
  private let languages: [LocaleIdentifier: Language]
  private let lists = LanguageLists()

  private struct Language {
    var hreflang: String
    var endonym: String
    var direction: String
    /// UN M.49 code of the continent that the likely region lies in, where it is known.
    var continent: String?
  }

  init(site: Site, offers: [LocaleIdentifier: LanguageOffer] = [:]) {
    self.site = site
    self.offers = offers
    var languages: [LocaleIdentifier: Language] = [:]
    for locale in site.locales {
      let entry = site.entry(for: locale)
      let endonym = entry.flatMap { try? Endonyms.endonym(of: $0) } ?? locale.tag
      languages[locale] = Language(
        hreflang: entry?.hreflang ?? locale.tag, endonym: endonym,
        direction: locale.direction.html,
        continent: locale.maximized.region.flatMap(Continent.code(of:)))
    }
    self.languages = languages
  }

  func hreflang(of locale: LocaleIdentifier) -> String {
    languages[locale]?.hreflang ?? locale.tag
  }

  func direction(of locale: LocaleIdentifier) -> String {
    directions[locale] ?? languages[locale]?.direction ?? locale.direction.html
  }

  func endonym(of locale: LocaleIdentifier) -> String {
    languages[locale]?.endonym ?? locale.tag
  }

  /// The selector's entries for a page, the default first, then in the order in which readers of
  /// the page's language look for words.
  func links(in reader: LocaleIdentifier) -> [LanguageLink] {
    let all = lists.links(in: reader) { makeLinks(in: reader) }
    return all.compactMap { link in
      let offer = offers[link.locale]
      // A page that is withheld still says which language it is in.
      guard offer != .withheld || link.locale == reader else { return nil }
      var link = link
      link.isIncomplete = offer != nil
      return link
    }
  }

  private func makeLinks(in reader: LocaleIdentifier) -> [LanguageLink] {
    guard let list = try? ReaderLanguages(of: site, reader: reader) else {
      return site.entries.map { link($0, name: endonym(of: $0.locale), nil) }
    }
    var regions: [String: String] = [:]
    return list.entries.map { entry, name in
      let continent = languages[entry.locale]?.continent
      if let continent, regions[continent] == nil {
        regions[continent] = list.names.name(ofRegion: continent)
      }
      return link(entry, name: name, continent.flatMap { regions[$0] })
    }
  }

  private func link(_ entry: SiteEntry, name: String, _ region: String?) -> LanguageLink {
    let locale = entry.locale
    return LanguageLink(
      locale: locale, isDefault: entry.isDefault, hreflang: hreflang(of: locale),
      endonym: endonym(of: locale), name: name, direction: direction(of: locale),
      region: region ?? "")
  }

  /// The words that each language is found by, by tag: its name in every language of the site, its
  /// code, its country, its script, the site's own label and aliases.
  var searchTerms: [(tag: String, terms: [String])] {
    let names = site.locales.compactMap { try? LanguageNames(in: $0) }
    return site.locales.map { locale in
      var seen: Set<String> = []
      var terms: [String] = []
      func add(_ term: String?) {
        guard let term, !term.isEmpty, seen.insert(term.lowercased()).inserted else { return }
        terms.append(term)
      }
      add(locale.tag)
      for entry in site.entries where entry.locale == locale && !entry.isDefault {
        add(entry.label)
        for alias in entry.aliases { add(alias) }
      }
      let region = locale.maximized.region
      let script = locale.likelyScript
      for names in names {
        add(names.searchTerm(for: locale))
        if names.locale == locale || names.locale.language == "en" || names.locale == site.source {
          add(region.flatMap(names.name(ofRegion:)))
          add(script.flatMap(names.name(ofScript:)))
        }
      }
      add(script)
      for name in RomanizedNames.names(of: locale) { add(name) }
      return (locale.tag, terms)
    }
  }

  /// The quotation marks of each language as rules for `<q>`.
  var quotesCSS: String {
    site.locales.compactMap { locale in
      guard let marks = try? Delimiters(locale: locale) else { return nil }
      // French sets a narrow space inside its marks, which CLDR leaves to typography.
      let space = locale.language == "fr" ? "\u{202F}" : ""
      let quotes = [
        marks.quotationStart + space, space + marks.quotationEnd,
        marks.alternateQuotationStart + space, space + marks.alternateQuotationEnd,
      ]
      let list = quotes.map { "\"\(Self.escaped($0))\"" }.joined(separator: " ")
      return ":lang(\(locale.tag)) { quotes: \(list); }"
    }.joined(separator: "\n")
      + "\nq::before { content: open-quote; }\nq::after { content: close-quote; }\n"
  }

  /// A text inside a CSS string.
  private static func escaped(_ text: String) -> String {
    var css = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": css += "\\" + String(scalar)
      case _ where scalar.value < 0x20: css += "\\" + String(scalar.value, radix: 16) + " "
      default: css.unicodeScalars.append(scalar)
      }
    }
    return css
  }
}

/// How a language stands in the selector for which there is too little text.
enum LanguageOffer: Hashable, Sendable {
  /// Behind the others, apart.
  case apart
  /// Not at all.
  case withheld
}

/// The lists of languages that were made so far, by their readers: they change only with the site's
/// manifest, and take longer than the rest of a page.
private final class LanguageLists: Sendable {
  private let known = Mutex<[LocaleIdentifier: [LanguageLink]]>([:])

  func links(in reader: LocaleIdentifier, make: () -> [LanguageLink]) -> [LanguageLink] {
    if let links = known.withLock({ $0[reader] }) { return links }
    let links = make()
    known.withLock { $0[reader] = links }
    return links
  }
}
