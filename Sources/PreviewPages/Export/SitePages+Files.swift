public import LocaleIdentifiers
import StringCatalogs

extension SitePages {
  /// The files of one locale: its page, and what its language dialog loads.
  func files(of locale: LocaleIdentifier) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    if let template = templates.first {
      let page = page(template, in: locale, mode: .published)
      files["\(locale.tag)/index.html"] = Array(page.html.utf8)
    }
    files["\(locale.tag)/languages.json"] = languageData(in: locale).map { Array($0.utf8) }
    return files
  }

  /// The sitemap, or nil for a site without a base address.
  public var sitemap: String? { Sitemap(pages: self)?.xml }

  /// What the language dialog of a locale's page loads: how many languages were found, in words, by
  /// their number from 1, and the part of the world that each language is mostly spoken in.
  public func languageData(in locale: LocaleIdentifier) -> String? {
    guard locales.contains(locale) else { return nil }
    let resolver = TextResolver(pages: self, locale: locale)
    let counts = (1...max(1, locales.count)).map { ["count": PageArgument.number(String($0))] }
    let results = resolver.plainTexts("selector.results", arguments: counts)
    var regions: [JSONTree.Member] = []
    for link in languages.links(in: locale) where !link.isDefault && !link.region.isEmpty {
      regions.append(.init(link.tag, .string(link.region)))
    }
    let data: JSONTree = ["results": Self.strings(results), "regions": .object(regions)]
    return data.text(.compact)
  }

  /// The words that each language is found by, in every language, by tag.
  var languageNames: String {
    let names = languages.searchTerms.map { JSONTree.Member($0.tag, Self.strings($0.terms)) }
    return JSONTree.object(names).text(.compact)
  }
}
