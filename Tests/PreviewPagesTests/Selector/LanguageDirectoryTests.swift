import LocaleIdentifiers
import LocaleServices
import StringCatalogs
import Testing

@testable import PreviewPages

@Suite struct LanguageDirectoryTests {
  @Test(arguments: ["fr", "ja", "ar", "sv"] as [LocaleIdentifier])
  func pagesListTheLanguagesAsTheSelectorDoes(reader: LocaleIdentifier) throws {
    let site = try RepositorySite.load().site
    let directory = LanguageDirectory(site: site)
    let links = directory.links(in: reader)
    let entries = try LanguageSelector(site: site, reader: reader).entries
    #expect(links.count == 48)
    #expect(links.map(\.tag) == entries.map(\.locale.tag))
    #expect(links.map(\.endonym) == entries.map(\.endonym))
    #expect(links.map(\.name) == entries.map(\.name))
    #expect(links.map(\.direction) == entries.map(\.direction.html))
  }

  @Test func everyLanguageIsFoundByItsNameInEveryOther() throws {
    let site = try RepositorySite.load().site
    let terms = LanguageDirectory(site: site).searchTerms
    let korean = try #require(terms.first { $0.tag == "ko" }).terms
    for name in ["Koreanisch", "coréen", "韩语", "الكورية", "South Korea", "Kore", "liish"] {
      let isThere = korean.contains { $0.lowercased().contains(name.lowercased()) }
      #expect(isThere == (name != "liish"), "\(name)")
    }
    #expect(try #require(terms.first { $0.tag == "es" }).terms.contains("liish"))
  }

  @Test(arguments: [("ja", "Nihongo"), ("zh-Hant", "Zhongwen"), ("ko", "Hangugeo")])
  func aLanguageIsFoundByItsOwnNameInLatinLetters(tag: String, name: String) throws {
    let terms = LanguageDirectory(site: try RepositorySite.load().site).searchTerms
    #expect(terms.first { $0.tag == tag }?.terms.contains(name) == true)
  }

  @Test func aListThatWasMadeBeforeFollowsWhatIsOffered() throws {
    var directory = LanguageDirectory(site: try RepositorySite.load().site)
    #expect(directory.links(in: "fr").count == 48)
    directory.offers = ["de": .withheld, "it": .apart]
    let links = directory.links(in: "fr")
    #expect(links.count == 47 && !links.contains { $0.tag == "de" })
    #expect(links.filter(\.isIncomplete).map(\.tag) == ["it"])
    #expect(directory.links(in: "de").contains { $0.tag == "de" })
  }

  @Test func quotationMarksAreTheLanguagesOwn() throws {
    let css = LanguageDirectory(site: try RepositorySite.load().site).quotesCSS
    #expect(css.contains(":lang(de) { quotes: \"„\" \"“\" \"‚\" \"‘\"; }"))
    #expect(css.contains(":lang(ja) { quotes: \"「\" \"」\" \"『\" \"』\"; }"))
    #expect(css.contains(":lang(fr) { quotes: \"«\u{202F}\" \"\u{202F}»\""))
  }
}
