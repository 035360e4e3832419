import Testing

@testable import LangueCommands

@Suite struct PrintableTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("français 日本", "français 日本"), ("a\u{1B}[31m", "a\\u{1B}[31m"),
    ("two\r\nlines", "two\\u{D}\\u{A}lines"), ("\u{9B}", "\\u{9B}"),
    ("a\u{202E}b", "a\\u{202E}b"), ("\u{7F}", "\\u{7F}"), ("a\u{2028}b", "a\\u{2028}b"),
  ])
  func `what would command a terminal is written out`(text: String, shown: String) {
    #expect(PrintableText(text).description == shown)
  }
}
