import LocaleIdentifiers
import LocaleServices
import Testing

@Suite struct CollatorTests {
  @Test(arguments: [
    ("sv", ["a", "z", "å", "ä", "ö"]), ("de", ["a", "ä", "o", "ö", "z"]),
    ("cs", ["c", "č", "h", "ch", "i"]), ("es", ["n", "ñ", "o"]), ("hu", ["c", "cs", "d"]),
    ("cy", ["c", "ch", "d", "dd"]), ("et", ["s", "š", "z", "ž", "t", "u"]),
    ("en", ["cote", "coté", "côte", "côté"]),
  ])
  func `texts are in the order of the language`(tag: String, ordered: [String]) throws {
    let collator = try Collator(locale: try #require(LocaleIdentifier(tag)))
    #expect(ordered.reversed().sorted(by: collator.areInIncreasingOrder) == ordered)
  }

  @Test func `a keyword of the locale chooses another order`() throws {
    #expect(try Collator(locale: "de-u-co-phonebk").compare("Äpfel", "Afrika") == .ascending)
    #expect(try Collator(locale: "de").compare("Äpfel", "Afrika") == .descending)
    #expect(try Collator(locale: "en-u-kn").compare("item 2", "item 10") == .ascending)
    #expect(try Collator(locale: "en-u-ks-level1").compare("Log in", "lóg IN") == .same)
  }

  @Test(arguments: SiteLocales.all)
  func `sort keys compare as the texts do`(locale: LocaleIdentifier) throws {
    let collator = try Collator(locale: locale)
    var texts = try SiteLocales.all.map { try DisplayNames(locale: locale).name(of: $0) ?? "" }
    texts += ["", "a", "A", "á", String(repeating: "long ", count: 60), "\u{0}", "e\u{301}", "é"]
    let keys = try texts.map { try collator.sortKey($0) }
    for (left, leftKey) in zip(texts, keys) {
      for (right, rightKey) in zip(texts, keys) {
        let expected: Collator.Order =
          leftKey < rightKey ? .ascending : leftKey == rightKey ? .same : .descending
        #expect(collator.compare(left, right) == expected, "\(left) \(right)")
      }
    }
  }

  @Test(.enabled(if: SharedData.root != nil, SharedData.whySkipped))
  func `ICU's collation cases for locales come out as there`() throws {
    let results = try CollationCases.run(
      try SharedData.text("conformance/icu-72/collationtest.txt"))
    #expect(results.failures == [])
    #expect(results.checked > 300)
  }
}
