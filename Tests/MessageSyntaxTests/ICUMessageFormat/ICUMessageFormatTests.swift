import Diagnostics
import MessageSyntax
import Testing

@Suite("Parsing ICU MessageFormat 1")
struct ICUMessageFormatTests {
  /// The elements of a message, in a short form.
  private func outline(_ message: ICUMessage) -> String {
    message.elements.map { element in
      switch element {
      case .text(let text): "[\(text.value)]"
      case .number: "#"
      case .tag(let tag): "<\(tag.name)>" + (tag.content.map(outline) ?? "")
      case .argument(let argument):
        switch argument.kind {
        case .plain: "(\(argument.name))"
        case .number(let style): "(\(argument.name) number \(style))"
        case .date(let style): "(\(argument.name) date \(style))"
        case .time(let style): "(\(argument.name) time \(style))"
        case .spellout(let style): "(\(argument.name) spellout \(style))"
        case .ordinal(let style): "(\(argument.name) ordinal \(style))"
        case .duration(let style): "(\(argument.name) duration \(style))"
        case .choice(let branches):
          "(\(argument.name) choice"
            + branches.map {
              " \($0.limit.value)\($0.isExclusive ? "<" : "#")\(outline($0.message))"
            }
            .joined() + ")"
        case .plural(let plural):
          "(\(argument.name) \(plural.isOrdinal ? "ordinal" : "plural") \(plural.offset.value)"
            + plural.branches.map { branch in
              switch branch.selector {
              case .exact(let number): " =\(number.value)\(outline(branch.message))"
              case .keyword(let keyword): " \(keyword)\(outline(branch.message))"
              }
            }.joined() + ")"
        case .select(let branches):
          "(\(argument.name) select"
            + branches.map { " \($0.key)\(outline($0.message))" }.joined() + ")"
        }
      }
    }.joined()
  }

  @Test(
    "apostrophes quote only in front of what is syntax there",
    arguments: [
      ("l'homme", "[l'homme]"),
      ("a''b", "[a'b]"),
      ("'", "[']"),
      ("a'", "[a']"),
      ("'{a''b}'", "[{a'b}]"),
      ("a '{''}' b", "[a {'} b]"),
      ("'{a", "[{a]"),
      ("'#'", "['#']"),
      ("'|'", "['|']"),
      ("}", "[}]"),
      (
        "{n, plural, other {'#' # {n, select, other {# '#' }}}}",
        "(n plural 0.0 other[# ]#[ ](n select other[# '#' ]))"
      ),
      ("{n, choice, 0#a'|'b|1#c # '#' }", "(n choice 0.0#[a|b] 1.0#[c # '#' ])"),
      ("<b>l'<a></b>", "[<b>l'<a></b>]"),
    ])
  func quotes(_ source: String, _ expected: String) throws {
    let message = try #require(ICUMessageFormat.parse(source).message)
    #expect(outline(message) == expected)
  }

