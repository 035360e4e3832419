import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import PreviewPages
import StringCatalogs
import Testing

/// A small site in memory: French is the source, with Arabic, Polish and British English.
struct SampleSite {
  var site: Site
  var strings: [LocaleIdentifier: String]
  var template: String

  init(
    template: String = "<h1>{{{title}}}</h1>", baseURL: String? = "https://a.example",
    _ strings: [LocaleIdentifier: String]
  ) throws {
    let base = baseURL.map { "\"baseURL\": \"\($0)\"," } ?? ""
    let manifest = """
      { "source": "fr", \(base) "entries": [
        { "default": true, "locale": "fr", "label": "Langue par défaut" },
        { "locale": "ar", "label": "Arabic" }, { "locale": "en-GB", "label": "English (UK)" },
        { "locale": "fr", "label": "French" }, { "locale": "pl", "label": "Polish" } ] }
      """
    site = try SiteLoader.parse(Array(manifest.utf8), root: "/nowhere")
    self.strings = strings
    self.template = template
  }

  var pages: SitePages {
    let catalogs = strings.map { Self.catalogs($0.key, $0.value) }
    let template = PageTemplate.parse(
      name: "index", path: "Strings/index.html", bytes: Array(template.utf8)
    ).template
    return SitePages(site: site, catalogs: catalogs, templates: [template])
  }

  func catalogs(_ locale: LocaleIdentifier) throws -> LocaleCatalogs {
    Self.catalogs(locale, try #require(strings[locale]))
  }

  private static func catalogs(_ locale: LocaleIdentifier, _ json: String) -> LocaleCatalogs {
    let file = CatalogFile(path: "Strings/\(locale.tag)/main.json", bytes: Array(json.utf8))
    return LocaleCatalogs(locale: locale, catalogs: [CatalogReader.json.read(file, locale)])
  }

  /// The page of a locale.
  func html(_ locale: LocaleIdentifier, mode: PageMode = .published) throws -> String {
    try #require(pages.render("index", in: locale, mode: mode)).html
  }
}
