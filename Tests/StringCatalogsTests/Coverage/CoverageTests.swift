import LocaleIdentifiers
import LocaleServices
import StringCatalogs
import Testing

@Suite("Coverage")
struct CoverageTests {
  private let source = #"""
    {
      "a.title": "Two words",
      "a.count": ".input {$n :integer} .match $n one {{{$n} mot}} * {{{$n} mots}}",
      "b.text": "trois mots ici",
      "b.space": " "
    }
    """#

  private func coverage(
    _ translations: [(LocaleIdentifier, String)],
    fallbacks: [LocaleIdentifier: [LocaleIdentifier]] = [:]
  ) throws -> Coverage {
    let site = site(targets: translations.map(\.0), fallbacks: fallbacks)
    let meter = try CoverageMeter(site: site, source: catalogs(source, locale: "fr"))
    return meter.coverage(
      of: try translations.map { try meter.measure(catalogs($0.1, locale: $0.0)) })
  }

  @Test("keys, variants and words are counted apart")
  func counts() throws {
    let polish = #"""
      {
        "a.title": "Tytuł",
        "@a.title": {"state": "reviewed"},
        "a.count": ".input {$n :integer} .match $n one {{{$n} a}} few {{{$n} b}} * {{{$n} c}}",
        "@a.count": {"source": "0000000000000000"},
        "b.text": "{broken",
        "unknown": "x"
      }
      """#
    let coverage = try coverage([("pl", polish)])
    let locale = coverage.locales[0]
    #expect(locale.keys.total == 4)
    #expect(locale.keys.translated == 2)
    #expect(locale.keys.missing == 1)
    #expect(locale.keys.empty == 0)
    #expect(locale.keys.broken == 1)
    #expect(locale.keys.stale == 1)
    #expect(locale.keys.unreviewed == 1)
    #expect(locale.variants.required == 6)
    #expect(locale.variants.present == 3)
    #expect(locale.words.total == 2 + 2 + 3)
    #expect(locale.words.translated == 2 + 2)
    #expect(locale.percent == 50)
    #expect(coverage.sections.map(\.name) == ["a", "b"])
    #expect(coverage.sections.map(\.total) == [2, 2])
    #expect(coverage.sections[0].locales[0].percent == 100)
    #expect(coverage.sections[1].locales[0].percent == 0)
  }

  @Test(
    "the quick count of what is translated is that of the coverage",
    arguments: [
      "text", "", " ", "\u{A0}", "\u{3000}", "。", "{}", "{{}}", "{{ }}", "{{text}}", "{$n}",
      "{#b}{/b}",
      "{#b} {/b}", "\\\\", "text {$n", "}", ".input {$n :integer} {{}}", ".text",
      "\u{3000}.local $a = {|x|} {{}}",
      "\u{2066}.local $a = {|x|} {{x}}", ".local $a = {|x|} {{\u{A0}}}", "\tfoo", "{$a :number $b}",
      ".input {$n :integer} .match $n one {{a}}", ".input {$n :integer} .match $n one {{}} * {{}}",
    ])
  func quickCount(_ text: String) throws {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t")
    for (more, source) in [
      ("", "mot"), (#", "@a": {"state": "initial"}"#, "mot"), ("", " "),
      (#", "@@syntax": "icu""#, "mot"),
    ] {
      let french = catalogs(#"{"a": "\#(source)", "b": "x"}"#, locale: "fr")
      let polish = catalogs(#"{"a": "\#(escaped)"\#(more), "c": "unknown"}"#, locale: "pl")
      let meter = try CoverageMeter(site: site(targets: ["pl"]), source: french)
      let translated = try meter.measure(polish).coverage.keys.translated
      #expect(polish.countTranslated(of: french) == translated)
    }
  }

  @Test("every key is missing, empty, broken or translated")
  func partition() throws {
    let texts = [
      "{}", source, #"{"a.title": "", "b.text": "{{ }}", "b.space": " "}"#,
      #"{"@@state": "initial", "a.title": "x"}"#, #"{"a.title": "{"}"#, "not json",
    ]
    let coverage = try coverage(zip(["ar", "de", "en", "hi", "ja", "pl"], texts).map { ($0, $1) })
    for locale in coverage.locales {
      let keys = locale.keys
      #expect(keys.total == keys.translated + keys.missing + keys.empty + keys.broken)
      #expect(keys.stale <= keys.translated)
      #expect(keys.unreviewed <= keys.translated)
    }
    #expect(coverage.locales.map(\.keys.missing) == [4, 0, 1, 4, 3, 4])
    #expect(coverage.locales.map(\.keys.empty) == [0, 0, 2, 0, 0, 0])
    #expect(coverage.locales.map(\.keys.broken) == [0, 0, 0, 0, 1, 0])
    #expect(coverage.locales[1].percent == 100)
  }

  @Test("text through fallback is counted apart from own text, the source's not at all")
  func fallback() throws {
    let coverage = try coverage(
      [("en-GB", #"{"a.title": "x", "b.text": "y"}"#), ("en-US", #"{"a.title": "z"}"#)],
      fallbacks: ["en-US": ["en-GB"]])
    #expect(coverage.locales.map(\.keys.translated) == [2, 1])
    #expect(coverage.locales.map(\.resolved) == [2, 2])
  }

  @Test("percent is rounded down, so that 100 means all, and nothing is not complete")
  func percent() {
    func percent(_ part: Int, _ total: Int) -> Double {
      var keys = LocaleCoverage.Keys()
      keys.translated = part
      keys.total = total
      return LocaleCoverage(
        locale: "pl", keys: keys, variants: .init(), words: .init(), resolved: 0
      ).percent
    }
    #expect(percent(1999, 2000) == 99.9)
    #expect(percent(2000, 2000) == 100)
    #expect(percent(2, 3) == 66.6)
    #expect(percent(0, 0) == 0)
  }

  @Test("the report in JSON has the fields of the design, in their order")
  func json() throws {
    let coverage = try coverage([("ja", #"{"a.title": "題"}"#)])
    #expect(
      coverage.json.text(.compact)
        == #"{"version":1,"source":"fr","icu":"\#(ICUVersion.icu)","cldr":"\#(ICUVersion.cldr)","#
        + #""locales":[{"locale":"ja","keys":{"total":4,"translated":1,"missing":3,"empty":0,"#
        + #""stale":0,"unreviewed":1,"broken":0},"variants":{"required":4,"present":1},"#
        + #""words":{"total":7,"translated":2},"resolved":{"translated":1},"percent":25}],"#
        + #""sections":[{"section":"a","total":2,"locales":[{"locale":"ja","translated":1,"resolved":1,"percent":50}]},"#
        + #"{"section":"b","total":2,"locales":[{"locale":"ja","translated":0,"resolved":0,"percent":0}]}],"#
        + #""catalogs":[{"catalog":"article","total":4,"locales":[{"locale":"ja","translated":1,"resolved":1,"percent":25}]}],"pages":[]}"#
    )
  }

  @Test("a locale falls short of its own threshold, of the manifest's, or of completeness")
  func shortfalls() throws {
    let coverage = try coverage([("de", source), ("ja", #"{"a.title": "題"}"#), ("pl", "{}")])
    func locales(_ policy: CoveragePolicy, _ minimum: Double? = nil) -> [String] {
      coverage.shortfalls(policy, minimum: minimum).map(\.locale.locale.tag)
    }
    #expect(locales(CoveragePolicy()).isEmpty)
    #expect(locales(CoveragePolicy(minimum: 25)) == ["pl"])
    #expect(locales(CoveragePolicy(minimum: 25), 100) == ["ja", "pl"])
    #expect(locales(CoveragePolicy(minimum: 80, perLocale: ["ja": 20, "pl": 0])).isEmpty)
    #expect(locales(CoveragePolicy(requireComplete: ["ja", "de"])) == ["ja"])
  }
}
