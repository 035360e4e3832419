import MessageSyntax
import Testing

@Suite("The time to parse grows with the length, no faster")
struct LinearTimeTests {
  /// Texts of a given size that a careless parser or validator takes quadratic time for.
  private static let shapes: [(name: String, make: @Sendable (Int) -> String)] = [
    (
      "variants",
      { n in
        ".input {$x :string} .match $x " + (0..<n).map { "k\($0) {{}} " }.joined() + "* {{}}"
      }
    ),
    (
      "equal variants",
      { n in
        ".input {$x :string} .match $x " + String(repeating: "k {{}} ", count: n) + "* {{}}"
      }
    ),
    (
      "variants that differ at the end",
      { n in
        ".input {$x :string} .match $x "
          + (0..<n).map { "kkkkkkkkkkkk\($0) {{}} " }.joined() + "* {{}}"
      }
    ),
    ("options", { n in "{:f " + (0..<n).map { "o\($0)=x " }.joined() + "}" }),
    ("equal options", { n in "{:f " + String(repeating: "o=x ", count: n) + "}" }),
    (
      "selectors",
      { n in
        ".input {$x :string} .match " + String(repeating: "$x ", count: n)
          + String(repeating: "* ", count: n) + "{{}}"
      }
    ),
    (
      "variables in options",
      { n in
        ".local $y = {:f " + (0..<n).map { "o\($0)=$v\($0) " }.joined() + "} {{}}"
      }
    ),
    (
      "decomposed names",
      { n in
        ".input {$x :string} .match $x "
          + (0..<n).map { "a\u{323}\u{307}\($0) {{}} " }.joined() + "* {{}}"
      }
    ),
  ]

  @Test("comparisons at most double when the text doubles", arguments: shapes.map(\.name))
  func comparisons(_ name: String) throws {
    let shape = try #require(Self.shapes.first { $0.name == name })
    var buffer = MessageSyntaxBuffer()
    var counts: [Int] = []
    for n in [250, 500, 1_000, 2_000] {
      let source = shape.make(n)
      #expect(source.utf8.count <= MessageFormat2.longestMessage)
      _ = buffer.parse(source)
      #expect(!buffer.hasSyntaxError)
      counts.append(buffer.comparisons)
    }
    for (small, large) in zip(counts, counts.dropFirst()) {
      // Some more for what does not depend on the size.
      #expect(large <= 2 * small + 200, "\(counts)")
    }
  }

  @Test("declarations are at most 256, so that their comparisons have an end")
  func declarations() {
    var buffer = MessageSyntaxBuffer()
    let source = (0..<256).map { ".local $v\($0) = {x} " }.joined() + "{{}}"
    let isValid = buffer.parse(source)
    #expect(isValid)
    #expect(buffer.comparisons < 4_000)
  }

  @Test(
    "broken messages end early and do not trap",
    arguments: [
      "{", "}", "\\", "|", ".", "{$", "{:", "{#", "{/", "{|", "{|\\", "{a @", "{a @b=", "{:f a",
      "{:f a=",
      ".input", ".input {", ".local", ".local $", ".local $a", ".local $a =", ".match", ".match $",
      ".match $a", ".match $a *", ".match $a * {", ".match $a * {{", "{{", "{{}", "{{a}",
      "\u{0}", "\u{FFFE}", "\u{61C}", "\u{3000}", "{\u{61C}", "{$\u{61C}", "{$a\u{61C}",
    ])
  func broken(_ source: String) {
    var buffer = MessageSyntaxBuffer()
    for repeats in [1, 2, 1_000] {
      let text = String(repeating: source, count: repeats)
      let isValid = buffer.parse(text)
      let diagnostics = buffer.diagnostics(in: text)
      #expect(isValid == diagnostics.isEmpty)
      for dialect in ICUMessageFormat.Dialect.allCases {
        let result = ICUMessageFormat.parse(text, dialect: dialect)
        #expect(result.isValid || !result.diagnostics.isEmpty)
      }
    }
  }

  @Test("bytes that are no UTF-8 do not trap")
  func malformed() {
    var buffer = MessageSyntaxBuffer()
    var random = Sequence(seed: 3)
    let alphabet: [UInt8] =
      Array("{}$:#/@|\\=* .ax1'<>,".utf8) + [
        0, 0x80, 0xC2, 0xD8, 0x9C, 0xE2, 0x81, 0xA6, 0xF0, 0xFF,
      ]
    for _ in 0..<20_000 {
      let length = Int.random(in: 0..<24, using: &random)
      let bytes = (0..<length).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      _ = buffer.parse(utf8: bytes.span)
      let text = String(decoding: bytes, as: UTF8.self)
      if let message = MessageFormat2.parse(text).message {
        let printed = MessageFormat2.print(message)
        #expect(MessageFormat2.parse(printed).message == message, "\(text) \(printed)")
      }
      for dialect in ICUMessageFormat.Dialect.allCases {
        guard let message = ICUMessageFormat.parse(text, dialect: dialect).message else { continue }
        checkRoundTrip(message, dialect)
      }
    }
  }
}
