import Testing

@testable import langue

@Suite struct CellWidthTests {
  @Test(arguments: [
    ("", 0), ("français", 8), ("日本語", 6), ("한국어", 6), ("e\u{301}", 1), ("हिन्दी", 5),
    ("العربية", 7), ("ภาษาไทย", 7), ("👍", 2), ("a\u{200D}b", 2), ("｡", 1), ("，", 2),
  ])
  func `a text takes the cells that a terminal gives it`(text: String, width: Int) {
    #expect(CellWidth.of(text) == width)
  }

  @Test func `padding counts cells, not characters`() {
    #expect(CellWidth.padded("日本", to: 6) == "日本  ")
    #expect(CellWidth.padded("日本", to: 6, right: true) == "  日本")
    #expect(CellWidth.padded("longer", to: 2) == "longer")
  }
}
