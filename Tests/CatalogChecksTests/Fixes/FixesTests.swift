import CatalogChecks
import Diagnostics
import StringCatalogs
import Testing

@Suite struct FixesTests {
  /// The file after its fixes; nil where nothing changes.
  func fixed(
    _ source: String, _ locale: String, _ json: String, suppressions: [Suppression] = []
  ) throws -> String? {
    let sample = try SampleSite(
      source: ("en", source), targets: [(locale, json)], suppressions: suppressions)
    let runner = CheckRunner(site: sample.site)
    let prepared = try runner.prepare(sample.source)
    let catalogs = try runner.fixes(sample.targets[0], against: prepared)
    guard let first = catalogs.first else { return nil }
    // What is written has nothing left that could be mended.
    let again = try SampleSite(
      source: ("en", source),
      targets: [(locale, String(decoding: first.bytes, as: UTF8.self))], suppressions: suppressions)
    #expect(try runner.fixes(again.targets[0], against: prepared).isEmpty)
    return String(decoding: first.bytes, as: UTF8.self)
  }

  @Test func whiteSpaceIsMended() throws {
    #expect(
      try fixed(#"{"a": "Hello {$name}, you"}"#, "de", #"{"a": " Hallo  {$name},  du "}"#)
        == #"{"a": "Hallo {$name}, du"}"#)
  }

  @Test func textIsWrittenInNFC() throws {
    let result = try #require(
      try fixed(#"{"a": "Cafe"}"#, "fr", "{\"a\": \"Cafe\u{301}\"}"))
    #expect(Array(result.utf8) == Array("{\"a\": \"Caf\u{E9}\"}".utf8))
  }

  @Test func quotationMarksBecomeTheLanguagesOwn() throws {
    let source = #"{"a": "The \"golden\" rule", "b": "The “golden” rule"}"#
    let german = #"{"a": "Die \"goldene\" Regel", "b": "Die “goldene” Regel"}"#
    #expect(
      try fixed(source, "de", german)
        == #"{"a": "Die „goldene“ Regel", "b": "Die „goldene“ Regel"}"#)
    #expect(
      try fixed(source, "fr", #"{"a": "La règle \"d’or\"", "b": "x"}"#)
        == "{\"a\": \"La règle «\u{202F}d’or\u{202F}»\", \"b\": \"x\"}")
  }

  @Test func quotationMarksAroundAPlaceholderAreMended() throws {
    #expect(
      try fixed(#"{"a": "Remove \"{$name}\"?"}"#, "de", #"{"a": "\"{$name}\" löschen?"}"#)
        == #"{"a": "„{$name}“ löschen?"}"#)
  }

  @Test func marksThatDoNotPairUpAreLeftAlone() throws {
    #expect(try fixed(#"{"a": "A 24\" screen"}"#, "de", #"{"a": "Ein 24\"-Bildschirm"}"#) == nil)
    #expect(try fixed(#"{"a": "x"}"#, "de", #"{"a": "so\" geht"}"#) == nil)
  }

  @Test func aMissingPluralCategoryIsAddedForATranslator() throws {
    let source =
      #"{"n": ".input {$n :integer}\n.match $n\none {{{$n} page}}\n* {{{$n} pages}}"}"#
    let polish =
      #"{"n": ".input {$n :integer}\n.match $n\none {{{$n} strona}}\n* {{{$n} strony}}"}"#
    let expected =
      #"{"n": ".input {$n :integer}\n.match $n\none {{{$n} strona}}\n"#
      + #"few {{{$n} strony}}\nmany {{{$n} strony}}\n* {{{$n} strony}}", "#
      + #""@n": {"state": "initial"}}"#
    let result = try #require(try fixed(source, "pl", polish))
    #expect(result.filter { $0 != " " } == expected.filter { $0 != " " })
  }

  @Test func aMissingBranchOfICUsSyntaxIsAddedForATranslator() throws {
    let source = #"{"@@syntax": "icu", "n": "{n, plural, one {# page} other {# pages}}"}"#
    let polish = #"{"@@syntax": "icu", "n": "{n, plural, one {# strona} other {# strony}}"}"#
    let result = try #require(try fixed(source, "pl", polish))
    #expect(
      result.contains(
        #""{n, plural, one {# strona} few {# strony} many {# strony} other {# strony}}""#))
    #expect(result.contains(#""state": "initial""#))
  }

  @Test func whatIsSuppressedIsLeftAlone() throws {
    let suppression = Suppression(
      rule: "double-space", key: "a", reason: "a poem", span: LineIndex([]).range(0..<0))
    #expect(
      try fixed(
        #"{"a": "x y"}"#, "de", #"{"a": "x  y"}"#, suppressions: [suppression]) == nil)
  }

  @Test func aMessageThatCannotBeReadIsLeftAlone() throws {
    #expect(try fixed(#"{"a": "x {$n}"}"#, "de", #"{"a": "x  {$n"}"#) == nil)
  }
}
