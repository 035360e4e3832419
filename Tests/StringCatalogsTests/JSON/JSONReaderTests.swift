import Diagnostics
import StringCatalogs
import Testing

@Suite("Reading JSON")
struct JSONReaderTests {
  @Test("values come with their places")
  func values() throws {
    let text = #"{"a": [1, -2.5e3, true, null], "b": {"c": "é"}}"#
    let root = try parse(text).root
    let members = Array(root.members)
    #expect(members.map { $0.key.string } == ["a", "b"])
    let elements = Array(members[0].value.elements)
    #expect(elements.map(\.kind) == [.number, .number, .boolean, .null])
    #expect(elements[0].integer == 1)
    #expect(elements[1].double == -2500)
    #expect(elements[1].integer == nil)
    #expect(elements[2].boolean == true)
    let inner = try #require(members[1].value.member("c"))
    #expect(inner.string == "é")
    #expect(Array(text.utf8)[inner.span].elementsEqual("\"é\"".utf8))
    #expect(root.span == 0..<text.utf8.count)
  }

  @Test("duplicate members stay visible, in the order of the file")
  func duplicates() throws {
    let root = try parse(#"{"a": 1, "b": 2, "a": 3}"#).root
    #expect(root.members.map { $0.key.string } == ["a", "b", "a"])
    #expect(root.member("a")?.integer == 1)
  }

  @Test(
    "every escape is resolved",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
      (#""\u0041\u00e9\u20AC""#, "Aé€"),
      (#""\ud83d\ude00!""#, "😀!"),
      (#""\u0000""#, "\u{0}"),
      (#""plain""#, "plain"),
      (#""""#, ""),
    ])
  func escapes(text: String, expected: String) throws {
    #expect(try parse(text).root.string == expected)
  }

  @Test("a place in an escaped string leads to its place in the file")
  func offsets() throws {
    let text = #"{"k": "l\u00e9a \ud83d\ude00\n{x}"}"#
    let value = try #require(try parse(text).root.member("k"))
    let (decoded, offsets) = try #require(value.decoded)
    #expect(decoded == "léa 😀\n{x}")
    let bytes = Array(text.utf8)
    for (character, written) in [("a", "a"), ("l", "l"), ("{", "{"), ("x", "x"), ("}", "}")] {
      let place = try #require(Array(decoded.utf8).firstIndex(of: Array(character.utf8)[0]))
      let range = offsets.fileRange(of: place..<place + 1)
      #expect(String(decoding: bytes[range], as: UTF8.self) == written)
    }
    // The whole of an escaped character is the whole of its escape.
    #expect(String(decoding: bytes[offsets.fileRange(of: 1..<3)], as: UTF8.self) == #"\u00e9"#)
    #expect(
      String(decoding: bytes[offsets.fileRange(of: 5..<9)], as: UTF8.self) == #"\ud83d\ude00"#)
    #expect(offsets.fileOffset(of: decoded.utf8.count) == value.span.upperBound - 1)
  }

  @Test("32 values inside one another are read, 33 are not")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(throws: Never.self) { try parse(nested(31)) }
    #expect(throws: Never.self) { try parse(nested(32)) }
    let fault = try #require(diagnose(nested(33)))
    #expect(fault.span == 32..<33)
    #expect(diagnose(String(repeating: "[", count: 1_000_000)) != nil)
  }

  @Test("a file of 16 MiB is read, one byte more is not")
  func size() throws {
    let limit = JSONDocument.maximumSize
    func spaces(_ count: Int) -> [UInt8] {
      [UInt8](repeating: 0x20, count: count - 2) + [0x7B, 0x7D]
    }
    #expect(throws: Never.self) { try JSONDocument(parsing: spaces(limit - 1)) }
    #expect(throws: Never.self) { try JSONDocument(parsing: spaces(limit)) }
    do {
      _ = try JSONDocument(parsing: spaces(limit + 1))
      Issue.record("a file above the limit was read")
    } catch {
      #expect(error.code == "too-large")
    }
  }

  @Test("a byte order mark is passed over and told")
  func byteOrderMark() throws {
    let document = try JSONDocument(parsing: [0xEF, 0xBB, 0xBF] + Array("{}".utf8))
    #expect(document.hasByteOrderMark)
    #expect(document.root.span == 3..<5)
    #expect(try !parse("{}").hasByteOrderMark)
  }

  /// Each fault, the text it is found at (marked by the span), and what is said.
  @Test(
    "a fault is found at the smallest text that shows it",
    arguments: [
      (#"{"a": 1,}"#, 7..<8, "comma behind the last member"),
      ("[1, 2,]", 5..<6, "comma behind the last value"),
      ("{\"a\": 1 // x\n}", 8..<9, "a comment, which JSON does not have"),
      ("# x\n{}", 0..<1, "a comment, which JSON does not have"),
      (#"{"a" 1}"#, 5..<6, "expected `:` behind the name, found `1`"),
      (#"{"a": 1 "b": 2}"#, 8..<9, "expected `,` or `}`, found a string"),
      ("{a: 1}", 1..<2, "expected a name in double quotes, found `a`"),
      ("['a']", 1..<2, "text in single quotes"),
      ("[True]", 1..<5, "unknown word `True`"),
      ("[NaN]", 1..<4, "unknown word `NaN`"),
      ("[01]", 1..<3, "a number with a zero in front"),
      ("[1.]", 1..<3, "expected a digit after the decimal point"),
      ("[+1]", 1..<2, "a number does not start with `+`"),
      ("[\"a\nb\"]", 3..<4, "line break inside a string"),
      ("[\"a\u{1}b\"]", 3..<4, "control character U+0001 inside a string"),
      (#"["\x"]"#, 2..<4, #"unknown escape `\x`"#),
      (#"["\u12g4"]"#, 2..<8, #"`\u` without four hexadecimal digits"#),
      (#"["\ud800!"]"#, 2..<8, #"`\ud800` is half of a surrogate pair"#),
      (#"["\ude00"]"#, 2..<8, #"`\ude00` is half of a surrogate pair"#),
      (#"{"a": {"#, 7..<7, "the file ends inside an object"),
      (#"["a"#, 3..<3, "the file ends inside a string"),
      ("[1}", 2..<3, "expected `]`, found `}`"),
      ("{} {}", 3..<4, "`{` behind the end of the JSON value"),
      ("", 0..<0, "the file is empty"),
      ("  ", 2..<2, "the file is empty"),
    ])
  func faults(text: String, span: Range<Int>, message: String) throws {
    let fault = try #require(diagnose(text))
    #expect(fault.span == span)
    #expect(fault.message == message)
    #expect(fault.severity == .error)
  }

  @Test(
    "what is not UTF-8 is refused where it stands",
    arguments: [
      ([0x22, 0xE9, 0x22], 1..<2),  // Latin-1
      ([0x22, 0xC0, 0xAF, 0x22], 1..<2),  // overlong
      ([0x22, 0x61, 0xED, 0xA0, 0x80, 0x22], 2..<3),  // a surrogate
      ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1..<2),  // above U+10FFFF
      ([0x22, 0xE2, 0x82], 1..<2),  // cut off
      ([0xFF, 0xFE, 0x7B, 0x00], 0..<2),  // UTF-16
      ([0x7B, 0x00, 0x7D, 0x00], 0..<2),
      ([0x00, 0x7B, 0x00, 0x7D], 0..<2),
    ] as [([UInt8], Range<Int>)])
  func encodings(bytes: [UInt8], span: Range<Int>) throws {
    do {
      _ = try JSONDocument(parsing: bytes)
      Issue.record("read as UTF-8")
    } catch {
      #expect(error.code == "invalid-utf-8")
      #expect(error.span == span)
    }
  }

  @Test("the end of a string is found wherever it stands in a word of eight bytes")
  func ends() throws {
    for length in 0...40 {
      for filler in ["a", "é", "~", "!"] {
        let content = String(repeating: filler, count: length)
        let text = "[\"\(content)\", \"\(content)\\n\"]"
        let elements = try Array(parse(text).root.elements.compactMap(\.string))
        #expect(elements == [content, content + "\n"])
      }
    }
  }

  private func parse(_ text: String) throws -> JSONDocument {
    try JSONDocument(parsing: Array(text.utf8))
  }

  private func diagnose(_ text: String) -> Diagnostic? {
    do {
      _ = try JSONDocument(parsing: Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }
}
