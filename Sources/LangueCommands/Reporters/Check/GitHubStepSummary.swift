import Diagnostics
import StringCatalogs

/// The findings as the summary of a GitHub Actions step: a table in Markdown, the worst first.
///
/// GitHub takes one mebibyte from a step and shows nothing of a longer summary, so that the table ends
/// before, with the number of those left out.
struct GitHubStepSummary {
  static let limit = 1 << 20
  /// Kept free for what another command of the same step writes, and for the last line.
  private static let reserve = 1 << 16

  func text(_ report: CheckResults) -> String {
    let heading = report.summary ?? "No findings"
    var text = "### langue check: \(heading)\n"
    guard !report.findings.isEmpty else { return text + "\n" }
    text += "\n| Severity | Rule | Key | Place | Message |\n| --- | --- | --- | --- | --- |\n"
    let findings = report.worstFirst
    for (index, finding) in findings.enumerated() {
      let row = row(finding, in: report.folder)
      guard text.utf8.count + row.utf8.count < Self.limit - Self.reserve else {
        text += "\nand \(findings.count - index) more; the step's log has them all\n"
        break
      }
      text += row
    }
    return text + "\n"
  }

  private func row(_ finding: Finding, in folder: String) -> String {
    var place = folder + finding.file
    if let start = finding.range?.start { place += ":\(start.line):\(start.column)" }
    let cells = [
      finding.severity.rawValue, finding.rule, finding.subject ?? "", place,
      [finding.message, finding.help].compactMap { $0 }.joined(separator: "; "),
    ]
    return "| " + cells.map { MarkdownText.cell($0) }.joined(separator: " | ") + " |\n"
  }
}
