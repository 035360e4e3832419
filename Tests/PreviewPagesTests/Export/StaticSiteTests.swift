import LocaleIdentifiers
import PreviewPages
import StringCatalogs
import Testing

@Suite struct StaticSiteTests {
  @Test func everyLocaleHasOnePageAndTheRootLeadsToTheSource() throws {
    let repository = try RepositorySite.load()
    let site = StaticSite(pages: repository.pages, assets: repository.files.assets)
    let pages = site.files.keys.filter { $0.hasSuffix("/index.html") }
    #expect(pages.count == 47)
    #expect(repository.files.findings.isEmpty)
    let root = String(decoding: try #require(site.files["index.html"]), as: UTF8.self)
    #expect(root.contains("<meta http-equiv=\"refresh\" content=\"0; url=fr/\">"))
    #expect(!root.contains("<script"))
  }

  @Test func everyPageNamesAllOthersAndOneDefault() throws {
    let repository = try RepositorySite.load()
    let site = StaticSite(pages: repository.pages, assets: [:])
    let sitemap = String(decoding: try #require(site.files["sitemap.xml"]), as: UTF8.self)
    for locale in repository.site.locales {
      let bytes = try #require(site.files["\(locale.tag)/index.html"])
      let html = String(decoding: bytes, as: UTF8.self)
      let head = html.prefix { _ in true }.split(separator: "</head>").first ?? ""
      #expect(head.matches(of: /<link rel="alternate" hreflang=/).count == 48)
      #expect(head.matches(of: /hreflang="x-default" href="https:[^"]*\/fr\/"/).count == 1)
      #expect(
        head.contains("<link rel=\"canonical\" href=\"https://langue.example/\(locale.tag)/\">"))
      #expect(html.matches(of: /<a [^>]*hreflang=/).count == 48)
      #expect(html.matches(of: /aria-current="page"/).count == 1)
      #expect(sitemap.contains("<loc>https://langue.example/\(locale.tag)/</loc>"))
    }
    #expect(sitemap.matches(of: #/<xhtml:link /#).count == 47 * 48)
  }

  @Test func nothingOfTheWorkbenchIsPublished() throws {
    let repository = try RepositorySite.load()
    let site = StaticSite(pages: repository.pages, assets: repository.files.assets)
    for (path, bytes) in site.files {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("data-key"), "\(path)")
      #expect(!path.contains("workbench"))
    }
  }

  @Test func noPageHasInlineScriptOrStyleOrLoadsFromElsewhere() throws {
    let repository = try RepositorySite.load()
    for locale in repository.site.locales {
      let html = try #require(repository.pages.render("article", in: locale)).html
      #expect(html.utf8.count < 60_000, "\(locale)")
      #expect(!html.contains("<style") && !html.contains(" style="))
      #expect(html.matches(of: /<script(?! src="\.\.\/| type="application)/).isEmpty)
      #expect(
        html.matches(of: /<(?:script|img|link rel="stylesheet")[^>]*(?:src|href)="(?:https?:)?\/\//)
          .isEmpty)
    }
  }

  @Test func aSiteWithoutABaseAddressHasNoSitemap() throws {
    let sample = try SampleSite(baseURL: nil, ["fr": #"{"title":"Salut"}"#])
    #expect(StaticSite(pages: sample.pages, assets: [:]).files["sitemap.xml"] == nil)
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let repository = try RepositorySite.load()
    let first = StaticSite(pages: repository.pages, assets: [:])
    let second = StaticSite(pages: try RepositorySite.load().pages, assets: [:]) { locales, make in
      locales.reversed().map(make)
    }
    #expect(first.files == second.files)
  }
}
