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
    (18, []), (17, ["words"]), (11, ["words"]), (10, ["keys", "words"]), (0, ["keys", "words"]),
  ])
  func `a table that is too wide does without what it can`(width: Int, dropped: [String]) {
    var table = TextTable(
      columns: [.left("a"), .right("keys"), .right("words"), .left("b")],
      rows: [["日", "7", "9", "x"]])
    #expect(table.fit(into: width, dropping: ["words", "keys"]) == dropped)
    #expect(table.lines[1].hasPrefix("日"))
    #expect(table.rows[0].count == 4 - dropped.count)
  }

  @Test(arguments: [
    (0.0, "░░░░░░░░░░░░░░░░░░░░"), (99.9, "███████████████████▉"), (100, "████████████████████"),
  ])
  func `only all fills the bar`(percent: Double, bar: String) {
    #expect(CoverageTable.bar(percent) == bar)
  }
}
