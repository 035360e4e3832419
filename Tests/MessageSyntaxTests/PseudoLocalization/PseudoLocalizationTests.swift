import MessageSyntax
import Testing

@Suite("Pseudo-localization")
struct PseudoLocalizationTests {
  private func apply(_ look: PseudoLocalization, _ source: String) throws -> String {
    let message = try #require(MessageFormat2.parse(source).message)
    return MessageFormat2.print(look.apply(to: message))
  }

  @Test("text changes, placeholders, markup and keys do not")
  func keepsPlaceholders() throws {
    #expect(
      try apply([.accented, .bracketed], "{#b}Hi{/b} {$name :string a=b}, {|word|}")
        == "⟦{#b}Ĥî{/b} {$name :string a=b}, {word}⟧")
    #expect(
      try apply(.bracketed, ".input {$n :number} .match $n one {{a}} * {{b}}")
        == ".input {$n :number}\n.match $n\none {{⟦a⟧}}\n* {{⟦b⟧}}")
  }

  @Test("accented text has 40 percent more letters")
  func expands() throws {
    let source = "The quick brown fox jumps over the lazy dog and the strengths of rhythm"
    let letters = source.count(where: \.isLetter)
    let result = try apply(.accented, source)
    let wanted = letters * 140 / 100
    #expect((wanted - 1...wanted).contains(result.count(where: \.isLetter)))
    #expect(!result.contains { $0.isLetter && $0.isASCII })
  }

  @Test("addresses stay as they are")
  func addresses() throws {
    #expect(
      try apply(.accented, "https://example.org a@b.c").hasPrefix("https://example.org a@b.c"))
  }

  @Test("mirrored words stand between a right-to-left override and its end")
  func mirrors() throws {
    #expect(try apply(.mirrored, "ab 1") == "\u{202E}ab\u{202C} 1")
  }

  @Test("the same message always becomes the same text")
  func isDeterministic() throws {
    #expect(try apply(.accented, "Hello world") == apply(.accented, "Hello world"))
  }
}
