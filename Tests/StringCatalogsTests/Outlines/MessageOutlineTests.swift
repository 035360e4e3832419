import LocaleServices
import StringCatalogs
import Testing

@Suite struct MessageOutlineTests {
  private func outline(_ text: String, _ syntax: MessageSyntaxKind) -> MessageOutline? {
    MessageOutline(of: text, syntax)
  }

  @Test(arguments: [
    (MessageSyntaxKind.icu, "Read more", "Weiter"),
    (.icu, "{a} and {b}", "{b} und {a}"),
    (
      .icu, "{n, plural, one {# file} other {# files}}", "{n, plural, one {# plik} other {# pliku}}"
    ),
    (.messageFormat2, "Read more", "Weiter"),
    (.messageFormat2, "{$a} and {$b :number}", "{$b :number} und {$a}"),
    (.messageFormat2, "Press {#b}OK{/b}", "{#b}OK{/b} drücken"),
    (
      .messageFormat2, ".input {$n :number} .match $n one {{{$n} page}} * {{{$n} pages}}",
      ".input {$n :number} .match $n * {{{$n}ページ}}"
    ),
    (
      .messageFormat2, ".input {$n :number}\n.match $n\none {{{$n} file}}\n* {{{$n} files}}",
      ".input {$n :number} .match $n * {{{$n} pliku}} one {{{$n} plik}} few {{{$n} pliki}}"
    ),
    (
      .messageFormat2,
      ".input {$g :string} .input {$n :number} .match $g $n a one {{x}} a * {{y}} * one {{z}} * * {{w}}",
      ".input {$g :string} .input {$n :number} .match $g $n * * {{1}} * one {{2}} a * {{3}} a one {{4}}"
    ),
  ])
  func aTranslationWithTheStructureOfItsSourceIsAlike(
    syntax: MessageSyntaxKind, source: String, translation: String
  ) throws {
    let found = try #require(outline(translation, syntax))
    #expect(found.isAlike(try #require(outline(source, syntax))))
  }

  @Test(arguments: [
    (MessageSyntaxKind.icu, "{a}", "{b}"), (.icu, "{a}", "a"), (.icu, "{a}", "{a, number}"),
    (.messageFormat2, "{$a}", "{$b}"), (.messageFormat2, "{$a}", "a"),
    (.messageFormat2, "{$a}", "{$a :number}"), (.messageFormat2, "{#b}x{/b}", "x"),
    (.messageFormat2, "{#b}x{/b}", "{#i}x{/i}"), (.messageFormat2, "<b>x</b>", "<i>x</i>"),
    (
      .messageFormat2, ".input {$n :number} .match $n one {{{$n} a}} * {{{$n} b}}",
      ".input {$n :number} .match $n one {{a}} * {{b}}"
    ),
    (
      .messageFormat2, ".input {$g :string} .match $g a {{1}} * {{2}}",
      ".input {$g :string} .match $g b {{1}} * {{2}}"
    ),
  ])
  func aTranslationWithAnotherStructureIsNotAlike(
    syntax: MessageSyntaxKind, source: String, translation: String
  ) throws {
    let expected = try #require(outline(source, syntax))
    #expect(outline(translation, syntax)?.isAlike(expected) != true)
  }

  @Test(arguments: [
    "", " a", "a {", "a }", "{{a}}", "{a}", "{$a", "{|a|}", "{$a :number x=|1|}", #"a\{"#, "{$}",
    "{ $a}", "{$aé}", "{:now}", ".input {$n :number}", ".match $n one {{a}} * {{b}}",
    ".input {$n :string} .match $n * {{a}}", ".input {$n :number} .match $n one {{a}} two {{b}}",
    ".input {$n :number} .match $n one {{a}} one {{b}} * {{c}}",
    ".input {$n :number} .match $n one {{a}} * {{b}",
    ".input {$n :number} .match $n one {{a}} * {b}",
    ".input {$n :number} .match $n one {{{$n}}} * {{b}}",
    ".input {$n :number} .match $n one * {{a}} * * {{b}}",
    ".input {$n :number} .match $m one {{a}} * {{b}}",
    ".input {$n :number} .match $n 01 {{a}} * {{b}}",
    ".input {$n :number} .match $n other {{a}} * {{b}}",
    ".input {$n :number} .match $n one {{same}} two {{same}} * {{same}}",
    ".input {$n :integer} .match $n one {{a}} * {{b}}",
    ".local $n = {1} .match $n one {{a}} * {{b}}",
    ".input {$g :string} .match $g a {{1}} a {{2}} * {{3}}",
    ".input {$g :string} .match $g a {{1}} b {{2}}",
  ])
  func whatIsOutOfTheOrdinaryHasNoOutline(text: String) {
    #expect(outline(text, .messageFormat2) == nil)
  }

  @Test func anOutlineTellsTheBranchesOfAPlural() throws {
    let text = ".input {$n :number} .match $n 0 {{no}} one {{{$n} a}} few {{{$n} b}} * {{{$n} c}}"
    let found = try #require(outline(text, .messageFormat2))
    #expect(found.categories.categories == [.one, .few, .other])
    #expect(found.exact == 1)
    #expect(found.hasDecimals)
    #expect(!found.hasLines)
    #expect(found.isVisible)
  }

  @Test func lineEndsCountWithinTextsOnly() throws {
    let between = ".input {$n :number}\n.match $n\none {{a}}\n* {{b}}"
    #expect(try #require(outline(between, .messageFormat2)).hasLines == false)
    let within = ".input {$n :number}\n.match $n\none {{a\nb}}\n* {{b}}"
    #expect(try #require(outline(within, .messageFormat2)).hasLines)
  }
}
