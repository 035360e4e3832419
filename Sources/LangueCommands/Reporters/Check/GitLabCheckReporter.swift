import Diagnostics
import StringCatalogs

/// The findings as a code quality report of GitLab's, for `artifacts: reports: codequality`.
struct GitLabCheckReporter: CheckReporter {
  func text(_ report: CheckResults) -> String {
    let identities = FindingIdentity.identities(of: report.findings)
    let issues = zip(report.findings, identities).map { finding, identity -> JSONTree in
      [
        "description": .string(description(of: finding)),
        "check_name": .string(finding.rule),
        "fingerprint": .string(identity.fingerprint),
        "severity": .string(severity(finding.severity)),
        "location": [
          "path": .string(report.folder + finding.file),
          "lines": ["begin": .integer(finding.range?.start.line ?? 1)],
        ],
      ]
    }
    return JSONTree.array(issues).text(.indented) + "\n"
  }

  private func description(of finding: Finding) -> String {
    "\(PrintableText(finding.subject.map { "\($0): " } ?? ""))\(PrintableText(finding.message))"
  }

  /// GitLab's scale has five steps; its two worst are for what stops a site.
  private func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}

extension Finding {
  /// What the finding is about, in a few characters: `cart.items (pl)`.
  var subject: String? {
    switch (key, locale) {
    case (let key?, let locale?): "\(key) (\(locale))"
    case (let key?, nil): key
    case (nil, let locale): locale
    }
  }
}
