import CatalogChecks
import Diagnostics
import Testing

@Suite struct CheckListTests {
  /// The checks' files, read from the folder: `Structure/InvalidSyntax`.
  static let files: [(group: String, name: String)] = folders(
    below: sourceFolder("CatalogChecks/Checks"))

  @Test func theListHasOneCheckForEachFileOfTheFolder() {
    let listed = CheckList.groups.map { group in
      (group.name, Set(group.checks.map(\.rule)))
    }
    let inFolder = Dictionary(grouping: Self.files, by: \.group)
      .mapValues { Set($0.map { kebabCase($0.name) }) }
    #expect(Dictionary(listed, uniquingKeysWith: { a, _ in a }) == inFolder)
    #expect(Set(CheckList.all.map(\.rule)).count == CheckList.all.count)
  }

  @Test func everyCheckExplainsItself() {
    for check in CheckList.all {
      #expect(check.explanation.count > 150, "\(check.rule)")
      #expect(check.summary.hasSuffix(".") || check.summary.hasSuffix("`."), "\(check.rule)")
      guard !check.examples.isEmpty else {
        // Only what others find may be without examples.
        if case .loading = check.kind { continue }
        Issue.record("\(check.rule) has no examples")
        continue
      }
      #expect(check.examples.contains { $0.isFlagged }, "\(check.rule) has no flagged example")
      #expect(check.examples.contains { !$0.isFlagged }, "\(check.rule) has no accepted example")
    }
  }

  @Test(arguments: CheckList.all.map(\.rule))
  func theExamplesOfACheckAreFlaggedAtTheirMarksOrAccepted(rule: String) throws {
    let check = try #require(CheckList.check(rule))
    for (number, example) in check.examples.enumerated() {
      let site = try ExampleSite(example)
      let findings = try site.findings(of: check)
      var found: [String: Set<Int>] = [:]
      for finding in findings where finding.rule == rule {
        found[finding.file, default: []].insert(finding.range?.start.offset ?? -1)
      }
      let expected = site.expected.filter { !$0.value.isEmpty }
      #expect(
        found == expected,
        "example \(number + 1) of \(rule): \(findings.map { $0.message })")
      #expect(example.isFlagged == !expected.isEmpty, "example \(number + 1) of \(rule)")
    }
  }

  @Test func everyCheckSaysHowItFaredInPublicCatalogues() throws {
    for check in CheckList.all {
      let tally = try #require(check.tally, "\(check.rule) has no tally")
      #expect(!tally.remark.isEmpty, "\(check.rule)")
      #expect((0...tally.judged).contains(tally.wrong), "\(check.rule)")
      switch check.severity {
      case .error: #expect(tally.wrong * 20 < max(tally.judged, 1), "\(check.rule)")
      case .warning: #expect(tally.wrong * 5 < max(tally.judged, 1), "\(check.rule)")
      case .note: break
      }
      guard let planted = tally.planted else { continue }
      #expect((0...planted.faults).contains(planted.found), "\(check.rule)")
      #expect(planted.found * 20 > planted.faults * 19, "\(check.rule)")
      #expect(planted.reported * 20 <= planted.fine, "\(check.rule)")
    }
  }

  @Test func messagesAreLowercaseWithoutAFullStop() throws {
    for check in CheckList.all {
      for example in check.examples where example.isFlagged {
        for finding in try ExampleSite(example).findings(of: check) {
          #expect(!finding.message.hasSuffix("."), "\(check.rule): \(finding.message)")
        }
      }
    }
  }
}

/// `UnsafeHTML` is `unsafe-html`: a new word starts at a capital that follows a small letter, or that
/// a small letter follows.
func kebabCase(_ name: String) -> String {
  let letters = Array(name)
  var result = ""
  for (index, letter) in letters.enumerated() {
    if letter.isUppercase, index > 0 {
      let afterSmall = letters[index - 1].isLowercase
      let beforeSmall = index + 1 < letters.count && letters[index + 1].isLowercase
      if afterSmall || beforeSmall { result += "-" }
    }
    result += letter.lowercased()
  }
  return result
}
