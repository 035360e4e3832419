import Testing

@testable import LangueCommands

@Suite struct TextTableTests {
  @Test func `columns are as wide as their widest cell, in cells of the terminal`() {
    let table = TextTable(
      columns: [.left("language"), .right("keys"), .left("")],
      rows: [["日本語", "7", "x"], ["e\u{301}", "116", ""]])
    #expect(
      table.lines == [
        "language  keys", "日本語       7  x", "e\u{301}          116",
      ])
  }

  @Test(arguments: [
    (0.0, "░░░░░░░░░░░░░░░░░░░░"), (99.9, "███████████████████▉"), (100, "████████████████████"),
  ])
  func `only all fills the bar`(percent: Double, bar: String) {
    #expect(CoverageTable.bar(percent) == bar)
  }
}
