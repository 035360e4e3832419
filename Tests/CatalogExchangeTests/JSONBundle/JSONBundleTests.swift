import LocaleIdentifiers
import StringCatalogs
import Testing

@testable import CatalogExchange

@Suite struct JSONBundleTests {
  private func catalogs(_ tag: String, _ json: String) throws -> LocaleCatalogs {
    let locale = try #require(LocaleIdentifier(tag))
    let file = CatalogFile(path: "Strings/\(tag)/page.json", bytes: Array(json.utf8))
    return LocaleCatalogs(locale: locale, catalogs: [CatalogReader.json.read(file, locale)])
  }

  @Test func `a bundle holds own text, and borrowed text under the locale that lends it`() throws {
    let french = try catalogs(
      "fr", #"{"a": "Un", "b": "Deux", "c": "Trois {$n}", "d": "Quatre", "e": "Cinq"}"#)
    let british = try catalogs("en-GB", #"{"a": "One", "b": "Two", "d": ""}"#)
    let american = try catalogs(
      "en-US",
      #"{"c": "Three {$n}", "e": "Five {", "d": "Four", "@d": {"state": "initial"}, "x": "?"}"#)
    let bundle = JSONBundle(american, chain: [british, french], source: french)
    #expect(
      bundle.json == """
        {
          "version": 1,
          "locale": "en-US",
          "direction": "ltr",
          "messages": {
            "c": "Three {$n}"
          },
          "fallback": {
            "en-GB": {
              "a": "One",
              "b": "Two"
            },
            "fr": {
              "d": "Quatre",
              "e": "Cinq"
            }
          }
        }

        """)
    #expect(bundle.fileName == "en-US.json")
    #expect(bundle.broken == ["e"])
  }

  @Test func `the source borrows nothing and keeps its order`() throws {
    let arabic = try catalogs("ar", #"{"z": "ي", "a": "ا"}"#)
    let bundle = JSONBundle(arabic, chain: [], source: arabic)
    #expect(bundle.messages.map(\.key) == ["z", "a"])
    #expect(bundle.fallback.isEmpty)
    #expect(bundle.json.contains(#""direction": "rtl""#))
    #expect(bundle.json.contains(#""fallback": {}"#))
  }
}
