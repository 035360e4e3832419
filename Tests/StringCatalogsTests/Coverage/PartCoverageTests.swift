import LocaleIdentifiers
import StringCatalogs
import Testing

@Suite("Coverage of the parts of a site")
struct PartCoverageTests {
  private let source = #"""
    {
      "a.title": "Deux mots",
      "a.count": ".input {$n :integer} .match $n one {{{$n} mot}} * {{{$n} mots bien longs}}",
      "b.list": "{$items}",
      "@b.list": {"placeholders": {"items": {"type": "list", "keys": ["b.one", "b.two"]}}},
      "b.one": "un",
      "b.two": "deux et trois",
      "c.hidden": "personne ne voit cela",
      "d.made": "fait par le programme"
    }
    """#

  private func coverage(_ translation: String, _ pages: [ShownPage]) throws -> Coverage {
    let site = site(targets: ["pl"])
    let meter = try CoverageMeter(
      site: site, source: catalogs(source, locale: "fr"), pages: pages)
    return meter.coverage(of: [try meter.measure(catalogs(translation, locale: "pl"))])
  }

  @Test("a page weighs the words that it shows, as often as it shows them")
  func weights() throws {
    let page = ShownPage(
      name: "index", keys: ["a.title", "a.count", "a.title", "unknown"], sections: ["d"])
    let coverage = try coverage(#"{"a.title": "x", "c.hidden": "y"}"#, [page])
    let part = try #require(coverage.pages.first)
    // Two words, twice; the longest variant's three; the four that the program shows.
    #expect(part.total == 2 + 3 + 2 + 4)
    #expect(part.locales[0].translated == 4)
    #expect(part.locales[0].percent == 36.3)
    #expect(coverage.shownPercent(of: "pl") == 36.3)
  }

  @Test("a list shows the messages that it is made of, and a placeholder alone is a word")
  func lists() throws {
    let page = ShownPage(name: "index", keys: ["b.list"])
    let part = try #require(try coverage(#"{"b.two": "x"}"#, [page]).pages.first)
    #expect(part.total == 1 + 1 + 3)
    #expect(part.locales[0].translated == 3)
  }

  @Test("without a page nothing is shown")
  func pageless() throws {
    #expect(try coverage("{}", []).shownPercent(of: "pl") == nil)
  }

  @Test("catalogues and sections are counted by keys")
  func parts() throws {
    let coverage = try coverage(#"{"a.title": "x", "b.one": "y"}"#, [])
    #expect(coverage.catalogs.map(\.total) == [7])
    #expect(coverage.catalogs[0].locales[0].translated == 2)
    #expect(coverage.sections.map(\.name) == ["a", "b", "c", "d"])
    #expect(coverage.sections.map(\.percent) == [50, 33.3, 0, 0])
    #expect(coverage.percent == 28.5)
  }
}
