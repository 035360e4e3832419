import Diagnostics
import MessageSyntax
import Testing

@Suite("Carrying ICU MessageFormat 1 to MessageFormat 2")
struct ICUToMessageFormat2Tests {
  private func convert(_ source: String) throws -> Conversion<Message> {
    ICUMessageFormat.convertToMessageFormat2(
      try #require(ICUMessageFormat.parse(source, dialect: .formatJS).message))
  }

  @Test(
    "a message becomes what a person would have written",
    arguments: [
      ("Hello {name}!", "Hello {$name}!"),
      ("a'{'b'}'\\", "a\\{b\\}\\\\"),
      (".x", "{{.x}}"),
      ("{0} {1a} {name}", "{$arg0} {$arg1a} {$name}"),
      ("<b>Hi</b><br/>", "{#b}Hi{/b}{#br/}"),
      (
        "{n, plural, one {# file} other {# files}}.",
        ".input {$n :number}\n.match $n\none {{{$n} file.}}\n* {{{$n} files.}}"
      ),
      (
        "{n, plural, =0 {none} =1 {one} other {#}}",
        ".input {$n :number}\n.match $n\n0 {{none}}\n1 {{one}}\n* {{{$n}}}"
      ),
      (
        "{n, selectordinal, one {#st} other {#th}}",
        ".input {$n :number select=ordinal}\n.match $n\none {{{$n}st}}\n* {{{$n}th}}"
      ),
      (
        "{g, select, male {He} other {They}} left",
        ".input {$g :string}\n.match $g\nmale {{He left}}\n* {{They left}}"
      ),
      (
        "{g, select, male {He ({g})} other {They}}",
        ".input {$g}\n.local $g_select = {$g :string}\n.match $g_select\n"
          + "male {{He ({$g})}}\n* {{They}}"
      ),
      (
        "{n, plural, offset:1 =0 {nobody} =1 {you} one {you and # other} other {you and # others}}",
        ".input {$n :number}\n.local $n_minus1 = {$n :offset subtract=1}\n.match $n $n_minus1\n"
          + "0 * {{nobody}}\n1 * {{you}}\n* one {{you and {$n_minus1} other}}\n"
          + "* * {{you and {$n_minus1} others}}"
      ),
      (
        "{n, plural, one {a} other {b}} {n, plural, one {c} other {d}}",
        ".input {$n :number}\n.match $n\none {{a c}}\n* {{b d}}"
      ),
      (
        "{n, plural, one {a} other {b}} {n, selectordinal, one {c} other {d}}",
        ".input {$n :number}\n.local $n_ordinal = {$n :number select=ordinal}\n"
          + ".match $n $n_ordinal\none one {{a c}}\none * {{a d}}\n* one {{b c}}\n* * {{b d}}"
      ),
      (
        "{g, select, m {{n, plural, one {a} other {b}}} other {{n, plural, one {c} other {d}}}}",
        ".input {$g :string}\n.input {$n :number}\n.match $g $n\nm one {{a}}\nm * {{b}}\n"
          + "* one {{c}}\n* * {{d}}"
      ),
    ])
  func layout(_ source: String, _ expected: String) throws {
    let conversion = try convert(source)
    #expect(conversion.message.map(MessageFormat2.print) == expected)
    #expect(conversion.diagnostics.isEmpty)
  }

  @Test(
    "types, styles and skeletons become functions and options",
    arguments: [
      ("number", "number"),
      ("number, percent", "percent roundingMode=halfEven"),
      ("number, ::currency/EUR", "currency currency=EUR"),
      (
        "number, ::currency/EUR .00 unit-width-narrow",
        "currency currency=EUR fractionDigits=2 roundingMode=halfEven currencyDisplay=narrowSymbol"
      ),
      ("number, ::percent scale/100 .", "percent maximumFractionDigits=0 roundingMode=halfEven"),
      ("number, ::percent", "icu:number skeleton=percent"),
      ("number, ::compact-short  currency/GBP", "icu:number skeleton=|compact-short currency/GBP|"),
      (
        "number, ::.00## sign-always rounding-mode-up",
        "number minimumFractionDigits=2 maximumFractionDigits=4 signDisplay=always"
          + " roundingMode=expand"
      ),
      (
        "number, ::@@#/w",
        "number minimumSignificantDigits=2 maximumSignificantDigits=3"
          + " trailingZeroDisplay=stripIfInteger roundingMode=halfEven"
      ),
      (
        "number, ::precision-increment/0.05",
        "number minimumFractionDigits=2 maximumFractionDigits=2 roundingIncrement=5"
          + " roundingMode=halfEven"
      ),
      (
        "number, ::measure-unit/length-meter unit-width-full-name",
        "unit unit=meter maximumFractionDigits=6 unitDisplay=long"
      ),
      (
        "number, ::000 group-off",
        "number minimumIntegerDigits=3 useGrouping=never maximumFractionDigits=6"
      ),
      ("date, long", "date length=long"),
      ("date, full", "date fields=year-month-day-weekday length=long"),
      ("date, ::yMMMd", "date fields=year-month-day length=medium"),
      ("date, ::yQQQ", "icu:date skeleton=yQQQ"),
      ("time, short", "time"), ("time, full", "time precision=second timeZoneStyle=long"),
      ("time, ::jm", "time precision=minute"),
    ])
  func styles(_ style: String, _ function: String) throws {
    let conversion = try convert("{x, \(style)}")
    #expect(conversion.message.map(MessageFormat2.print) == "{$x :\(function)}")
    #expect(
      conversion.message.map { MessageFormat2.parse(MessageFormat2.print($0)).isValid } == true)
  }

