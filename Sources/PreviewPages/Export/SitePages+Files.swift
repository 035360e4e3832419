public import LocaleIdentifiers

extension SitePages {
  /// The files of one locale: its page, and what its language dialog loads.
  func files(of locale: LocaleIdentifier) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    if let template = templates.first, let page = render(template.name, in: locale) {
      files["\(locale.tag)/index.html"] = Array(page.html.utf8)
    }
    if let data = languageData(in: locale) {
      files["\(locale.tag)/languages.json"] = Array(data.utf8)
    }
    return files
  }

  /// The sitemap, or nil for a site without a base address.
  public var sitemap: String? { Sitemap(pages: self)?.xml }

  /// What the language dialog of a locale's page loads: how many languages were found, in words, by
  /// their number from 1, and the part of the world that each language is mostly spoken in.
  public func languageData(in locale: LocaleIdentifier) -> String? {
    guard locales.contains(locale) else { return nil }
    var resolver = TextResolver(pages: self, locale: locale)
    let results = (1...max(1, locales.count)).map { count in
      JSONText.Value.string(
        resolver.text("selector.results", arguments: ["count": .number(String(count))]).plain)
    }
    let regions: [(String, JSONText.Value)] = languages.links(in: locale).compactMap { link in
      link.isDefault || link.region.isEmpty ? nil : (link.tag, .string(link.region))
    }
    return JSONText.text(.object([("results", .array(results)), ("regions", .object(regions))]))
  }

  /// The words that each language is found by, in every language, by tag.
  var languageNames: String {
    JSONText.text(
      .object(
        languages.searchTerms.map { tag, terms in
          (tag, .array(terms.map { .string($0) }))
        }))
  }
}
