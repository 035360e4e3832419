import CICU
import LocaleIdentifiers
import LocaleServices
import Testing

@Suite struct PluralRulesTests {
  @Test func `polish has four categories`() throws {
    let rules = try PluralRules(locale: "pl")
    #expect(rules.categories == [.one, .few, .many, .other])
    #expect(rules.category(of: 1) == .one)
    #expect(rules.category(of: 22) == .few)
    #expect(rules.category(of: -22) == .few)
    #expect(rules.category(of: 5) == .many)
    #expect(rules.category(of: 1.5) == .other)
    #expect(rules.category(ofDecimal: "5.0") == .other)
  }

  @Test func `an order has its own categories`() throws {
    let rules = try PluralRules(locale: "en", type: .ordinal)
    #expect([1, 2, 3, 4, 11].map { rules.category(of: $0) } == [.one, .two, .few, .other, .other])
  }

  @Test func `a region inherits its language's rules, and an unknown language has only other`()
    throws
  {
    #expect(try PluralRules(locale: "pl-PL").categories == [.one, .few, .many, .other])
    #expect(try PluralRules(locale: "sr-Latn-RS").categories == [.one, .few, .other])
    #expect(try PluralRules(locale: "xx").categories == [.other])
    #expect(try PluralRules(locale: "und").categories == [.other])
    #expect(try PluralRules(locale: "xx").category(of: 1) == .other)
  }

  @Test func `portuguese of portugal has rules of its own`() throws {
    #expect(try PluralRules(locale: "pt").category(of: 0) == .one)
    #expect(try PluralRules(locale: "pt-PT").category(of: 0) == .other)
  }

  @Test func `what is no number has no category, or other`() throws {
    let rules = try PluralRules(locale: "en")
    for text in ["", "one", "1.", ".5", "1e", "1e999999999", "--1", "1 000", "٣", "1c-6", "0x1"] {
      #expect(rules.category(ofDecimal: text) == nil, "\(text)")
    }
    #expect(rules.category(of: Double.nan) == .other)
    #expect(rules.category(of: -Double.infinity) == .other)
  }

  @Test func `numbers beyond all bounds keep their last digits`() throws {
    let russian = try PluralRules(locale: "ru")
    #expect(russian.category(of: Int.max) == .many)  // …807
    #expect(russian.category(of: Int.min) == .many)  // …808
    #expect(russian.category(ofDecimal: String(repeating: "9", count: 500) + "1") == .one)
    #expect(russian.category(ofDecimal: String(repeating: "9", count: 500) + "11") == .many)
    let english = try PluralRules(locale: "en")
    #expect(english.category(ofDecimal: "1" + String(repeating: "0", count: 99) + "1") == .other)
  }

  @Test(.enabled(if: SharedData.root != nil, SharedData.whySkipped))
  func `every sample of CLDR has its category`() throws {
    var checked = 0
    var rulesByLocale: [String: PluralRules] = [:]
    for row in try SharedData.rows("conformance/cldr-42/plural-samples.tsv") {
      let kind: PluralRules.Kind = row[0] == "ordinal" ? .ordinal : .cardinal
      guard let locale = LocaleIdentifier(row[1]) else { continue }  // `root`
      let name = row[0] + row[1]
      let rules = try rulesByLocale[name] ?? PluralRules(locale: locale, type: kind)
      rulesByLocale[name] = rules
      #expect(rules.category(ofDecimal: row[3])?.rawValue == row[2], "\(row)")
      checked += 1
    }
    #expect(checked > 14_000)
    for locale in SiteLocales.all {
      #expect(rulesByLocale["cardinal" + locale.language] != nil, "\(locale)")
    }
  }

  @Test(arguments: PluralRules.Kind.allCases)
  func `the rules give what ICU's own evaluation gives`(kind: PluralRules.Kind) throws {
    let numbers =
      (0...1200).map(Double.init) + [
        0.1, 0.5, 1.1, 1.5, 2.25, 10.1, 11.5, 12.01, 100.5, 1e4, 1e5, 1e6, 1_000_001, 2e6, 1e7, 1e9,
      ]
    for locale in SiteLocales.all + ["he", "ga", "br", "kw", "mt", "gv", "lag", "pt-PT", "pt-AO"] {
      let rules = try PluralRules(locale: locale, type: kind)
      var status: Int32 = 0
      let oracle = try #require(
        cicu_plurals_open(locale.icuName, kind == .ordinal ? 1 : 0, &status))
      defer { cicu_plurals_close(oracle) }
      for number in numbers {
        let expected = String(unsafeUninitializedCapacity: 32) { buffer in
          buffer.withMemoryRebound(to: CChar.self) {
            Int(cicu_plurals_select(oracle, number, $0.baseAddress, 32, &status))
          }
        }
        #expect(rules.category(of: number).rawValue == expected, "\(locale) \(number)")
      }
      #expect(status <= 0)
    }
  }
}
