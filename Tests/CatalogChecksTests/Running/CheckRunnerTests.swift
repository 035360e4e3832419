import CatalogChecks
import Diagnostics
import LocaleIdentifiers
import StringCatalogs
import Testing

@Suite struct CheckRunnerTests {
  let nowhere = LineIndex([]).range(0..<0)

  @Test func aFindingStandsAtItsPlaceInTheFileThroughEscapes() throws {
    let sample = try SampleSite(
      source: ("en", #"{"hello": "Hello \u201c{$name}\u201d"}"#),
      targets: [("de", "{\n  \"hello\": \"Hall\\u00f6chen \\u201e{$nmae}\\u201c\"\n}")])
    let finding = try #require(try sample.findings("unknown-variable").first)
    #expect(finding.file == "Strings/de/a.json")
    #expect(finding.key == "hello")
    #expect(finding.locale == "de")
    #expect(finding.range?.start == SourcePosition(line: 2, column: 35, offset: 36))
    #expect(finding.range?.end == SourcePosition(line: 2, column: 40, offset: 41))
    #expect(finding.help == "did you mean `$name`?")
  }

  @Test func theSiteChangesSeveritiesAndTheLastWordCounts() throws {
    let override = SeverityOverride(rule: "double-space", severity: .error, span: nowhere)
    let off = SeverityOverride(
      rule: "double-space", severity: nil, locales: ["de"], keys: ["cart.*"], span: nowhere)
    let json = #"{"cart.a": "x  y", "other": "x  y"}"#
    let source = #"{"cart.a": "x y", "other": "x y"}"#
    let sample = try SampleSite(
      source: ("en", source), targets: [("de", json), ("fr", json)], severities: [override, off])
    let found = try sample.findings("double-space")
    #expect(
      found.map { "\($0.locale ?? "") \($0.key ?? "") \($0.severity)" } == [
        "de other error", "fr cart.a error", "fr other error",
      ])
  }

