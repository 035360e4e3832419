import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import StringCatalogs
import Testing

@Suite("Required variants")
struct RequiredVariantsTests {
  private let count = ".input {$n :integer} .match $n one {{{$n} a}} * {{{$n} b}}"
  private let decimal = ".input {$n :number} .match $n one {{{$n} a}} * {{{$n} b}}"
  private let rank = ".input {$n :number select=ordinal} .match $n one {{{$n} a}} * {{{$n} b}}"

  private func message(_ text: String) throws -> Message {
    try #require(MessageFormat2.parse(text).message)
  }

  private func required(
    _ locale: LocaleIdentifier, _ source: String, _ placeholders: [String: Placeholder] = [:]
  ) throws -> RequiredVariants {
    try VariantPlanner(locale: locale)
      .requiredVariants(of: message(source), placeholders: placeholders)
  }

  private func expected(_ locale: LocaleIdentifier, _ source: String) throws -> [String] {
    try required(locale, source).expected.map(\.description)
  }

  @Test(
    "a count needs the categories that whole numbers reach",
    arguments: [
      ("ja", ["other"]),
      ("en", ["one", "other"]),
      ("fr", ["one", "other"]),
      ("pl", ["one", "few", "many"]),
      ("lv", ["zero", "one", "other"]),
      ("ar", ["zero", "one", "two", "few", "many", "other"]),
      ("cy", ["zero", "one", "two", "few", "many", "other"]),
    ] as [(LocaleIdentifier, [String])])
  func integers(locale: LocaleIdentifier, categories: [String]) throws {
    #expect(try expected(locale, count) == categories)
  }

  @Test("a number that may have a fraction needs the categories of fractions as well")
  func decimals() throws {
    #expect(try expected("pl", decimal) == ["one", "few", "many", "other"])
    #expect(try expected("cs", count) == ["one", "few", "other"])
    #expect(try expected("cs", decimal) == ["one", "few", "many", "other"])
    let placeholders = ["n": Placeholder(kind: .integer)]
    #expect(try required("pl", decimal, placeholders).expected.count == 3)
  }

  @Test("a rank needs the ordinal categories")
  func ordinals() throws {
    #expect(try expected("en", rank) == ["one", "two", "few", "other"])
    #expect(try expected("fr", rank) == ["one", "other"])
    #expect(try expected("pl", rank) == ["other"])
  }

  @Test("what only numbers above a thousand reach is told, but not expected")
  func largeNumbers() throws {
    let required = try required("fr", count)
    #expect(required.variants.map(\.description) == ["one", "many", "other"])
    #expect(required.variants.map(\.reach) == [.smallIntegers, .largeIntegers, .smallIntegers])
    #expect(required.expected.map(\.description) == ["one", "other"])
  }

  @Test("exact numbers of the source are needed, and make a category of that number alone needless")
  func exactNumbers() throws {
    let source = ".input {$n :integer} .match $n 0 {{none}} one {{a}} * {{b}}"
    #expect(try expected("en", source) == ["0", "one", "other"])
    #expect(try expected("ar", source) == ["0", "one", "two", "few", "many", "other"])
    let arabic =
      ".input {$n :integer} .match $n zero {{z}} one {{1}} two {{2}} few {{3}} many {{4}} * {{5}}"
    #expect(try required("ar", source).missing(in: message(arabic)).isEmpty)
    let english = ".input {$n :integer} .match $n 0 {{none}} 1 {{one}} * {{b}}"
    #expect(try required("en", source).missing(in: message(english)).isEmpty)
    // In French, 0 and 1 are both `one`, so that `1` does not stand for it.
    #expect(
      try required("fr", count).missing(in: message(english)).map(\.description) == ["one", "many"])
  }

  @Test("words of the source are needed in every category")
  func words() throws {
    let source = """
      .input {$g :string} .input {$n :integer} .match $g $n
      feminine one {{a}} feminine * {{b}} * one {{c}} * * {{d}}
      """
    #expect(
      try expected("pl", source) == [
        "feminine one", "feminine few", "feminine many", "* one", "* few", "* many",
      ])
    let partial = """
      .input {$g :string} .input {$n :integer} .match $g $n
      feminine one {{a}} feminine few {{b}} feminine many {{b}} * one {{c}} * many {{d}} * * {{d}}
      """
    #expect(
      try required("pl", source).missing(in: message(partial)).map(\.description) == ["* few"])
    // A language without genders leaves the words out, not the numbers.
    let genderless = ".input {$n :integer} .match $n one {{a}} few {{b}} many {{c}} * {{d}}"
    #expect(try required("pl", source).missing(in: message(genderless)).isEmpty)
    let numberless = ".input {$g :string} .match $g feminine {{a}} * {{b}}"
    #expect(try required("ja", source).missing(in: message(numberless)).isEmpty)
    #expect(try required("pl", source).missing(in: message(numberless)).count == 6)
  }

  @Test("a word for which the source leaves the number open needs no categories")
  func openNumbers() throws {
    let source = """
      .input {$g :string} .input {$n :integer} .match $g $n
      nobody * {{a}} * one {{c}} * * {{d}}
      """
    #expect(try expected("pl", source) == ["nobody *", "* one", "* few", "* many"])
  }

  @Test("a star stands for `other` alone: the other categories must be named")
  func star() throws {
    let polish = ".input {$n :integer} .match $n one {{a}} few {{b}} * {{c}}"
    #expect(try required("pl", count).missing(in: message(polish)).map(\.description) == ["many"])
    let english = ".input {$n :integer} .match $n one {{a}} * {{b}}"
    #expect(try required("en", count).missing(in: message(english)).isEmpty)
    #expect(try required("en", count).missing(in: message("{$n} b")).map(\.description) == ["one"])
    #expect(try required("ja", count).missing(in: message("{$n} b")).isEmpty)
  }

  @Test("selectors are followed through declarations to their argument")
  func declarations() throws {
    let source = """
      .input {$n :integer} .local $rest = {$n :offset subtract=1} .match $rest one {{a}} * {{b}}
      """
    #expect(try expected("pl", source) == ["one", "few", "many"])
    let renamed = """
      .local $c = {$n :integer} .match $c one {{a}} few {{b}} many {{c}} * {{d}}
      """
    #expect(try required("pl", count).missing(in: message(renamed)).isEmpty)
  }

  @Test("a message without selectors needs one variant")
  func plain() throws {
    let required = try required("ar", "Hello {$n :integer}")
    #expect(required.variants == [RequiredVariant(keys: [], reach: .smallIntegers)])
    #expect(try required.missing(in: message("x")).isEmpty)
  }

  @Test("many selectors do not make endless variants")
  func limit() throws {
    let names = (0..<12).map { "$n\($0)" }
    let source =
      names.map { ".input {\($0) :integer} " }.joined() + ".match " + names.joined(separator: " ")
      + " " + names.map { _ in "one" }.joined(separator: " ") + " {{a}} "
      + names.map { _ in "*" }.joined(separator: " ") + " {{b}}"
    #expect(try required("ar", source).variants.count <= 4096)
  }
}
