import LocaleIdentifiers
import LocaleServices
import StringCatalogs
import Testing

@Suite struct LanguageSelectorTests {
  static let french = try? LanguageSelector(site: SelectorSite.site, reader: "fr")

  @Test func `there are 48 entries, the default first, each locale once besides`() throws {
    let entries = try #require(Self.french).entries
    #expect(entries.count == 48)
    #expect(entries.first?.isDefault == true)
    #expect(entries.first?.hreflang == "x-default")
    #expect(entries.dropFirst().allSatisfy { !$0.isDefault })
    #expect(Set(entries.dropFirst().map(\.locale)).count == 47)
  }

  @Test(arguments: SelectorSite.labels.map(\.tag))
  func `the entries are in ICU's order of the reader's language`(reader: LocaleIdentifier) throws {
    let entries = try LanguageSelector(site: SelectorSite.site, reader: reader).entries.dropFirst()
    let collator = try Collator(locale: reader)
    for (left, right) in zip(entries, entries.dropFirst()) {
      #expect(collator.compare(left.name, right.name) != .descending, "\(left.name) \(right.name)")
    }
    #expect(Set(entries.map(\.name)).count == 47)
  }

  @Test func `readers have different orders`() throws {
    let orders = try LanguageSelector.all(site: SelectorSite.site, readers: ["fr", "ja", "cs"])
      .map { $0.entries.map(\.locale) }
    #expect(Set(orders).count == 3)
    #expect(orders.first == Self.french?.entries.map(\.locale))
  }

  @Test func `an entry says what a page needs`() throws {
    let entries = try #require(Self.french).entries
    let arabic = try #require(entries.first { $0.locale == "ar" })
    #expect(arabic.name == "Arabe")
    #expect(arabic.endonym == "العربية")
    #expect(arabic.script == "Arab")
    #expect(arabic.direction == .rightToLeft)
    #expect(arabic.pluralCategories == PluralCategory.allCases)
    #expect(arabic.hreflang == "ar")
    #expect(arabic.href == "/ar/")
    #expect(entries.first { $0.locale == "fil" }?.hreflang == "tl")
    let czech = try #require(entries.first { $0.locale == "cs" })
    let searchKeys = czech.searchKeys(try SearchKeys())
    #expect(searchKeys.contains("cestina"))
    #expect(searchKeys.contains("tcheque"))
    #expect(searchKeys.contains("ces"))
    #expect(Set(searchKeys).count == searchKeys.count)
  }

  @Test func `the default entry and the source's have one page`() throws {
    let french = try #require(Self.french).entries.filter { $0.locale == "fr" }
    #expect(french.count == 2)
    #expect(Set(french.map(\.href)) == ["/fr/"])
  }

  @Test func `endonyms begin with a capital where the script has them`() throws {
    let entries = try #require(Self.french).entries
    for entry in entries {
      let first = try #require(entry.endonym.unicodeScalars.first)
      #expect(!first.properties.isLowercase, "\(entry.endonym)")
    }
    #expect(entries.first { $0.locale == "pl" }?.endonym == "Polski")
    #expect(entries.first { $0.locale == "bg" }?.endonym == "Български")
    #expect(entries.first { $0.locale == "id" }?.endonym == "Bahasa Indonesia")
    #expect(entries.first { $0.locale == "zh-Hant" }?.endonym == "繁體中文")
    #expect(Set(entries.dropFirst().map(\.endonym)).count == 47)
  }
}

@Suite struct LabelReviewTests {
  static func reviews(_ site: Site = SelectorSite.site) throws -> [String: LabelReview] {
    let entries = try LanguageSelector(site: site, reader: "fr").entries
    return Dictionary(uniqueKeysWithValues: entries.map { ($0.label, $0.labelReview) })
  }

  @Test func `four labels name a country`() throws {
    let countries = try Self.reviews().compactMapValues { review -> String? in
      guard case .namesCountry(let region) = review.verdict else { return nil }
      return region
    }
    #expect(countries == ["Bulgaria": "BG", "Portugal": "PT", "Taiwan": "TW", "Thailand": "TH"])
  }

  @Test func `one label is damaged`() throws {
    let reviews = try Self.reviews()
    #expect(reviews.filter { $0.value.verdict == .damaged }.map(\.key) == ["liish"])
    #expect(reviews["liish"]?.resolution?.means == .alias)
    #expect(reviews["liish"]?.isOutOfOrder == false)
    let withoutAlias = try Self.reviews(SelectorSite.make(aliases: [:]))
    #expect(withoutAlias["liish"]?.verdict == .unknown)
  }

  @Test func `two labels are out of order`() throws {
    let labels = try Self.reviews().filter { $0.value.isOutOfOrder }.map(\.key).sorted()
    #expect(labels == ["Chinese", "Taiwan"])
  }

  @Test func `all others are exact names`() throws {
    let faulty = try Self.reviews().filter { $0.value.isFaulty }.map(\.key).sorted()
    #expect(faulty == ["Bulgaria", "Chinese", "Portugal", "Taiwan", "Thailand", "liish"])
    #expect(try Self.reviews()["Czech"]?.description == "")
    #expect(
      try Self.reviews()["Taiwan"]?.description
        == "names a country (TW), not a language; out of order")
  }

  @Test func `a label that means another locale is found out`() throws {
    var site = SelectorSite.site
    site.entries[1].label = "Polish"
    site.entries.removeAll { $0.locale == "ar" && $0.label != "Polish" }
    let reviews = try LanguageSelector(site: site, reader: "fr").entries.map(\.labelReview)
    #expect(reviews.contains { $0.verdict == .meansAnother("pl") })
  }
}

@Suite struct SiteMatchingTests {
  @Test func `the site's denials hold beside the usual ones`() {
    var site = SelectorSite.site
    site.entries.removeAll { ["uk", "is", "da"].contains($0.locale) }
    site.denials = [NegotiationDenial(from: "da", to: "nb")]
    #expect(site.matcher.match(["uk"]).kind == .default)
    #expect(site.matcher.match(["is"]).kind == .default)
    #expect(site.matcher.match(["da"]).locale == "fr")
    #expect(site.matcher.match(["nn"]).locale == "nb")
  }
}
