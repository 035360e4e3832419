import CatalogExchange
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs
import Testing

@testable import CatalogFormats

@Suite struct JSONFormatsTests {
  private let english = FormatContext(locale: "en", source: "en")

  @Test(.disabled(if: Corpora.isMissing))
  func `every ICU JSON catalogue comes back as it was`() throws {
    let count = try checkCorpus("icu-mf1-json", .icuJSON) { localeName($0) }
    #expect(count.files == 64)
    #expect(count.messages == 40_932)
    #expect(count.broken == 36)
  }

  @Test(.disabled(if: Corpora.isMissing))
  func `every ARB catalogue comes back as it was`() throws {
    let count = try checkCorpus("arb", .arb) { localeName($0, after: "intl_") }
    #expect(count.files == 95)
    #expect(count.messages == 78_412)
  }

  @Test(.disabled(if: Corpora.isMissing))
  func `every i18next catalogue comes back as it was`() throws {
    let count = try checkCorpus("i18next-json", .i18next) { localeName($0) }
    #expect(count.files == 58)
    #expect(count.messages == 34_546)
  }

  @Test func `i18next's zero is the number 0, and the category where the language has one`() throws
  {
    let file = catalogFile(
      "en.json",
      #"{"a": {"n_zero": "none", "n_one": "{{count}} file", "n_other": "{{count}} files"}}"#)
    let english = CatalogFormat.i18next.read(file, english)
    #expect(
      english.entries.first?.translation?.text
        == ".input {$count :number}\n.match $count\n0 {{none}}\n"
        + "one {{{$count @source=|{{count}}|} file}}\n"
        + "* {{{$count @source=|{{count}}|} files}}")
    let latvian = CatalogFormat.i18next.read(file, FormatContext(locale: "lv", source: "en"))
    #expect(latvian.entries.first?.translation?.text.contains("zero {{none}}") == true)
  }

  @Test func `suffixes without other are names`() {
    let file = catalogFile("en.json", #"{"arrow_one": "One", "arrow_many": "Many"}"#)
    let keys = CatalogFormat.i18next.read(file, english).entries.map(\.key)
    #expect(keys == ["arrow_one", "arrow_many"])
  }

  @Test func `a place in a translated placeholder leads to the file's`() throws {
    let file = catalogFile("en.json", #"{"a": "l\u00e9 {{name}} {x}"}"#)
    let entry = try #require(CatalogFormat.i18next.read(file, english).entries.first)
    let message = try #require(entry.translation)
    #expect(fileText(file, entry.keySpan) == "a")
    let variables = try #require(message.message?.externalVariables.first?.uses.first)
    #expect(
      fileText(file, message.offsets.fileRange(of: variables.span.range))
        == "{{name}}".dropFirst().dropLast(2))
    let brace = try #require(message.text.utf8.lastIndex(of: UInt8(ascii: "x")))
    let offset = message.text.utf8.distance(from: message.text.utf8.startIndex, to: brace)
    #expect(fileText(file, message.offsets.fileRange(of: offset..<offset + 1)) == "x")
  }
}
