import LocaleIdentifiers
import LocaleServices
import Testing

@Suite struct LikelySubtagsTests {
  @Test(arguments: [
    ("zh-TW", "zh-Hant-TW", "zh-TW"), ("zh-Hant", "zh-Hant-TW", "zh-TW"),
    ("ur", "ur-Arab-PK", "ur"),
    ("und-BG", "bg-Cyrl-BG", "bg"), ("ar-u-nu-latn", "ar-Arab-EG-u-nu-latn", "ar-u-nu-latn"),
    ("xx", "xx", "xx"),
  ])
  func `likely parts are added and removed`(tag: String, maximized: String, minimized: String)
    throws
  {
    let locale = try #require(LocaleIdentifier(tag))
    #expect(locale.maximized.tag == maximized)
    #expect(locale.minimized.tag == minimized)
  }

  @Test func `arabic and urdu run from right to left, the site's others do not`() {
    let rightToLeft = SiteLocales.all.filter { $0.direction == .rightToLeft }
    #expect(rightToLeft == ["ar", "ur"])
    #expect(LocaleIdentifier("az-Arab").direction == .rightToLeft)
    #expect(TextDirection.rightToLeft.html == "rtl")
  }

  @Test func `a script is likely where none is written`() {
    #expect(LocaleIdentifier("sr").likelyScript == "Cyrl")
    #expect(LocaleIdentifier("sr-Latn").likelyScript == "Latn")
    #expect(LocaleIdentifier("xx").likelyScript == nil)
  }

  @Test func `a language has its code of three letters`() {
    #expect(LocaleIdentifier("de").iso639Part3 == "deu")
    #expect(LocaleIdentifier("xx").iso639Part3 == nil)
  }

  @Test(arguments: [
    ("es-MX", ["es-MX", "es-419", "es"]), ("zh-Hant-HK", ["zh-Hant-HK", "zh-Hant"]),
    ("zh-Hant", ["zh-Hant"]), ("pt-AO", ["pt-AO", "pt-PT", "pt"]),
    ("en-AU", ["en-AU", "en-001", "en"]),
    ("fr-u-nu-latn", ["fr-u-nu-latn", "fr"]), ("sr-Latn-RS", ["sr-Latn-RS", "sr-Latn"]),
  ])
  func `parents are CLDR's`(tag: String, chain: [String]) throws {
    #expect(try #require(LocaleIdentifier(tag)).chain.map(\.tag) == chain)
  }
}
