import StringCatalogs
import Testing

@Suite("Names that many others are compared with")
struct NameIndexTests {
  private static let names = [
    "cart.empty", "cart.items", "cart.title", "Cart.Total", "größe", "naïve", "page.title",
    "page.titles", String(repeating: "a", count: 65),
  ]

  @Test(
    "an index answers as the comparison with each name does",
    arguments: [
      "cart.titel", "cart.emty", "crat.items", "CART.TITLE", "page.titlez", "cart.total", "grösse",
      "naive", "größen", "checkout", "", "c", "pagetitles", "page.tiles", "a.b",
      String(repeating: "a", count: 64), String(repeating: "a", count: 66),
    ])
  func agrees(name: String) {
    #expect(
      NameIndex(Self.names).nearest(to: name) == NearestName.of(name, among: Self.names))
  }

  @Test("of names that are as near, the first wins")
  func first() {
    #expect(NameIndex(["key.12", "key.13", "key.1"]).nearest(to: "key.11") == "key.12")
  }
}
