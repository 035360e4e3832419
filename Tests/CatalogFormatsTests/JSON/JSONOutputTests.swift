import Testing

@testable import CatalogFormats

@Suite struct JSONOutputTests {
  @Test(arguments: [
    ("plain é 日本", #""plain é 日本""#), ("\"\\/", #""\"\\/""#),
    ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
    ("\u{0}\u{1B}\u{7F}\u{9B}", #""\u0000\u001b\u007f\u009b""#), ("\u{2028}", #""\u2028""#),
  ])
  func `strings are escaped as JSON and for terminals`(text: String, literal: String) {
    #expect(JSONOutput.string(text).text() == literal)
  }

  @Test func `members keep their order`() {
    let value = JSONOutput.object([("b", 1), ("a", [true, .null, "x"]), ("c", .object([]))])
    #expect(value.text() == #"{"b":1,"a":[true,null,"x"],"c":{}}"#)
    #expect(
      value.text(pretty: true) == """
        {
          "b": 1,
          "a": [
            true,
            null,
            "x"
          ],
          "c": {}
        }
        """)
  }

  @Test(arguments: [(0, "0.0"), (5, "0.5"), (999, "99.9"), (1000, "100.0"), (-15, "-1.5")])
  func `tenths have one decimal place`(tenths: Int, text: String) {
    #expect(JSONOutput.tenths(tenths).text() == text)
  }
}
