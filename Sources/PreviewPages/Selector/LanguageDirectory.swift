import LocaleIdentifiers
import LocaleServices
import StringCatalogs

/// The site's languages as its pages need them: names, directions, marks, order.
///
/// It says the same as `LanguageSelector` does, without judging the site's labels, which takes
/// longer than a page may; a test holds the two together.
struct LanguageDirectory: Sendable {
  private let site: Site
  /// The languages that are not offered among the others.
  var offers: [LocaleIdentifier: LanguageOffer]
  /// Directions that differ from the language's own.
  var directions: [LocaleIdentifier: String] = [:]
  private let languages: [LocaleIdentifier: Language]

  private struct Language {
    var hreflang: String
    var endonym: String
    var direction: String
    var script: String
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
        direction: locale.direction.html, script: locale.likelyScript ?? "",
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
  func links(in locale: LocaleIdentifier) -> [LanguageLink] {
    let names = LanguageNames(in: locale)
    let entries = site.entries.filter { entry in
      // A page that is withheld still says which language it is in.
      offers[entry.locale] != .withheld || entry.locale == locale
    }
    let links = entries.map { link($0, names) }
    guard let collator = try? Collator(locale: locale) else { return links }
    let others = links.filter { !$0.isDefault }.sorted { left, right in
      switch collator.compare(left.name, right.name) {
      case .ascending: true
      case .descending: false
      case .same: left.tag < right.tag
      }
    }
    return links.filter(\.isDefault) + others
  }

  private func link(_ entry: SiteEntry, _ names: LanguageNames?) -> LanguageLink {
    let locale = entry.locale
    let continent = languages[locale]?.continent
    return LanguageLink(
      isDefault: entry.isDefault, tag: locale.tag, hreflang: hreflang(of: locale),
      endonym: endonym(of: locale), name: names?.name(of: locale) ?? endonym(of: locale),
      direction: direction(of: locale), script: languages[locale]?.script ?? "",
      region: continent.flatMap { names?.name(ofRegion: $0) } ?? "",
      isIncomplete: offers[locale] != nil)
  }

  /// The words that each language is found by, by tag: its name in every language of the site, its
  /// code, its country, its script, the site's own label and aliases.
  var searchTerms: [(tag: String, terms: [String])] {
    let names = site.locales.compactMap { LanguageNames(in: $0) }
    let keys = try? SearchKeys()
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
      add(keys?.key(of: endonym(of: locale)))
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
