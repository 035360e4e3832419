import CatalogExchange
import Diagnostics
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

  @Test func `every form that a number takes is written, since i18next does not take another`()
    throws
  {
    let message = try #require(
      MessageFormat2.parse(".input {$count :integer} .match $count one {{uno}} * {{molti}}").message
    )
    let entry = ExchangeEntry(key: "n", translation: ExchangeMessage(message))
    let catalog = ExchangeCatalog(locale: "it", sourceLocale: "en", entries: [entry])
    let context = FormatContext(locale: "it", source: "en")
    let output = try #require(CatalogFormat.i18next.write?(catalog, context))
    let root = try JSONDocument(parsing: output.bytes).root
    #expect(root.member("n_many")?.string == "molti")
    #expect(root.members.map(\.key.string) == ["n_one", "n_other", "n_many"])
  }

  @Test(.disabled(if: Corpora.isMissing))
  func `hostile JSON is refused with its place, and never written`() throws {
    let formats: [CatalogFormat] = [.icuJSON, .arb, .i18next, .xcstrings, .banana]
    for path in try Corpora.files("hostile/nst__JSONTestSuite/test_parsing", ["json"]) {
      let name = path.split(separator: "/").last ?? ""
      let file = CatalogFile(path: String(name), bytes: try FileContents.read(path))
      for format in formats {
        let findings = format.read(file, english).findings
        let isRefused = findings.contains {
          ["invalid-json", "invalid-utf-8", "too-large"].contains($0.rule)
        }
        if name.hasPrefix("n_") {
          #expect(isRefused && findings.allSatisfy { $0.range != nil }, "\(format.name): \(name)")
        } else if name.hasPrefix("y_") {
          #expect(!isRefused, "\(format.name): \(name)")
        }
      }
    }
  }

  @Test func `plurals in ICU's syntax are no i18next, though braces meet in them`() {
    let icu = catalogFile("pl.json", #"{"a": "{n, plural, one {{n} plik} other {{n}}}"}"#)
    let i18next = catalogFile("pl.json", #"{"a": "{{n}} plik"}"#)
    let choose = { file in CatalogFormat.of("pl.json", among: CatalogFormatList.all) { file }?.name
    }
    #expect(choose(icu) == "icu-json")
    #expect(choose(i18next) == "i18next")
  }
}
