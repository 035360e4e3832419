import CatalogChecks
import Diagnostics
import StringCatalogs
import Testing

@testable import LangueCommands

@Suite struct CheckFormatsTests {
  private let plain = TextStyle(isColored: false)

  @Test(arguments: CheckFormat.allCases)
  func `every look of the findings is as it was looked at`(format: CheckFormat) throws {
    // SARIF quotes the explanations of rules, which change; those of unknown rules it cannot quote.
    let report = format == .sarif ? SampleFindings.unlistedRules : SampleFindings.report
    var text = format.reporter(plain).text(report).replacing(Langue.release, with: "RELEASE")
    if format == .sarif { text = try JSONTree(JSONDocument(parsing: Array(text.utf8)).root).text() }
    try Snapshot(name: "check-\(format.rawValue)").expect(text)
  }

  @Test func `the summary of a step is as it was looked at`() throws {
    try Snapshot(name: "check-step-summary").expect(
      GitHubStepSummary().text(SampleFindings.report))
  }

  @Test(arguments: CheckFormat.allCases)
  func `nothing found is something that can be read`(format: CheckFormat) throws {
    let report = CheckResults(findings: [], locales: ["fr", "pl"], source: { _ in nil })
    let text = format.reporter(plain).text(report)
    switch format {
    case .text, .concise, .ndjson, .github: #expect(text == "")
    case .json, .sarif, .gitlab:
      #expect(throws: Never.self) { try JSONDocument(parsing: Array(text.utf8)) }
    case .junit: #expect(text.contains("<testcase classname=\"pl\" name=\"no findings\"/>"))
    }
  }

  @Test(arguments: CheckFormat.allCases)
  func `no control character of the site reaches a report`(format: CheckFormat) {
    let text = format.reporter(plain).text(SampleFindings.report)
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && scalar.value != 0x7F)
    }
    if ![.json, .ndjson].contains(format) {
      #expect(!text.unicodeScalars.contains("\u{202E}"))
    }
  }
}

@Suite struct CheckSchemaTests {
  @Test func `the JSON report is as its schema says`() throws {
    let schema = try JSONSchema("check.schema.json")
    #expect(schema.faults(of: JSONCheckReporter().text(SampleFindings.report)) == [])
    let empty = CheckResults(findings: [], source: { _ in nil })
    #expect(schema.faults(of: JSONCheckReporter().text(empty)) == [])
  }

