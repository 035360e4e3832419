import LocaleIdentifiers
import StringCatalogs

/// The sitemap: every page with every translation of it, each naming all the others and itself.
///
/// Addresses in a sitemap are absolute, so a site without a base address has none.
struct Sitemap {
  private let pages: SitePages

  init?(pages: SitePages) {
    guard pages.addresses.isAbsolute else { return nil }
    self.pages = pages
  }

  var xml: String {
    var links = ""
    for locale in pages.offeredLocales {
      links += link(pages.languages.hreflang(of: locale), locale)
    }
    links += link("x-default", pages.site.source)
    var xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
      xmlns:xhtml="http://www.w3.org/1999/xhtml">

      """
    for locale in pages.offeredLocales {
      xml += "  <url>\n    <loc>\(address(locale))</loc>\n\(links)  </url>\n"
    }
    return xml + "</urlset>\n"
  }

  private func link(_ hreflang: String, _ locale: LocaleIdentifier) -> String {
    "    <xhtml:link rel=\"alternate\" hreflang=\"\(HTMLEscaping.attribute(hreflang))\" "
      + "href=\"\(address(locale))\"/>\n"
  }

  private func address(_ locale: LocaleIdentifier) -> String {
    HTMLEscaping.attribute(pages.addresses.canonical(locale.tag))
  }
}