  @Test(
    "what cannot be said is refused, at its place",
    arguments: [
      "a 1️⃣{n, plural, offset:0.5 other {}}2️⃣", "a 1️⃣{n, choice, 0#a|1#b}2️⃣",
      "1️⃣{n, number, currency}2️⃣", "1️⃣{d, date, d. MMMM}2️⃣", "1️⃣{n, number, ¤0}2️⃣",
      "{n}1️⃣a\0b2️⃣", "{s, select, 1️⃣a\0b2️⃣ {} other {}}",
      "{n, number, ::.00}{s, select, \u{E9} {} 1️⃣e\u{301}2️⃣ {} other {}}",
    ])
  func refused(_ text: String) throws {
    let (source, span) = marked(text)
    let message = try #require(ICUMessageFormat.parse(source).message)
    let conversion = ICUMessageFormat.convertToMessageFormat2(message)
    #expect(conversion.message == nil)
    #expect(conversion.diagnostics.map(\.code) == ["not-convertible"])
    #expect(conversion.diagnostics.map(\.span) == [span])
  }

  @Test("a tag whose name markup cannot have is refused at its place")
  func tagNames() throws {
    let (source, span) = marked("a 1️⃣<b\u{1680}>x</b\u{1680}>2️⃣")
    let conversion = try convert(source)
    #expect(conversion.message == nil)
    #expect(conversion.diagnostics.map(\.span) == [span])
  }

  @Test(
    "what is said a little differently is told",
    arguments: [
      ("{d, date}", "{$d :date}", Severity.warning),
      ("{d, date, short}", "{$d :date length=short}", .warning),
      ("{d, time, short}", "{$d :time}", .note),
      (
        "{d, date, full}", "{$d :date fields=year-month-day-weekday length=long}", .warning
      ),
      (
        "{n, number, 0}",
        " {$n :number maximumFractionDigits=0 roundingMode=halfEven useGrouping=never}",
        .note
      ),
      (
        "{n, plural, one {a} other {{n, number, percent}}}",
        ".input {$n :number}\n.match $n\none {{a}}\n* {{{$n :percent roundingMode=halfEven}}}",
        .warning
      ),
    ])
  func inexact(_ source: String, _ expected: String, _ severity: Severity) throws {
    let conversion = try convert(source)
    #expect(conversion.message.map(MessageFormat2.print) == expected)
    #expect(conversion.diagnostics.map(\.code) == ["inexact-conversion"])
    #expect(conversion.diagnostics.map(\.severity) == [severity])
  }