  @Test func `every line of the NDJSON report is a finding as the schema says`() throws {
    let schema = try JSONSchema("check.schema.json")
    let lines = NDJSONCheckReporter().text(SampleFindings.report).split(separator: "\n")
    #expect(lines.count == SampleFindings.findings.count)
    for line in lines { #expect(schema.faults(of: line, definition: "finding") == []) }
  }

  @Test(arguments: [
    (#""version":1"#, #""version":2"#), (#""severity":"error""#, #""severity":"fatal""#),
    (#""line":2"#, #""line":0"#), (#""help":null"#, #""hilfe":null"#),
    (#""key":"#, #""key":1,"x":"#),
  ])
  func `the schema refuses what the report must not be`(good: String, bad: String) throws {
    let text = JSONCheckReporter().text(SampleFindings.report)
    #expect(text.contains(good))
    #expect(try JSONSchema("check.schema.json").faults(of: text.replacing(good, with: bad)) != [])
  }
}

@Suite struct SARIFCheckReporterTests {
  private func run(
    _ report: CheckResults, _ reporter: SARIFCheckReporter = SARIFCheckReporter()
  ) throws -> JSONValue {
    let text = reporter.text(report)
    let log = try JSONDocument(parsing: Array(text.utf8)).root
    #expect(log.member("version")?.string == "2.1.0")
    let runs = try #require(log.member("runs")).elements.map(\.self)
    #expect(runs.count == 1)
    return try #require(runs.first)
  }

  @Test func `every result names its rule, a place and what it is known by`() throws {
    let run = try run(SampleFindings.report)
    let driver = try #require(run.member("tool")?.member("driver"))
    let rules = try #require(driver.member("rules")).elements.map { $0.member("id")?.string ?? "" }
    #expect(Set(rules).count == rules.count)
    let results = try #require(run.member("results")).elements.map(\.self)
    #expect(results.count == SampleFindings.findings.count)
    var marks: Set<String> = []
    for result in results {
      let rule = try #require(result.member("ruleIndex")?.integer)
      #expect(result.member("ruleId")?.string == rules[rule])
      let location = try #require(result.member("locations")?.elements.first(where: { _ in true }))
      let region = try #require(location.member("physicalLocation")?.member("region"))
      #expect(region.member("startLine")?.integer ?? 0 >= 1)
      let mark = try #require(
        result.member("partialFingerprints")?.member("primaryLocationLineHash")?.string)
      #expect(marks.insert(mark).inserted, "two results are known by \(mark)")
    }
    let levels = results.map { $0.member("level")?.string ?? "" }
    #expect(levels == ["error", "error", "error", "warning", "warning", "note"])
  }

  @Test func `a rule says what langue explain says, within the length that GitHub keeps`() throws {
    let findings = CheckList.all.map {
      Finding(rule: $0.rule, severity: $0.severity, file: "f", message: "m")
    }
    let run = try run(CheckResults(findings: findings, source: { _ in nil }))
    let rules = try #require(run.member("tool")?.member("driver")?.member("rules")).elements
    for (rule, check) in zip(rules, CheckList.all) {
      #expect(rule.member("id")?.string == check.rule)
      let summary = rule.member("shortDescription")?.member("text")?.string
      #expect(
        summary == check.summary.replacing("{", with: "{{").replacing("}", with: "}}"))
      let full = rule.member("fullDescription")?.member("text")?.string ?? ""
      #expect(!full.isEmpty)
      #expect(
        rule.member("defaultConfiguration")?.member("level")?.string == check.severity.rawValue)
    }
  }

  @Test func `every rule and every place has all that GitHub requires`() throws {
    let names = CheckList.all.map(\.rule) + ReadingRule.all.map(\.rule)
    let findings = names.map { Finding(rule: $0, severity: .error, file: "f", message: "m") }
    let run = try run(CheckResults(findings: findings, source: { _ in nil }))
    let rules = try #require(run.member("tool")?.member("driver")?.member("rules")).elements
    #expect(rules.map { $0.member("id")?.string ?? "" }.sorted() == names.sorted())
    for rule in rules {
      let name = rule.member("id")?.string ?? ""
      for text in ["shortDescription", "fullDescription", "help"] {
        let length = rule.member(text)?.member("text")?.string?.unicodeScalars.count ?? 0
        #expect(length > 0 && (length <= 1024 || text == "help"), "\(name): \(text)")
      }
      #expect(rule.member("shortDescription")?.member("text")?.string != name)
      let tags = rule.member("properties")?.member("tags")?.elements.map(\.self) ?? []
      #expect((1...10).contains(tags.count))
    }
    for result in try #require(run.member("results")).elements {
      let location = try #require(result.member("locations")?.elements.first(where: { _ in true }))
      let place = try #require(location.member("physicalLocation"))
      for name in ["startLine", "startColumn", "endLine", "endColumn"] {
        #expect(place.member("region")?.member(name)?.integer == 1)
      }
      let base = try #require(place.member("artifactLocation")?.member("uriBaseId")?.string)
      #expect(run.member("originalUriBaseIds")?.member(base) != nil)
    }
  }

  @Test func `a result is known again when lines move, and not when its key changes`() throws {
    var findings = SampleFindings.findings
    let before = FindingIdentity.identities(of: findings).map(\.fingerprint)
    for index in findings.indices {
      findings[index].range = LineIndex(Array("\n\n\nxxxxxxx".utf8)).range(3..<5)
      findings[index].message = "another text"
    }
    #expect(FindingIdentity.identities(of: findings).map(\.fingerprint) == before)
    findings[2].key = "cart.other"
    #expect(FindingIdentity.identities(of: findings)[2].fingerprint != before[2])
  }

