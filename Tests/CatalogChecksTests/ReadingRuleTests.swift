import CatalogChecks
import StringCatalogs
import Testing

@Suite struct ReadingRuleTests {
  /// The names that stand in the sources as a finding's or a diagnostic's.
  private static func names() throws -> Set<String> {
    let marks = [
      /(?:report|Finding|Diagnostic)\(\s*(?:rule:\s*|code:\s*)?"([a-z0-9]+(?:-[a-z0-9]+)+)"/,
      /(?:rule|code):(?:\s*String\s*=)?\s*"([a-z0-9]+(?:-[a-z0-9]+)+)"/,
    ]
    var names: Set<String> = []
    for path in swiftFiles(below: sourceFolder("")) where !path.contains("/Checks/") {
      let text = String(decoding: try FileContents.read(path), as: UTF8.self)
      for mark in marks { names.formUnion(text.matches(of: mark).map { String($0.output.1) }) }
      guard path.hasSuffix("SyntaxFault+Diagnostic.swift") else { continue }
      names.formUnion(text.matches(of: /: "([a-z-]+)"/).map { String($0.output.1) })
    }
    return names
  }

  @Test func everyNameThatAReaderPrintsIsExplained() throws {
    let explained = Set(ReadingRule.all.map(\.rule)).union(CheckList.all.map(\.rule))
    let names = try Self.names()
    #expect(names.count > 40)
    #expect(names.subtracting(explained).sorted() == [])
  }

  @Test func noNameIsExplainedThatNobodyPrintsAndNoneTwice() throws {
    let rules = ReadingRule.all.map(\.rule)
    #expect(Set(rules).subtracting(try Self.names()).sorted() == [])
    #expect(Set(rules).intersection(CheckList.all.map(\.rule)).sorted() == [])
    #expect(rules == Set(rules).sorted())
  }

  @Test func eachExplanationIsSentences() {
    for rule in ReadingRule.all {
      #expect(rule.explanation.count > 40, "\(rule.rule)")
      #expect(rule.explanation.hasSuffix("."), "\(rule.rule)")
    }
  }
}
