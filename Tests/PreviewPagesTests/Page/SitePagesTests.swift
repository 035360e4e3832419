import LocaleIdentifiers
import PreviewPages
import StringCatalogs
import Testing

@Suite struct SitePagesTests {
  @Test func aTextOfThePagesOwnLanguageStandsBare() throws {
    let site = try SampleSite(["fr": #"{"title":"Salut"}"#, "pl": #"{"title":"Cześć"}"#])
    #expect(try site.html("pl") == "<h1>Cześć</h1>")
  }

  @Test func aMissingTextIsShownInTheSourceAndSaysItsLanguage() throws {
    let site = try SampleSite(["fr": #"{"title":"Salut"}"#])
    #expect(try site.html("ar") == "<h1><span lang=\"fr\" dir=\"ltr\">Salut</span></h1>")
  }

  @Test func aBrokenMessageGivesWayToTheSource() throws {
    let site = try SampleSite(["fr": #"{"title":"Salut"}"#, "pl": #"{"title":"Cz{"}"#])
    #expect(try site.html("pl") == "<h1><span lang=\"fr\" dir=\"ltr\">Salut</span></h1>")
  }

  @Test func aPreviewNamesTheKeyAndWhatThereIsToDo() throws {
    let site = try SampleSite(["fr": #"{"title":"Salut"}"#, "pl": #"{"title":"Cześć"}"#])
    #expect(
      try site.html("ar", mode: .preview)
        == "<h1><span lang=\"fr\" dir=\"ltr\" data-key=\"title\" data-marks=\"missing\">Salut</span></h1>"
    )
    #expect(
      try site.html("pl", mode: .preview)
        == "<h1><span data-key=\"title\" data-marks=\"unreviewed\">Cześć</span></h1>")
  }

  @Test func aTranslationOfAnotherSourceIsStale() throws {
    let site = try SampleSite([
      "fr": #"{"title":"Salut"}"#,
      "pl": #"{"title":"Cześć","@title":{"state":"final","source":"0000000000000000"}}"#,
    ])
    #expect(try site.html("pl", mode: .preview).contains("data-marks=\"stale\""))
  }

  @Test func aTextWithoutRoomIsMarked() throws {
    let site = try SampleSite(["fr": #"{"title":"Salut","@title":{"maxLength":4}}"#])
    #expect(try site.html("fr", mode: .preview).contains("data-marks=\"long\""))
  }

  @Test func numbersAndListsAreWrittenAsTheLanguageDoes() throws {
    let french = #"""
      {"title":"{$n :number} {$l :icu:list}","a":"un","b":"deux","@title":{"placeholders":{
      "n":{"type":"number","example":1234.5},"l":{"type":"list","keys":["a","b"]}}}}
      """#
    let site = try SampleSite([
      "fr": french, "pl": #"{"title":"{$n :number} {$l :icu:list}","a":"jeden","b":"dwa"}"#,
    ])
    #expect(try site.html("fr") == "<h1>1\u{202F}234,5 \u{2068}un et deux\u{2069}</h1>")
    #expect(try site.html("pl") == "<h1>1234,5 \u{2068}jeden i dwa\u{2069}</h1>")
  }

  @Test(arguments: [
    "a {#strong}b & c{/strong}{#br /}d", "{#link href=|https://a.example|}a{/link}",
    "{#link href=|javascript:x|}a{/link}", "{#script}a{/script}", "{#strong}a", "a{/em}",
    "{#abbr title=|a \\\\ \"b\"|}c{/abbr}", "{#strong u:id=x}a{/strong}", "\\{a\\}",
  ])
  func aTextWithoutValuesIsShownAsOneThatIsFormatted(message: String) throws {
    // A declaration that nothing uses sends it the long way.
    let long = ".local $x = {1} {{\(message)}}"
    let site = try SampleSite(
      template: "{{{a}}}|{{a}}", ["fr": "{\"a\":\(JSON.quoted(message))}"])
    let other = try SampleSite(
      template: "{{{a}}}|{{a}}", ["fr": "{\"a\":\(JSON.quoted(long))}"])
    let html = try site.html("fr")
    #expect(try html == other.html("fr"))
    #expect(!html.contains("local"))
  }

  @Test func anUnknownLocaleHasNoPage() throws {
    let site = try SampleSite(["fr": #"{"title":"Salut"}"#])
    #expect(site.pages.render("index", in: "de") == nil)
    #expect(site.pages.render("other", in: "fr") == nil)
  }

  @Test func replacingOneLanguageChangesItsPageOnly() throws {
    var site = try SampleSite(["fr": #"{"title":"Salut"}"#, "pl": #"{"title":"Cześć"}"#])
    var pages = site.pages
    site.strings["pl"] = #"{"title":"Witaj"}"#
    let replaced = site.pages
    pages.replace(try site.catalogs("pl"))
    #expect(pages.render("index", in: "pl")?.html == replaced.render("index", in: "pl")?.html)
    #expect(pages.render("index", in: "fr")?.html == replaced.render("index", in: "fr")?.html)
  }
}

@Suite struct HostileTextTests {
  /// Texts that have got through elsewhere; each must come out as text, in every context.
  static let naughty = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</title><script>alert(1)</script>", "</textarea><svg/onload=alert(1)>", "&lt;b&gt;",
    "<!-- --><b>", "]]><b>", "\u{202E}evil\u{0}", "javascript:alert(1)",
  ]

  @Test(arguments: naughty) func noTextReachesThePageAsHTML(text: String) throws {
    let json = JSON.quoted(MessageText.literal(text))
    let site = try SampleSite(
      template: "<title>{{title}}</title><p title=\"{{title}}\">{{{title}}}</p><i>{{title}}</i>",
      ["fr": "{\"title\":\(json)}"])
    let html = try site.html("fr")
    let harmless = html.replacing("<title>", with: "").replacing("</title>", with: "")
      .replacing("<p title=\"", with: "").replacing("\">", with: "").replacing("</p>", with: "")
      .replacing("<i>", with: "").replacing("</i>", with: "")
    #expect(!harmless.contains("<"))
    #expect(!harmless.contains(">"))
    // What stands in the attribute cannot end it.
    let attribute = try #require(html.firstMatch(of: /title="([^"]*)">/)).1
    #expect(!attribute.contains("'"))
    #expect(html.contains("<p title=\"\(attribute)\">"))
  }

  @Test(arguments: naughty) func noArgumentReachesThePageAsHTML(text: String) throws {
    let json = JSON.quoted(text)
    let site = try SampleSite([
      "fr": """
      {"title":"{$x} {#link href=$x}a{/link}{#abbr title=$x}b{/abbr}",
       "@title":{"placeholders":{"x":{"type":"string","example":\(json)}}}}
      """
    ])
    let html = try site.html("fr")
    #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("<svg"))
    #expect(!html.contains("href=\"javascript"))
    #expect(html.matches(of: /<[a-z]/).count <= 3)
  }

  @Test(arguments: naughty) func structuredDataStaysInItsElement(text: String) throws {
    let json = JSON.quoted(MessageText.literal(text))
    let site = try SampleSite(
      template: "{{{page.head}}}<p>{{{a.question}}}{{{a.answer}}}{{{head.title}}}</p>",
      ["fr": "{\"head.title\":\(json),\"a.question\":\(json),\"a.answer\":\(json)}"])
    let html = try site.html("fr")
    let data = html.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/)
    let inside = try #require(data).1
    #expect(!inside.contains("<"))
    #expect(inside.contains("FAQPage"))
  }
}

@Suite struct LanguageOfferTests {
  private func site(_ coverage: String) throws -> SampleSite {
    var site = try SampleSite(
      template: "{{{page.head}}}{{{page.selector}}}<h1>{{{a}}}{{{b}}}</h1>",
      [
        "fr": #"{"a":"un","b":"deux"}"#, "pl": #"{"a":"jeden"}"#, "ar": #"{"a":"x","b":"y"}"#,
        "en-GB": #"{"a":"one","b":"two"}"#,
      ])
    site.site.coverage = try SiteLoader.parse(
      Array(
        """
        {"source":"fr","coverage":\(coverage),"entries":[
        {"default":true,"locale":"fr","label":"x"},{"locale":"fr","label":"French"},
        {"locale":"pl","label":"Polish"}]}
        """.utf8), root: "/nowhere"
    ).coverage
    return site
  }

  @Test func aLanguageWithTooLittleTextStandsApart() throws {
    let html = try site(#"{"minimum":80}"#).html("fr")
    let list = try #require(
      html.firstMatch(of: /<ul class="languages-incomplete">([\s\S]*?)<\/ul>/))
    #expect(list.1.contains("../pl/") && !list.1.contains("../ar/"))
  }

  @Test func aLanguageWithStillLessIsNotOfferedAtAll() throws {
    let site = try site(#"{"minimum":80,"hideBelow":60}"#)
    #expect(!(try site.html("fr")).contains("/pl/"))
    let files = StaticSite(pages: site.pages, assets: [:]).files
    #expect(files["pl/index.html"] == nil && files["ar/index.html"] != nil)
    #expect(!String(decoding: files["sitemap.xml"] ?? [], as: UTF8.self).contains("/pl/"))
    // Translators see it all the same.
    #expect(try site.html("pl", mode: .preview).contains("jeden"))
  }
}