  @Test func `a run has no more results than GitHub takes, the worst first, and says so`() throws {
    #expect(SARIFCheckReporter().resultLimit == 25_000)
    let limit = 25
    for (count, left) in [(limit - 1, 0), (limit, 0), (limit + 1, 1)] {
      let findings = SampleFindings.many(count - 1, .note) + SampleFindings.many(1, .error)
      let run = try run(
        CheckResults(findings: findings, source: { _ in nil }),
        SARIFCheckReporter(resultLimit: limit))
      let results = try #require(run.member("results")).elements.map(\.self)
      #expect(results.count == count - left)
      #expect(results.first?.member("level")?.string == "error")
      #expect((run.member("invocations") != nil) == (left > 0))
    }
  }

  @Test func `messages are held to a length, and braces are doubled`() throws {
    for (length, shown) in [(1023, 1023), (1024, 1024), (1025, 1024)] {
      let run = try run(
        CheckResults(findings: SampleFindings.many(1, .error, length: length), source: { _ in nil })
      )
      let text = run.member("results")?.elements.first(where: { _ in true })?
        .member("message")?.member("text")?.string
      #expect(text?.count == shown)
    }
    let braces = Finding(
      rule: "double-space", severity: .error, file: "f",
      message: String(repeating: "{", count: 1024))
    let text = try run(CheckResults(findings: [braces], source: { _ in nil })).member("results")?
      .elements.first(where: { _ in true })?.member("message")?.member("text")?.string
    #expect(text == String(repeating: "{{", count: 511) + "…")
    let texts = SARIFCheckReporter().text(SampleFindings.report)
    #expect(texts.contains("did you mean `{{$y}}`, 100 %?"))
  }

  @Test func `a path is a relative reference`() {
    #expect(
      SARIFCheckReporter.relativeReference("Strings/a b%,é:d.html")
        == "Strings/a%20b%25%2C%C3%A9%3Ad.html")
  }
}

@Suite struct GitHubCheckReporterTests {
  private func commands(_ findings: [Finding]) -> [String: Int] {
    let text = GitHubCheckReporter().text(CheckResults(findings: findings, source: { _ in nil }))
    let names = text.split(separator: "\n").filter { $0.hasPrefix("::") }
      .map { String($0.dropFirst(2).prefix { $0 != " " && $0 != ":" }) }
    return Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
  }

  @Test func `of each kind there are no more than a step shows`() {
    #expect(commands(SampleFindings.many(9, .error)) == ["error": 9])
    #expect(commands(SampleFindings.many(10, .error)) == ["error": 10])
    #expect(
      commands(SampleFindings.many(11, .error) + SampleFindings.many(200, .warning))
        == ["error": 10, "warning": 10, "group": 1, "endgroup": 1])
  }

  @Test func `what is not annotated stands in the log, and the tenth says how much that is`() {
    let report = CheckResults(findings: SampleFindings.many(30, .note), source: { _ in nil })
    let text = GitHubCheckReporter().text(report)
    #expect(text.contains("::notice title=langue check::21 notes more: "))
    #expect(text.contains("::group::21 more findings\nStrings/pl/page.json:2:1: note: "))
    #expect(text.split(separator: "\n").count == 10 + 1 + 21 + 1)
  }

  @Test func `the summary stays below the size that GitHub shows`() {
    let report = CheckResults(
      findings: SampleFindings.many(20_000, .error, length: 200), source: { _ in nil })
    let text = GitHubStepSummary().text(report)
    #expect(text.utf8.count < GitHubStepSummary.limit)
    #expect(text.contains(" more; the step's log has them all"))
  }
}

@Suite struct MarkdownTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a|b", #"a\|b"#), ("`a|b` c|d", #"`a\|b` c\|d"#),
    ("<b>&", "&lt;b>&amp;"), ("`<b>`", "`<b>`"), ("*a* _b_ [c](d)", #"\*a\* \_b\_ \[c\](d)"#),
    ("odd ` tick", #"odd \` tick"#), ("two\nlines", #"two\\u{A}lines"#),
  ])
  func `a cell shows a text as it is`(text: String, cell: String) {
    #expect(MarkdownText.cell(text) == cell)
  }
}
