import LocaleIdentifiers
import LocaleServices
import Testing

@Suite struct DisplayNamesTests {
  @Test func `languages, scripts and regions have names`() throws {
    let french = try DisplayNames(locale: "fr")
    #expect(french.name(of: "pl") == "polonais")
    #expect(french.name(ofRegion: "TW") == "Taïwan")
    #expect(french.name(ofScript: "Cyrl") == "cyrillique")
    #expect(french.name(ofLanguage: "zh") == "chinois")
  }

  @Test func `a dialect has a name of its own, or not`() throws {
    #expect(try DisplayNames(locale: "en", style: .dialect).name(of: "en-GB") == "British English")
    #expect(try DisplayNames(locale: "en").name(of: "en-GB") == "English (United Kingdom)")
    #expect(try DisplayNames(locale: "en", length: .short).name(of: "en-GB") == "English (UK)")
  }

  @Test func `a place at the beginning of a sentence gets a capital where CLDR says so`() throws {
    #expect(
      try DisplayNames(locale: "fr", capitalization: .beginningOfSentence).name(of: "pl")
        == "Polonais")
  }

  @Test func `what has no name has none, rather than its code`() throws {
    let names = try DisplayNames(locale: "fr")
    #expect(names.name(of: "xx") == nil)
    #expect(names.name(ofLanguage: "qqq") == nil)
    #expect(names.name(ofScript: "Abcd") == nil)
    #expect(names.name(ofRegion: "ZX") == nil)
    #expect(names.name(ofRegion: "") == nil)
    #expect(names.name(ofRegion: "FR/GB") == nil)
  }

  @Test func `a name that is spelled like its code is a name`() throws {
    let polish = try DisplayNames(locale: "pl")
    #expect(polish.name(ofLanguage: "yao") == "yao")
    #expect(polish.name(of: "yao") == "yao")
    #expect(try DisplayNames(locale: "es").name(ofLanguage: "tiv") == "tiv")
  }

  @Test(arguments: SiteLocales.all)
  func `every locale of the site names every other`(locale: LocaleIdentifier) throws {
    let names = try DisplayNames(locale: locale)
    for other in SiteLocales.all { #expect(names.name(of: other) != nil, "\(other)") }
  }
}

@Suite struct RegionsTests {
  @Test func `the list of regions has codes of two letters, each once`() {
    let regions = DisplayNames.regions
    #expect(regions.count > 200)
    #expect(Set(regions).count == regions.count)
    #expect(regions.allSatisfy { $0.utf8.count == 2 })
    #expect(regions.contains("TW"))
  }
}

@Suite struct DelimitersTests {
  @Test func `quotation marks are the language's`() throws {
    #expect(try Delimiters(locale: "de").quoted("Ja") == "„Ja“")
    #expect(try Delimiters(locale: "fr").quotationStart == "«")
    #expect(try Delimiters(locale: "sv").quoted("Ja") == "”Ja”")
    #expect(try Delimiters(locale: "ja").alternateQuotationEnd == "』")
  }
}
