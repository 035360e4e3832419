import LocaleIdentifiers
import Testing

@Suite struct LocaleIdentifierTests {
  @Test(arguments: [
    ("fr", "fr"), ("PT_br", "pt-BR"), ("zh-hant-tw", "zh-Hant-TW"), ("EN-gb", "en-GB"),
    ("es-419", "es-419"), ("ca-ES-VALENCIA", "ca-ES-valencia"), ("de-1996-1901", "de-1901-1996"),
    ("und", "und"), ("fil", "fil"), ("sl-rozaj-biske-1994", "sl-1994-biske-rozaj"),
    ("ar-U-NU-Latn", "ar-u-nu-latn"), ("en-u-kn-true", "en-u-kn"),
    ("en-u-nu-thai-ca-buddhist", "en-u-ca-buddhist-nu-thai"),
    ("en-u-foo-bar-nu-thai", "en-u-bar-foo-nu-thai"), ("en-x-A-b", "en-x-a-b"),
    ("en-t-fr-FR-m0-ungegn", "en-t-fr-fr-m0-ungegn"),
    ("en-u-ca-gregory-t-de", "en-t-de-u-ca-gregory"),
    ("en-a-bcd-b-xy", "en-a-bcd-b-xy"),
    ("sr-Latn-RS-u-co-standard-x-site", "sr-Latn-RS-u-co-standard-x-site"),
  ])
  func `a well-formed identifier is written canonically`(text: String, tag: String) {
    #expect(LocaleIdentifier(text)?.tag == tag)
    #expect(LocaleIdentifier(tag)?.tag == tag)
  }

  @Test(arguments: [
    "", "-", "a", "abcd", "abcdefghi", "fr-", "-fr", "fr--FR", "fr FR", "fr/FR", "../etc",
    "fr-FR-GB",
    "zh-yue", "i-klingon", "x-mine", "en-x", "en-u", "en-u-x-a", "en-a", "de-1901-1901",
    "en-u-nu-latn-u-ca-iso8601",
    "en-t-m0", "français", "fr-FR-a", "1234", "en-\u{0}", "root",
  ])
  func `what is not well formed is refused`(text: String) {
    #expect(LocaleIdentifier(text) == nil)
  }

  @Test func `a tag of 64 bytes is read and one of 65 is not`() {
    let tail = String(repeating: "-abcdefg", count: 7)  // 56 bytes
    for (start, isRead) in [("en-x-ab", true), ("en-x-abc", true), ("en-x-abcd", false)] {
      #expect((LocaleIdentifier(start + tail) != nil) == isRead, "\(start.utf8.count + 56) bytes")
    }
  }

  @Test func `its parts can be taken`() {
    let full: LocaleIdentifier = "zh-Hant-TW-variant-u-ca-roc-kn-nu-hanidec-x-mine"
    #expect(full.language == "zh")
    #expect(full.script == "Hant")
    #expect(full.region == "TW")
    #expect(full.variants == ["variant"])
    #expect(full.keywords == ["ca": "roc", "kn": "true", "nu": "hanidec"])
    #expect(full.extensions == ["u": "ca-roc-kn-nu-hanidec", "x": "mine"])
    #expect(full.base == "zh-Hant-TW-variant")
    let plain: LocaleIdentifier = "es-419"
    #expect(plain.script == nil)
    #expect(plain.region == "419")
    #expect(plain.variants.isEmpty)
    #expect(LocaleIdentifier("de-1996").script == nil)
    #expect(LocaleIdentifier("de-1996").variants == ["1996"])
  }

  @Test func `it is put together from parts only where each part fits its place`() {
    #expect(LocaleIdentifier(language: "zh", script: "Hant", region: "HK") == "zh-Hant-HK")
    #expect(LocaleIdentifier(language: "zh", script: "HK") == nil)
    #expect(LocaleIdentifier(language: "zh", script: "Hant-HK") == nil)
  }

  @Test func `ICU gets underscores, and tags with extensions as they are`() {
    #expect(LocaleIdentifier("zh-Hant-TW").icuName == "zh_Hant_TW")
    #expect(LocaleIdentifier("fr").icuName == "fr")
    #expect(LocaleIdentifier("ar-EG-u-nu-latn").icuName == "ar-EG-u-nu-latn")
  }
}
