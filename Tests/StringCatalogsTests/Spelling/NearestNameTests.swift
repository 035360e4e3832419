import StringCatalogs
import Testing

@Suite("The name that was meant")
struct NearestNameTests {
  private let names = ["description", "maxLength", "state", "source", "placeholders"]

  @Test(
    "a misspelling finds its name",
    arguments: [
      ("desciption", "description"), ("maxlength", "maxLength"), ("sate", "state"),
      ("soruce", "source"), ("placeholder", "placeholders"), ("STATE", "state"),
    ])
  func found(name: String, meant: String) {
    #expect(NearestName.of(name, among: names) == meant)
  }

  @Test("another word finds none", arguments: ["", "x", "comment", "translated", "maximumNumber"])
  func notFound(name: String) {
    #expect(NearestName.of(name, among: names) == nil)
  }

  @Test("the nearest wins, and a very long word is not compared")
  func nearest() {
    #expect(NearestName.of("locals", among: ["locate", "local"]) == "local")
    let long = String(repeating: "a", count: 65)
    #expect(NearestName.of(long, among: [long]) == nil)
  }
}
