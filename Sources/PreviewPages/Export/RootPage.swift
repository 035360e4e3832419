import LocaleIdentifiers
import StringCatalogs

/// The page at the site's root: leads to the default entry's page, without a script.
///
/// It never becomes a second page of the source language: it says whose copy it is, and search
/// engines are asked not to list it.
struct RootPage {
  let pages: SitePages

  var html: String {
    let source = pages.site.source
    let target = HTMLEscaping.attribute("\(source.tag)/")
    var html = """
      <!DOCTYPE html>
      <html lang="\(HTMLEscaping.attribute(source.tag))" dir="\(pages.languages.direction(of: source))">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(HTMLEscaping.text(title))</title>
        <meta http-equiv="refresh" content="0; url=\(target)">
        <meta name="robots" content="noindex">
        <link rel="canonical" href="\(HTMLEscaping.attribute(canonical))">
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="assets/site.css">
      </head>
      <body>
        <main>
          <h1>\(HTMLEscaping.text(title))</h1>
          <ul>

      """
    for link in pages.languages.links(in: source) where !link.isDefault {
      html +=
        "      <li><a href=\"\(HTMLEscaping.attribute(link.tag))/\" "
        + "lang=\"\(HTMLEscaping.attribute(link.tag))\" dir=\"\(link.direction)\" "
        + "hreflang=\"\(HTMLEscaping.attribute(link.hreflang))\">"
        + "\(HTMLEscaping.text(link.endonym))</a></li>\n"
    }
    return html + "    </ul>\n  </main>\n</body>\n</html>\n"
  }

  private var canonical: String {
    pages.addresses.isAbsolute
      ? pages.addresses.canonical(pages.site.source.tag) : "\(pages.site.source.tag)/"
  }

  private var title: String {
    let resolver = TextResolver(pages: pages, locale: pages.site.source)
    return resolver.text("head.title").plain
  }
}
