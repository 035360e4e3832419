import LocaleIdentifiers
import LocaleServices
import StringCatalogs
import Testing

@Suite struct LabelResolverTests {
  static let resolver = try? LabelResolver(site: SelectorSite.site)

  @Test(arguments: SelectorSite.labels)
  func `every label of the site means its locale`(label: String, locale: LocaleIdentifier) throws {
    let resolver = try #require(Self.resolver)
    #expect(resolver.resolve(label)?.locale == locale)
  }

  @Test(arguments: [
    // By country.
    ("Bulgarie", "bg"), ("България", "bg"), ("Deutschland", "de"), ("日本", "ja"), ("台灣", "zh-Hant"),
    ("Brazil", "pt"), ("Österreich", "de"),
    // By name in the source, in English, in others.
    ("allemand", "de"), ("Chinese", "zh-Hans"), ("Traditional Chinese", "zh-Hant"),
    ("chinois traditionnel", "zh-Hant"), ("tyska", "de"), ("ドイツ語", "de"), ("الألمانية", "de"),
    ("British English", "en-GB"), ("English", "en-US"), ("norvégien", "nb"),
    ("Norwegian Bokmål", "nb"),
    ("čeština", "cs"),
    // By the language's own name, with and without marks, in Latin letters.
    ("cestina", "cs"), ("CESTINA", "cs"), ("  Čeština ", "cs"), ("suomi", "fi"), ("русский", "ru"),
    ("russkij", "ru"), ("ellenika", "el"), ("हिन्दी", "hi"), ("繁體中文", "zh-Hant"),
    ("简体中文", "zh-Hans"), ("bahasa indonesia", "id"), ("Cymraeg", "cy"),
    // By code, of today and of before, of two letters and of three.
    ("zh-Hant", "zh-Hant"), ("zh_TW", "zh-Hant"), ("ZH-cn", "zh-Hans"), ("in", "id"), ("tl", "fil"),
    ("no", "nb"), ("deu", "de"), ("ger", "de"), ("wel", "cy"), ("cym", "cy"), ("sh", "sr"),
    ("en-AU", "en-GB"),
    // By script, where it is one language's.
    ("Thai", "th"), ("Knda", "kn"), ("Tamil", "ta"),
  ])
  func `a locale is found by any of its names`(text: String, expected: String) throws {
    let resolver = try #require(Self.resolver)
    #expect(resolver.resolve(text)?.locale.tag == expected)
  }

  @Test(arguments: [
    "", " ", "—", "liis", "Klingon", "xx", "Latn", "Cyrillic", "Atlantis", "he", "fa", "bosniaque",
    "../../etc/passwd", "a\u{0}b", "nothing at all",
  ])
  func `what means none of the site's locales means none`(text: String) throws {
    let resolver = try #require(Self.resolver)
    #expect(resolver.resolve(text) == nil)
  }

  @Test func `a damaged label is known only where the manifest has an alias for it`() throws {
    let resolver = try LabelResolver(site: SelectorSite.make(aliases: [:]))
    #expect(try #require(Self.resolver).resolve("liish")?.locale == "es")
    // It is a label of the site all the same; what it means is a matter of the review.
    #expect(resolver.resolve("liish")?.means == .label)
  }

  @Test func `the resolution says how`() throws {
    let resolver = try #require(Self.resolver)
    #expect(resolver.resolve("Taiwan")?.means == .label)
    #expect(resolver.resolve("Taïwan")?.means == .label)
    #expect(resolver.resolve("Allemagne")?.means == .region("DE", in: "fr"))
    #expect(resolver.resolve("allemand")?.means == .name(in: "fr"))
    #expect(resolver.resolve("deutsch")?.means == .endonym)
    #expect(resolver.resolve("in")?.means == .legacyCode(current: "id"))
    #expect(resolver.resolve("deu")?.means == .code)
    #expect(resolver.resolve("Deva")?.means == .script("Deva"))
    #expect(resolver.resolve("langue par défaut")?.locale == "fr")
  }

  @Test(arguments: SelectorSite.labels)
  func `its name in languages of all scripts finds the locale or one of the same name`(
    label: String, locale: LocaleIdentifier
  ) throws {
    let resolver = try #require(Self.resolver)
    let readers: [LocaleIdentifier] = [
      "ar", "el", "fr", "hi", "ja", "ko", "pl", "ru", "th", "zh-Hans",
    ]
    for reader in readers {
      let name = try #require(try DisplayNames(locale: reader).name(of: locale))
      let found = try #require(resolver.resolve(name), "\(name) in \(reader)")
      let all = [found.locale] + found.alternatives
      #expect(all.contains(locale), "\(name) in \(reader) gives \(found)")
    }
  }
}
