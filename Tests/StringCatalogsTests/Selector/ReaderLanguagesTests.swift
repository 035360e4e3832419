import LocaleIdentifiers
import LocaleServices
import Testing

@testable import StringCatalogs

@Suite struct ReaderLanguagesTests {
  private let site: Site

  init() throws {
    let entries = ["fr", "de", "sv", "zh-Hant", "en-GB", "nl", "el", "lt", "ar", "ijj"].map {
      "{ \"locale\": \"\($0)\", \"label\": \"\($0)\" }"
    }
    site = try SiteLoader.parse(
      Array(
        """
        { "source": "fr", "entries": [
          { "default": true, "locale": "fr", "label": "x" }, \(entries.joined(separator: ", ")) ] }
        """.utf8), root: "/nowhere")
  }

  @Test(
    arguments: ["fr", "nl", "el", "lt", "tr", "az", "hy", "sv", "ar", "ja", "cy"]
      as [LocaleIdentifier])
  func namesBeginWithACapitalByTheRulesOfTheLanguage(reader: LocaleIdentifier) throws {
    let names = try DisplayNames(locale: reader)
    for (entry, name) in try ReaderLanguages(of: site, reader: reader).entries {
      // A tag is no name, and stays as it is.
      let known = names.name(of: entry.locale).map { $0.capitalized(in: reader) }
      #expect(name == known ?? entry.locale.tag)
    }
  }

  @Test func theDefaultStandsFirstAndTheOthersInTheOrderOfTheReadersLanguage() throws {
    let list = try ReaderLanguages(of: site, reader: "sv").entries
    #expect(list.first?.entry.isDefault == true)
    let collator = try Collator(locale: "sv")
    let names = list.dropFirst().map(\.name)
    #expect(names == names.sorted(by: collator.areInIncreasingOrder))
  }

  @Test(arguments: [("nihongo", "ja"), ("Zhongwen", "zh"), ("ivrit", nil)])
  func anOwnNameInLatinLettersMeansItsLanguage(text: String, language: String?) throws {
    let site = try SiteLoader.parse(
      Array(
        """
        { "source": "fr", "entries": [ { "default": true, "locale": "fr", "label": "x" },
          { "locale": "ja", "label": "Japanese" }, { "locale": "zh-Hans", "label": "Chinese" } ] }
        """.utf8), root: "/nowhere")
    #expect(try LabelResolver(site: site).resolve(text)?.locale.language == language)
  }
}
