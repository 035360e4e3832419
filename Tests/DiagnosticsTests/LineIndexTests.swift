import Diagnostics
import Testing

@Suite struct LineIndexTests {
  private func place(_ text: String, _ offset: Int) -> String {
    let position = LineIndex(Array(text.utf8)).position(at: offset)
    return "\(position.line):\(position.column)@\(position.offset)"
  }

  @Test(arguments: [
    ("a\nb", 2, "2:1@2"),
    ("a\r\nb", 3, "2:1@3"),
    ("a\rb", 2, "2:1@2"),
    ("a\r\rb", 3, "3:1@3"),
    ("a\n\rb", 3, "3:1@3"),
  ])
  func `a line ends at LF, CR or both`(text: String, offset: Int, expected: String) {
    #expect(place(text, offset) == expected)
  }

  @Test func `the end of a line belongs to the line it ends`() {
    #expect(place("ab\ncd", 2) == "1:3@2")
    #expect(place("ab\r\ncd", 3) == "1:4@3")
  }

  @Test func `columns count Unicode scalars, offsets count bytes`() {
    #expect(place("é!", 2) == "1:2@2")
    #expect(place("日本!", 6) == "1:3@6")
    #expect(place("🧑‍🎨!", 11) == "1:4@11")
    #expect(place("e\u{301}!", 3) == "1:3@3")
  }

  @Test func `an offset outside the text counts as its nearest end`() {
    #expect(place("ab", -5) == "1:1@0")
    #expect(place("ab", 99) == "1:3@2")
    #expect(place("", 1) == "1:1@0")
    #expect(place("ab\n", 3) == "2:1@3")
  }

  @Test func `a range has both its ends, on two lines if need be`() {
    let range = LineIndex(Array("añb\nc".utf8)).range(1..<6)
    #expect(range.start == SourcePosition(line: 1, column: 2, offset: 1))
    #expect(range.end == SourcePosition(line: 2, column: 2, offset: 6))
  }

  @Test func `the text of a line comes without its end, and of no line is empty`() {
    let index = LineIndex(Array("un\r\ndeux\rtrois\n".utf8))
    #expect((0...5).map { index.text(ofLine: $0) } == ["", "un", "deux", "trois", "", ""])
  }

  @Test func `every byte of a text lies on one line, and positions only grow`() {
    let text = Array("a\r\nb\n\n\rcé\r\r\nd".utf8)
    let index = LineIndex(text)
    let positions = (0...text.count).map { index.position(at: $0) }
    for (left, right) in zip(positions, positions.dropFirst()) {
      #expect(left < right)
      #expect(left.line < right.line || (left.line == right.line && left.column <= right.column))
      #expect(right.line - left.line <= 1)
    }
  }
}