  @Test(
    "arguments have the types and styles that ICU knows",
    arguments: [
      ("{ 0 }", "(0)"),
      ("{é_1}", "(é_1)"),
      ("{n,NUMBER}", "(n number standard)"),
      ("{n, number, }", "(n number standard)"),
      ("{n, number, Integer }", "(n number named(\"integer\"))"),
      ("{n, number, #,##0.00}", "(n number pattern(\" #,##0.00\"))"),
      ("{n, number, :: currency/EUR}", "(n number skeleton(\" currency/EUR\"))"),
      ("{d, date, short}{d, time,full}", "(d date named(\"short\"))(d time named(\"full\"))"),
      ("{d, date, d. MMMM 'um' y}", "(d date pattern(\" d. MMMM \\\'um\\\' y\"))"),
      ("{d, date, ::yMMMd}", "(d date skeleton(\"yMMMd\"))"),
      ("{n, spellout}{n, spellout, %x}", "(n spellout standard)(n spellout named(\" %x\"))"),
      ("{n, ordinal}{n, duration}", "(n ordinal standard)(n duration standard)"),
      ("{n, choice, -∞<a|1.5≤b}", "(n choice -inf<[a] 1.5#[b])"),
      (
        "{n,plural,offset: -1 =1{a}=1.5{b}one{c}other{#}}",
        "(n plural -1.0 =1.0[a] =1.5[b] one[c] other#)"
      ),
      ("{n, selectordinal, other{#}}", "(n ordinal 0.0 other#)"),
      ("{n, plural, =+5{} =1.{} =.5e1{} other{}}", "(n plural 0.0 =5.0 =1.0 =5.0 other)"),
    ])
  func arguments(_ source: String, _ expected: String) throws {
    let message = try #require(
      ICUMessageFormat.parse(source).message, "\(ICUMessageFormat.parse(source).diagnostics)")
    #expect(outline(message) == expected)
  }

  @Test(
    "an error is reported once, at the smallest text that shows it",
    arguments: [
      ("Hello 1️⃣{2️⃣name", "`{` is never closed"),
      ("Hello 1️⃣{2️⃣", "`{` is never closed"),
      ("Hello 1️⃣{}2️⃣", "placeholder is empty"),
      ("Hello {1️⃣!2️⃣}", "name of an argument cannot start with `!`"),
      ("Hello {a1️⃣.2️⃣b}", "unexpected `.` behind the name of an argument"),
      ("Hello {a 1️⃣b2️⃣}", "unexpected `b` behind the name of an argument"),
      ("{1️⃣012️⃣}", "number of an argument has a leading zero: `01`"),
      ("{1️⃣327682️⃣}", "number of an argument is above 32767: `32768`"),
      ("1️⃣{n,}2️⃣", "expected a type behind the comma"),
      ("{n, 1️⃣numbr2️⃣}", "unknown type `numbr`"),
      ("{n, 1️⃣plural2️⃣}", "`plural` has no branches"),
      ("{n, 1️⃣plural2️⃣, one {a}}", "`plural` has no `other` branch"),
      ("{n, 1️⃣select2️⃣, }", "`select` has no `other` branch"),
      ("{n, plural, 1️⃣one2️⃣ other {}}", "branch `one` has no text"),
      ("{n, plural, one {} 1️⃣offset:2️⃣1 other {}}", "`offset:` stands behind a branch"),
      ("{n, plural, 1️⃣offset:2️⃣ other {}}", "`offset:` has no number"),
      ("{n, plural, =1️⃣1-2️⃣ {} other {}}", "`1-` is not a number"),
      ("{n, plural, 1️⃣=2️⃣ {} other {}}", "unexpected `=` between branches"),
      ("{n, select, 1️⃣=2️⃣1 {} other {}}", "unexpected `=` between branches"),
      ("{n, choice, 1️⃣a2️⃣#b}", "expected a number"),
      ("{n, choice, 1 1️⃣a2️⃣}", "expected `#`, `<` or `≤` behind the number"),
      ("{n, plural, other 1️⃣{2️⃣a}", "unexpected"),
      ("{n, date, 1️⃣'2️⃣a}", "`'` in a style is never closed"),
      ("{n, number,1️⃣ ::nonsense2️⃣}", "ICU does not know the number skeleton"),
      ("{n, number,1️⃣ #.#.#2️⃣}", "ICU does not know the number style"),
    ])
  func errors(_ text: String, _ expected: String) {
    let (source, span) = marked(text)
    let result = ICUMessageFormat.parse(source)
    #expect(result.message == nil)
    #expect(result.diagnostics.count == 1)
    #expect(result.diagnostics.allSatisfy { $0.help != nil })
    if expected == "unexpected" { return }
    #expect(result.diagnostics.first?.message == expected)
    #expect(result.diagnostics.first?.span == span)
  }

  @Test("a branch that stands there twice is a warning for ICU and an error for FormatJS")
  func duplicates() {
    let source = "{n, plural, =1 {a} =1.0 {b} other {c}}"
    let result = ICUMessageFormat.parse(source)
    #expect(result.isValid)
    #expect(result.diagnostics.map(\.code) == ["duplicate-variant"])
    #expect(!ICUMessageFormat.parse(source, dialect: .formatJS).isValid)
  }

  @Test("messages stand 32 deep in each other, and no deeper")
  func nesting() {
    for (depth, code) in [
      (31, nil), (32, nil), (33, "nesting-too-deep"), (3_000, "nesting-too-deep"),
    ] {
      let source =
        String(repeating: "{n,select,other{", count: depth) + String(repeating: "}}", count: depth)
      let result = ICUMessageFormat.parse(source)
      #expect(result.diagnostics.first?.code == code)
    }
  }

  @Test("a message of 65536 bytes and 256 arguments is read, and no more")
  func limits() {
    for (length, code) in [(65_535, nil), (65_536, nil), (65_537, "message-too-long")] {
      let result = ICUMessageFormat.parse(String(repeating: "a", count: length))
      #expect(result.diagnostics.first?.code == code)
    }
    for (count, code) in [(255, nil), (256, nil), (257, "too-many-placeholders")] {
      let result = ICUMessageFormat.parse(String(repeating: "{a}", count: count))
      #expect(result.diagnostics.first?.code == code)
    }
  }

  @Test(
    "what is printed parses to the same message",
    arguments: [
      "it''s '{'''a {n} l'homme'", "{n, plural, offset:1 =1 {'#' #} other {'{#}'}}",
      "{n, choice, 0#a'|'b|1<c}", "{d, date, d. 'um' y}{n, number, ::.00}{n, number, integer}",
      "'", "''{a}''", "'{''}'", "{n, spellout, %a}{n, ordinal,%b}{n, duration,  }",
    ])
  func roundTrips(_ source: String) throws {
    for dialect in ICUMessageFormat.Dialect.allCases {
      guard let message = ICUMessageFormat.parse(source, dialect: dialect).message else { continue }
      checkRoundTrip(message, dialect)
    }
  }
}

/// Printing a message and parsing the text gives a message that prints the same.
func checkRoundTrip(
  _ message: ICUMessage, _ dialect: ICUMessageFormat.Dialect,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let text = ICUMessageFormat.print(message, dialect: dialect)
  let again = ICUMessageFormat.parse(text, dialect: dialect).message
  #expect(again == message, "\(text)", sourceLocation: sourceLocation)
}
