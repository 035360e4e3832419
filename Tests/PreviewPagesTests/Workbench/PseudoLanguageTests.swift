import LocaleIdentifiers
import PreviewPages
import Testing

@Suite struct PseudoLanguageTests {
  private let strings =
    #"{"title":"Salut {#strong}vous{/strong} {$n :number}","@title":{"placeholders":{"n":{"type":"number","example":2}}}}"#

  @Test func itsTagIsThatOfTheSourceWithAPrivatePart() throws {
    let pages = try SampleSite(["fr": strings]).pages
    #expect(pages.pseudoLanguage(of: "fr-x-accented") == .accented)
    #expect(pages.pseudoLanguage(of: "fr-x-other") == nil)
    #expect(pages.pseudoLanguage(of: "fr") == nil)
  }

  @Test(arguments: PseudoLanguage.allCases)
  func textChangesAndMarkupAndValuesStay(language: PseudoLanguage) throws {
    let pages = try SampleSite(["fr": strings]).pages
    let html = try #require(pages.render("index", in: language)).html
    #expect(!html.contains("Salut") || language != .accented)
    #expect(html.contains("<strong>") && html.contains("</strong>") && html.contains("2"))
    #expect(html != pages.render("index", in: "fr", mode: .preview)?.html)
  }

  @Test func theMirroredOneRunsFromRightToLeft() throws {
    let site = try SampleSite(template: "<p dir=\"{{page.dir}}\">{{{title}}}</p>", ["fr": strings])
    #expect(
      try #require(site.pages.render("index", in: .mirrored)).html.hasPrefix("<p dir=\"rtl\">"))
  }
}