  @Test func aSuppressionAcceptsItsFindingsAndAnUnusedOneIsNamed() throws {
    let used = Suppression(
      rule: "double-space", key: "a", locale: "de", reason: "poem", span: nowhere)
    let unused = Suppression(
      rule: "double-space", key: "b", locale: nil, reason: "gone", span: nowhere)
    let misspelled = Suppression(
      rule: "double-spaces", key: nil, locale: nil, reason: "", span: nowhere)
    let sample = try SampleSite(
      source: ("en", #"{"a": "x y", "b": "x y"}"#),
      targets: [("de", #"{"a": "x  y", "b": "x y"}"#)],
      suppressions: [used, unused, misspelled])
    let found = try sample.findings("double-space", "unused-suppression")
    #expect(found.map(\.rule) == ["unused-suppression", "unused-suppression"])
    #expect(
      Set(found.map(\.message)) == [
        "this suppression of `double-space` keeps nothing back", "there is no rule `double-spaces`",
      ])
    #expect(found.contains { $0.help == "did you mean `double-space`?" })
  }

  @Test func whatHelpsOneLocaleOnlyIsNoHelpForAFaultOfMany() throws {
    let text = #".input {$n :integer}\n.match $n\none {{STUFF}}\n* {{{$n} STUFF}}"#
    let locales = ["be", "hr", "lt", "lv", "ru", "sr", "uk"]
    let sample = try SampleSite(
      source: ("en", "{\"a\": \"\(text.replacing("STUFF", with: "thing"))\"}"),
      targets: locales.map { ($0, "{\"a\": \"\(text.replacing("STUFF", with: "xyz"))\"}") })
    let finding = try #require(try sample.findings("missing-variable").first)
    #expect(finding.locales == locales)
    #expect(finding.help == "in be, hr, lt, lv, ru, sr, uk")
  }

  @Test func aFaultOfTheSourceIsSaidOnceAndNotOfItsTranslations() throws {
    let sample = try SampleSite(
      source: ("en", #"{"a": "Two  spaces"}"#),
      targets: [("de", #"{"a": "Zwei  Leerzeichen"}"#), ("fr", #"{"a": "Deux  espaces"}"#)])
    let found = try sample.findings("double-space")
    #expect(found.map(\.locale) == ["en"])
  }

  @Test(arguments: [6, 7, 12])
  func aFaultOfSevenLocalesIsSaidOnceAtTheSource(count: Int) throws {
    let tags = ["de", "fr", "pl", "ru", "ar", "ja", "sv", "da", "nb", "fi", "et", "lv"]
    let sample = try SampleSite(
      source: ("en", #"{"a": "One", "b": "Two"}"#),
      targets: tags.prefix(count).map { ($0, #"{"a": "x"}"#) })
    let found = try sample.findings("missing-translation")
    if count < 7 {
      #expect(found.count == count)
      #expect(found.allSatisfy { $0.locales.isEmpty })
    } else {
      #expect(found.count == 1)
      #expect(found.first?.file == "Strings/en/a.json")
      #expect(found.first?.locales == tags.prefix(count).sorted())
      #expect(found.first?.message == "`b` is not translated, in \(count) locales")
    }
  }

  @Test func theFindingsAreTheSameInWhateverOrderTheLocalesWereChecked() throws {
    let json = #"{"a": "x  y {$nope}", "c": "z"}"#
    let sample = try SampleSite(
      source: ("en", #"{"a": "x {$name}", "b": "y"}"#),
      targets: ["de", "fr", "pl", "ru", "ar", "ja", "sv"].map { ($0, json) })
    let runner = CheckRunner(site: sample.site)
    let source = try runner.prepare(sample.source)
    let reports = try sample.targets.map { try runner.check($0, against: source) }
    let forward = runner.findings([source.report] + reports, source: source)
    let backward = runner.findings(reports.reversed() + [source.report], source: source)
    #expect(!forward.isEmpty)
    #expect(forward.map { "\($0)" } == backward.map { "\($0)" })
  }

  @Test func whatIsMarkedInitialCountsAsNotTranslatedAndIsNotComparedFurther() throws {
    let sample = try SampleSite(
      source: ("en", #"{"a": "Hello {$name}"}"#),
      targets: [("de", #"{"a": "Hallo", "@a": {"state": "initial"}}"#)])
    #expect(try sample.findings().map(\.rule) == ["missing-translation"])
  }

  /// String Catalogs take the key for the source's text where there is none.
  @Test func aTranslationIsNotComparedWithAKeyThatStandsForItsSource() throws {
    let key = "Nop-93-cjQ.title"
    let named = try SampleSite(
      source: ("en", "{\"\(key)\": \"\(key)\"}"), targets: [("de", "{\"\(key)\": \" Standard…\"}")])
    #expect(try named.findings("changed-number", "mismatched-whitespace", "end-punctuation") == [])
    let worded = try SampleSite(
      source: ("en", "{\"a\": \"93 titles\"}"), targets: [("de", "{\"a\": \" Titel…\"}")])
    #expect(
      Set(try worded.findings("changed-number", "mismatched-whitespace").map(\.rule))
        == ["changed-number", "mismatched-whitespace"])
  }

  @Test func whatWeighsMoreInSomeLocalesIsNotGatheredWithTheRest() throws {
    let source = ".input {$n :integer}\\n.match $n\\none {{{$n} page}}\\n* {{{$n} pages}}"
    let target = ".input {$n :integer}\\n.match $n\\none {{page}}\\n* {{{$n} pages}}"
    let locales = [
      "hr", "is", "lt", "mk", "sl", "sr", "uk", "fr", "hi", "hy", "kab", "pt", "fa", "as",
    ]
    let site = try SampleSite(
      source: ("en", "{\"a\": \"\(source)\"}"),
      targets: locales.map { ($0, "{\"a\": \"\(target)\"}") })
    let findings = try site.findings("missing-variable")
    #expect(Set(findings.map(\.severity)) == [.error, .warning])
    #expect(findings.map { $0.locales.count } == [7, 7])
  }

  @Test func aNumberThatTheSourceLeavesOutAsWellIsANote() throws {
    func found(_ source: String) throws -> [Severity] {
      let text = ".input {$n :integer}\\n.match $n\\none {{%}}\\n* {{{$n} pages}}"
      return try SampleSite(
        source: ("en", "{\"a\": \"\(text.replacing("%", with: source))\"}"),
        targets: [("fr", "{\"a\": \"\(text.replacing("%", with: "une page"))\"}")]
      ).findings("missing-variable").map(\.severity)
    }
    #expect(try found("{$n} page") == [.warning])
    #expect(try found("one page") == [.note])
  }

  @Test func aLocaleWithoutAnyCatalogueIsOneNote() throws {
    var sample = try SampleSite(
      source: ("en", #"{"a": "One", "b": "Two"}"#), targets: [("de", "{}")])
    sample.targets = []
    let found = try sample.findings()
    #expect(found.map(\.rule) == ["missing-translation"])
    #expect(found.first?.severity == .note)
    #expect(found.first?.locale == "de")
  }

  @Test func findingsOfTheLoaderPassThrough() throws {
    let sample = try SampleSite(
      source: ("en", #"{"a": "One"}"#), targets: [("de", #"{"a": "Eins", "a": "Zwei"}"#)])
    #expect(try sample.findings().map(\.rule) == ["duplicate-key"])
    #expect(try sample.findings("double-space").isEmpty)
  }
}