  @Test("no selector is made of one that has its own `select`")
  func ordinals() throws {
    let icu = try #require(
      ICUMessageFormat.parse(
        "{n, selectordinal, =0 {a} other {b}}{s, select, x {{n, selectordinal, one {c} other {d}}}"
          + " y {{n, selectordinal, two {c} other {d}}} other {e}}"
      ).message)
    let message = try #require(ICUMessageFormat.convertToMessageFormat2(icu).message)
    let ordinals = message.declarations.filter { declaration in
      declaration.value.function?.options.contains { $0.name == "select" } ?? false
    }
    for declaration in ordinals {
      guard case .variable(let operand)? = declaration.value.operand else { continue }
      #expect(!ordinals.contains { $0.name == operand.name && $0.name != declaration.name })
    }
  }

  @Test("an argument that chooses by number and by text stays either")
  func mixed() throws {
    let conversion = try convert("{n, select, none {-} other {{n, plural, one {#} other {#s}}}}")
    #expect(
      conversion.message.map(MessageFormat2.print)
        == ".input {$n}\n.local $n_number = {$n :number}\n.local $n_select = {$n :string}\n"
        + ".match $n_select $n_number\nnone * {{-}}\n* one {{{$n_number}}}\n* * {{{$n_number}s}}")
  }

  @Test("rules that ICU does not find are left out, and this is noted")
  func rules() throws {
    let found = try #require(ICUMessageFormat.parse("{n, spellout,%a}").message)
    let lost = try #require(ICUMessageFormat.parse("{n, spellout, %a}").message)
    let exact = ICUMessageFormat.convertToMessageFormat2(found)
    let noted = ICUMessageFormat.convertToMessageFormat2(lost)
    #expect(exact.message.map(MessageFormat2.print) == "{$n :icu:spellout rules=|%a|}")
    #expect(exact.diagnostics.isEmpty)
    #expect(noted.message.map(MessageFormat2.print) == "{$n :icu:spellout}")
    #expect(noted.diagnostics.map(\.severity) == [.note])
  }

  @Test("renamed arguments are told, and never meet another name")
  func renames() throws {
    let conversion = try convert("{0}{arg0}{n_minus1}{n, plural, offset:1 other {#}}")
    #expect(conversion.renamed["0"] == "arg0")
    #expect(conversion.renamed["arg0"] == "arg0_")
    let message = try #require(conversion.message)
    #expect(MessageFormat2.parse(MessageFormat2.print(message)).isValid)
    #expect(message.declarations.map(\.name) == ["n", "n_minus1_"])
  }

  @Test("the texts stay the same over all values, for random messages")
  func equalsSource() throws {
    var random = Sequence(seed: 42)
    for _ in 0..<400 {
      let icu = RandomICUMessage(random: &random).message
      let text = ICUMessageFormat.print(icu)
      let reparsed = try #require(ICUMessageFormat.parse(text).message, "\(text)")
      let conversion = ICUMessageFormat.convertToMessageFormat2(reparsed)
      guard let message = conversion.message else {
        #expect(conversion.diagnostics.allSatisfy { $0.message.contains("placeholders") })
        continue
      }
      let printed = MessageFormat2.print(message)
      #expect(MessageFormat2.parse(printed).isValid, "\(text)\n\(printed)")
      for a in 0..<8 {
        for b in [0, 1, 2, 5] {
          for c in ["x", "y", "z"] {
            let arguments: [String: String] = ["a": "\(a)", "b": "\(b)", "c": c]
            let expected = TextModel.format(reparsed, arguments, number: nil)
            let found = TextModel.format(message, arguments)
            if expected != found {
              Issue.record("\(text)\n\(printed)\n\(arguments): \(expected) became \(found)")
              return
            }
          }
        }
      }
    }
  }
}
