import StringCatalogs
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  @Test("trees are written compactly and indented, in the order given")
  func layouts() {
    let tree: JSONTree = ["z": 1, "a": [true, nil, 2.5, "x"], "e": [], "o": [:]]
    #expect(tree.text(.compact) == #"{"z":1,"a":[true,null,2.5,"x"],"e":[],"o":{}}"#)
    #expect(
      tree.text(.indented) == """
        {
          "z": 1,
          "a": [
            true,
            null,
            2.5,
            "x"
          ],
          "e": [],
          "o": {}
        }
        """)
  }

  @Test("data cannot end the script element that it stands in")
  func html() {
    let tree: JSONTree = ["<a>": ["</script><!--\u{2028}\"\\\u{1}&"]]
    #expect(
      tree.text(.compact, forHTML: true)
        == #"{"\u003ca\u003e":["\u003c/script\u003e\u003c!--\u2028\"\\\u0001\u0026"]}"#)
    #expect(tree.text(.compact).contains("</script>"))
  }

  @Test("strings are escaped where they must be, and read back the same")
  func strings() throws {
    let every = String(String.UnicodeScalarView((0...0x7FF).compactMap { Unicode.Scalar($0) }))
    for text in ["\"\\\n\r\t\u{0}\u{1F}\u{7F}", "é€😀\u{2028}\u{2029}", every] {
      let written = JSONTree.string(text).text(.compact)
      let read = try JSONDocument(parsing: Array(written.utf8)).root.string
      #expect(read.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
      #expect(!written.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{2028}" })
    }
  }

  @Test("numbers are written in the fewest digits, and what is not finite as null")
  func numbers() {
    let numbers: [Double] = [0, -0.5, 99.9, 100, 1e21, .infinity, .nan]
    #expect(
      JSONTree.array(numbers.map { .number($0) }).text(.compact)
        == "[0,-0.5,99.9,100,1e+21,null,null]")
  }

  @Test("a document's tree is written as it was read")
  func roundTrip() throws {
    let text = #"{"a":[1,-2.5,true,null,"é"],"b":{"c":""}}"#
    let document = try JSONDocument(parsing: Array(text.utf8))
    #expect(JSONTree(document.root).text(.compact) == text)
  }
}
