import Diagnostics
import MessageSyntax
import Testing

@Suite("Carrying MessageFormat 2 to ICU MessageFormat 1")
struct MessageFormat2ToICUTests {
  private func convert(_ source: String) throws -> Conversion<ICUMessage> {
    MessageFormat2.convertToICUMessageFormat(
      try #require(MessageFormat2.parse(source).message, "\(source)"), dialect: .formatJS)
  }

  @Test(
    "a message becomes what a person would have written",
    arguments: [
      ("Hello {$name}! \\{\\}", "Hello {name}! '{}'"),
      ("l'homme '\\{", "l'homme '''{'"),
      ("{#b}Hi {$a}{/b}{#br/}", "<b>Hi {a}</b><br/>"),
      ("{$a-b.c} {$a_b_c}", "{a_b_c} {a_b_c_}"),
      (".local $x = {|a|} {{{$x}{|b|}}}", "ab"),
      (
        ".input {$n :number} .match $n 0 {{none}} one {{{$n} file}} * {{{$n} files}}",
        "{n, plural, =0 {none} one {# file} other {# files}}"
      ),
      (
        ".input {$n :number select=ordinal} .match $n one {{{$n}st}} * {{{$n}th}}",
        "{n, selectordinal, one {#st} other {#th}}"
      ),
      (".input {$g :string} .match $g m {{He}} * {{They}}", "{g, select, m {He} other {They}}"),
      (
        ".input {$n :number} .local $m = {$n :offset subtract=1} .match $n $m "
          + "0 * {{nobody}} * one {{you and {$m} other}} * * {{you and {$m} others}}",
        "{n, plural, offset:1 =0 {nobody} one {you and # other} other {you and # others}}"
      ),
      (
        ".input {$g :string} .input {$n :number} .match $g $n m one {{a}} m * {{b}} * one {{c}} * * {{d}}",
        "{g, select, m {{n, plural, one {a} other {b}}} other {{n, plural, one {c} other {d}}}}"
      ),
      (
        ".input {$n :number} .local $p = {$n :percent} {{{$n} {$p} {$n :integer}}}",
        "{n, number} {n, number, percent} {n, number, integer}"
      ),
      (
        "{$d :date} {$d :date length=long} {$d :time} {$d :date fields=month-day}",
        "{d, date, ::yMMMd} {d, date, ::yMMMMd} {d, time, ::jm} {d, date, ::MMMd}"
      ),
    ])
  func layout(_ source: String, _ expected: String) throws {
    let conversion = try convert(source)
    #expect(conversion.message.map { ICUMessageFormat.print($0, dialect: .formatJS) } == expected)
    #expect(conversion.diagnostics.isEmpty)
  }

  @Test("options that a function does not take are left out")
  func otherOptions() throws {
    for source in [
      "{$x :integer minimumFractionDigits=2}", "{$x :integer unit=meter}",
      ".local $y = {$x :number minimumFractionDigits=2} {{{$y :integer}}}",
    ] {
      let conversion = try convert(source)
      #expect(conversion.message.map { ICUMessageFormat.print($0) } == "{x, number, integer}")
    }
  }

  @Test(
    "options become skeletons that ICU takes",
    arguments: [
      (":number minimumFractionDigits=2", "::.00# rounding-mode-half-up"),
      (":number useGrouping=never", "::.### rounding-mode-half-up group-off"),
      (
        ":currency currency=EUR currencySign=accounting",
        "::currency/EUR rounding-mode-half-up sign-accounting"
      ),
      (
        ":unit unit=meter unitDisplay=long",
        "::unit/meter unit-width-full-name .### rounding-mode-half-up"
      ),
      (
        ":number minimumFractionDigits=2 maximumFractionDigits=2 roundingIncrement=5",
        "::precision-increment/0.05 rounding-mode-half-up"
      ),
      (":percent maximumFractionDigits=1", "::percent scale/100 .# rounding-mode-half-up"),
    ])
  func skeletons(_ function: String, _ style: String) throws {
    let conversion = try convert("{$x \(function)}")
    let text = try #require(conversion.message.map { ICUMessageFormat.print($0) })
    #expect(text == "{x, number, \(style)}")
    #expect(ICUMessageFormat.parse(text).isValid)
  }

  @Test(
    "what cannot be said is refused, at its place",
    arguments: [
      "1️⃣{$n :my:function}2️⃣", "{$n :number 1️⃣minimumFractionDigits=$m2️⃣}", "1️⃣{:f}2️⃣", "1️⃣{#b}2️⃣a",
      ".input {$n :percent} .match 1️⃣$n2️⃣ one {{}} * {{}}",
      ".input {$n :string} .match $n 1️⃣other {{}}2️⃣ * {{}}",
      ".input {$n :number} .local $m = {$n :offset add=1} {{1️⃣{$m}2️⃣}}",
      "1️⃣{$d :date length=tiny}2️⃣", "1️⃣{$d :datetime timePrecision=day}2️⃣", "1️⃣{$n :icu:number}2️⃣",
      "1️⃣{$n :icu:number skeleton=nonsense}2️⃣", "1️⃣{$d :icu:date skeleton=|y}{|}2️⃣",
      "1️⃣{#b\u{E000}/}2️⃣",
    ])
  func refused(_ text: String) throws {
    let (source, span) = marked(text)
    let conversion = try convert(source)
    #expect(conversion.message == nil)
    #expect(conversion.diagnostics.map(\.code) == ["not-convertible"])
    #expect(conversion.diagnostics.map(\.span) == [span])
  }

  @Test(
    "keys are chosen as MessageFormat 2 chooses them",
    arguments: [
      // `other` is a category of its own beside `*`.
      (
        ".input {$n :number} .match $n one {{a}} other {{b}} * {{c}}",
        "{n, plural, one {a} zero {c} two {c} few {c} many {c} other {b}}"
      ),
      (
        ".input {$n :number} .match $n one {{a}} other {{b}} * {{b}}",
        "{n, plural, one {a} other {b}}"
      ),
      // An exact value for which nothing fits goes on with its category.
      (
        ".input {$n :number} .input {$s :string} .match $n $s 1 a {{x}} one * {{y}} * * {{z}}",
        "{n, plural, =1 {{n, plural, one {{s, select, a {x} other {y}}} other {{s, select, a {x}"
          + " other {z}}}}} one {y} other {z}}"
      ),
    ])
  func keys(_ source: String, _ expected: String) throws {
    let conversion = try convert(source)
    #expect(conversion.message.map { ICUMessageFormat.print($0) } == expected)
    #expect(conversion.diagnostics.isEmpty)
  }

  @Test(
    "a variant that is never chosen is left out, and this is said",
    arguments: [
      ".input {$n :number} .match $n 1️⃣1.0 {{a}}2️⃣ * {{b}}",
      ".input {$n :number} .match $n 1️⃣1e1 {{a}}2️⃣ * {{b}}",
      ".input {$n :number} .match $n 1️⃣ones {{a}}2️⃣ * {{b}}",
      ".input {$n :number select=exact} .match $n 1️⃣one {{a}}2️⃣ * {{b}}",
    ])
  func unreachable(_ text: String) throws {
    let (source, span) = marked(text)
    let conversion = try convert(source)
    #expect(conversion.message.map { ICUMessageFormat.print($0) } == "b")
    #expect(conversion.diagnostics.map(\.code) == ["inexact-conversion"])
    #expect(conversion.diagnostics.map(\.span) == [span])
  }

  @Test("a message whose branches would multiply without end is refused")
  func explosion() throws {
    let names = (0..<12).map { "$v\($0)" }
    let source =
      names.map { ".input {\($0) :string} " }.joined() + ".match " + names.joined(separator: " ")
      + (0..<12).map { row in
        " " + (0..<12).map { $0 == row ? "k" : "*" }.joined(separator: " ") + " {{\(row)}}"
      }.joined() + String(repeating: " *", count: 12) + " {{}}"
    let conversion = try convert(source)
    #expect(conversion.message == nil)
    #expect(conversion.diagnostics.map(\.code) == ["not-convertible"])
  }

  @Test("a message that would be nested too deep is refused")
  func depth() throws {
    let names = (0..<33).map { "$v\($0)" }
    let source =
      names.map { ".input {\($0) :string} " }.joined() + ".match " + names.joined(separator: " ")
      + String(repeating: " k", count: 33) + " {{}}" + String(repeating: " *", count: 33) + " {{}}"
    let conversion = try convert(source)
    #expect(conversion.message == nil)
    #expect(conversion.diagnostics.map(\.code) == ["not-convertible"])
  }

  @Test("markup cannot be carried to ICU's own dialect")
  func markup() throws {
    let message = try #require(MessageFormat2.parse("{#b}x{/b}").message)
    #expect(MessageFormat2.convertToICUMessageFormat(message).message == nil)
  }

  @Test("random messages show the same there and back again")
  func thereAndBack() throws {
    var random = Sequence(seed: 7)
    var compared = 0
    for _ in 0..<300 {
      let icu = RandomICUMessage(random: &random).message
      guard let message = ICUMessageFormat.convertToMessageFormat2(icu).message else { continue }
      let back = MessageFormat2.convertToICUMessageFormat(message)
      guard let result = back.message, back.diagnostics.isEmpty else { continue }
      compared += 1
      for a in 0..<8 {
        for b in [0, 1, 2, 5] {
          for c in ["x", "y", "z"] {
            let arguments = ["a": "\(a)", "b": "\(b)", "c": c]
            let expected = TextModel.format(icu, arguments, number: nil)
            let found = TextModel.format(result, arguments, number: nil)
            if expected != found {
              Issue.record(
                "\(ICUMessageFormat.print(icu))\n\(MessageFormat2.print(message))\n\(ICUMessageFormat.print(result))\n\(arguments): \(expected) became \(found)"
              )
              return
            }
          }
        }
      }
    }
    #expect(compared > 100)
  }
}
