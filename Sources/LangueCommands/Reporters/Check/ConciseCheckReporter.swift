import Diagnostics

/// One line for each finding, as editors read them.
///
///     Strings/pl/chrome.json:12:31: error: variable `$count` is missing [missing-variable]
struct ConciseCheckReporter: CheckReporter {
  let style: TextStyle

  func text(_ report: CheckResults) -> String {
    report.findings.map { line($0) + "\n" }.joined()
  }

  func line(_ finding: Finding) -> String {
    var place = "\(PrintableText(finding.file))"
    if let start = finding.range?.start { place += ":\(start.line):\(start.column)" }
    let severity = style(finding.severity.role, finding.severity.rawValue)
    return "\(place): \(severity): \(PrintableText(finding.message)) [\(finding.rule)]"
  }
}

extension Severity {
  var role: TextStyle.Role {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
