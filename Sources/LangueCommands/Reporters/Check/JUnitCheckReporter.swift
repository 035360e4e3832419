import Diagnostics

/// The findings as JUnit's XML, which most build servers show: a suite for each locale, a failed case for
/// each error and warning. A note is a case that passed and has something to say; a locale without
/// findings is one case that passed.
struct JUnitCheckReporter: CheckReporter {
  func text(_ report: CheckResults) -> String {
    let identities = FindingIdentity.identities(of: report.findings)
    let cases = Dictionary(
      grouping: zip(report.findings, identities), by: { $0.0.locale ?? Self.site })
    var names = report.locales
    let others = Set(cases.keys).subtracting(names).sorted()
    names = others + names
    let failures = report.count(.error) + report.count(.warning)
    let empty = names.count { cases[$0] == nil }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"langue check\" tests=\"\(report.findings.count + empty)\" "
    text += "failures=\"\(failures)\" errors=\"0\">\n"
    for name in names { text += suite(name, cases[name] ?? [], in: report.folder) }
    return text + "</testsuites>\n"
  }

  /// The suite of what belongs to no locale.
  private static let site = "site"

  private func suite(
    _ name: String, _ cases: [(Finding, FindingIdentity)], in folder: String
  ) -> String {
    let failures = cases.count { $0.0.severity > .note }
    var text = "  <testsuite name=\"\(escaped(name))\" tests=\"\(max(1, cases.count))\" "
    text += "failures=\"\(failures)\" errors=\"0\" skipped=\"0\">\n"
    if cases.isEmpty {
      text += "    <testcase classname=\"\(escaped(name))\" name=\"no findings\"/>\n"
    }
    for (finding, identity) in cases {
      text += testCase(finding, identity, suite: name, in: folder)
    }
    return text + "  </testsuite>\n"
  }

  private func testCase(
    _ finding: Finding, _ identity: FindingIdentity, suite: String, in folder: String
  ) -> String {
    var name = "\(identity.place): \(finding.rule)"
    if identity.number > 1 { name += " \(identity.number)" }
    var text = "    <testcase classname=\"\(escaped(suite))\" name=\"\(escaped(name))\" "
    text += "file=\"\(escaped(folder + finding.file))\""
    if let start = finding.range?.start { text += " line=\"\(start.line)\"" }
    text += ">\n"
    let lines = ConciseCheckReporter(style: TextStyle(isColored: false))
    var body = PrintableText(folder + lines.line(finding)).html
    if let help = finding.help { body += "\n" + PrintableText("help: \(help)").html }
    if finding.severity == .note {
      text += "      <system-out>\(body)</system-out>\n"
    } else {
      text += "      <failure type=\"\(finding.severity.rawValue)\" "
      text += "message=\"\(escaped(finding.message))\">\(body)</failure>\n"
    }
    return text + "    </testcase>\n"
  }

  /// Text of one line: what XML cannot hold or a terminal would obey is written out first.
  private func escaped(_ text: String) -> String { PrintableText(text).html }
}
