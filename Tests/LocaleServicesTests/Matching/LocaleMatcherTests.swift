import LocaleIdentifiers
import LocaleServices
import Testing

@Suite struct LocaleMatcherTests {
  static let site = LocaleMatcher(supported: SiteLocales.all, default: "fr")

  static func without(_ locales: LocaleIdentifier..., denials: [MatchDenial] = MatchDenial.usual)
    -> LocaleMatcher
  {
    LocaleMatcher(
      supported: SiteLocales.all.filter { !locales.contains($0) }, default: "fr", denials: denials)
  }

  @Test(arguments: SiteLocales.all)
  func `who asks for a locale of the site gets it`(locale: LocaleIdentifier) {
    let match = Self.site.match([locale])
    #expect(match.locale == locale)
    #expect(match.kind == .exact)
    #expect(match.desired == locale)
    #expect(match.refusals.isEmpty)
  }

  @Test(arguments: [
    ("zh-TW", "zh-Hant", LocaleMatch.Kind.exact), ("zh-HK", "zh-Hant", .sameLanguage),
    ("zh", "zh-Hans", .exact), ("zh-CN", "zh-Hans", .exact), ("en", "en-US", .exact),
    ("en-AU", "en-GB", .sameLanguage), ("pt-AO", "pt", .sameLanguage), ("no", "nb", .sameLanguage),
    ("nn", "nb", .relatedLanguage), ("tl", "fil", .exact), ("es-MX", "es", .sameLanguage),
    ("gsw", "de", .relatedLanguage), ("yue", "zh-Hant", .relatedLanguage),
    ("bs", "hr", .relatedLanguage),
    ("sr-Latn", "sr", .sameLanguage), ("sh", "sr", .sameLanguage),
    ("ga", "en-GB", .relatedLanguage),
    ("gl", "es", .relatedLanguage), ("br", "fr", .relatedLanguage), ("iw", "fr", .default),
    ("fa", "fr", .default), ("mk", "fr", .default), ("xx", "fr", .default), ("und", "fr", .default),
  ])
  func `who asks for another locale gets the nearest`(
    tag: String, expected: String, kind: LocaleMatch.Kind
  ) throws {
    let match = Self.site.match([try #require(LocaleIdentifier(tag))])
    #expect(match.locale.tag == expected)
    #expect(match.kind == kind)
    #expect((match.desired == nil) == (kind == .default))
  }

  @Test func `a reader of ukrainian never gets russian unless by name`() {
    let matcher = Self.without("uk")
    let match = matcher.match(["uk"])
    #expect(match.kind == .default)
    #expect(match.refusals.map(\.supported) == ["ru"])
    #expect(matcher.match(["uk-UA", "pl"]).locale == "pl")
    #expect(matcher.match(["uk", "ru"]).locale == "ru")
    #expect(matcher.match(["uk", "ru"]).desired == "ru")
    #expect(Self.site.match(["uk"]).locale == "uk")
  }

  @Test func `a reader of belarusian or icelandic gets no other language by likeness`() {
    #expect(Self.site.match(["be"]).kind == .default)
    #expect(Self.site.match(["be-BY", "en"]).locale == "en-US")
    #expect(Self.without("is").match(["is"]).kind == .default)
    #expect(Self.without("is").match(["is", "da"]).locale == "da")
  }

  @Test func `without denials CLDR's likeness holds`() {
    #expect(Self.without("uk", denials: []).match(["uk"]).locale == "ru")
    #expect(Self.without("is", denials: []).match(["is"]).locale == "en-GB")
  }

  @Test func `a site may deny a pair of its own`() {
    let denials = [MatchDenial(from: "da", to: "nb", reason: "asked for")]
    let match = Self.without("da", denials: denials).match(["da"])
    #expect(match.kind == .default)
    #expect(match.refusals.first?.reason == "asked for")
  }

  @Test func `a denial of one language leaves the next nearest`() {
    let denials = [MatchDenial(from: "gsw", to: "de")]
    let matcher = LocaleMatcher(supported: ["de", "fr", "en"], default: "en", denials: denials)
    #expect(matcher.match(["gsw", "fr"]).locale == "fr")
    #expect(matcher.match(["gsw"]).kind == .default)
  }

  @Test func `a header's order and exclusions count`() {
    #expect(Self.site.match(AcceptLanguage("da, en-gb;q=0.8, en;q=0.7")).locale == "da")
    #expect(Self.site.match(AcceptLanguage("xx, ja;q=0.2, ko;q=0.9")).locale == "ko")
    #expect(Self.site.match(AcceptLanguage("en;q=0, gd;q=0.5")).kind == .default)
    #expect(Self.site.match(AcceptLanguage("zh-HK, zh-Hant;q=0, *")).kind == .default)
    #expect(Self.site.match(AcceptLanguage("*")).kind == .default)
    #expect(Self.site.match(AcceptLanguage("")).kind == .default)
  }

  @Test func `without any supported locale there is the default`() {
    #expect(LocaleMatcher(supported: [], default: "fr").match(["de"]).locale == "fr")
  }

  @Test(.enabled(if: SharedData.root != nil, SharedData.whySkipped))
  func `ICU's own cases come out as there, apart from the rules of our own`() throws {
    var supported: [LocaleIdentifier] = []
    var fallback: LocaleIdentifier?
    var isDefaultSetting = true
    var checked = 0
    var different: [String] = []
    let lines = try SharedData.text("conformance/icu-72/localeMatcherTest.txt")
      .split(whereSeparator: \.isNewline)
    for line in lines {
      let text = String(line.prefix { $0 != "#" })
      if text.hasPrefix("**") {
        (supported, fallback, isDefaultSetting) = ([], nil, true)
      } else if text.hasPrefix("@supported=") {
        supported = Self.locales(text.dropFirst(11))
      } else if text.hasPrefix("@default=") {
        fallback = LocaleIdentifier(text.dropFirst(9).filter { !$0.isWhitespace })
      } else if text.hasPrefix("@") {
        isDefaultSetting = text.filter { !$0.isWhitespace }.hasSuffix("=")
      } else if let arrow = text.firstRange(of: ">>"), isDefaultSetting {
        let desired = Self.locales(text[..<arrow.lowerBound])
        let name = text[arrow.upperBound...].prefix { $0 != "|" }.filter { !$0.isWhitespace }
        guard let expected = LocaleIdentifier(name), let first = supported.first else { continue }
        let matcher = LocaleMatcher(supported: supported, default: fallback ?? first, denials: [])
        checked += 1
        let given = matcher.match(desired).locale
        // Two names of one locale: ours keeps the one that was asked for.
        let isSame = given.canonicalized.maximized == expected.canonicalized.maximized
        let isOwnRule = (supported + desired).contains {
          ["und", "sh", "zu"].contains($0.language)
        }
        if !isSame, !isOwnRule { different.append("\(supported) \(line) gives \(given)") }
      }
    }
    #expect(different == [])
    #expect(checked > 450)
  }

  private static func locales(_ list: Substring) -> [LocaleIdentifier] {
    list.split(separator: ",").compactMap { text in
      let tag = text.filter { !$0.isWhitespace }
      return LocaleIdentifier(tag) ?? LocaleIdentifier(canonicalizing: tag)
    }
  }
}
