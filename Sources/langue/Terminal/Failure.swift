import Diagnostics

/// Why a command cannot do its work: a line for each reason is printed, and the exit code is 2.
struct Failure: Error {
  var reasons: [String]

  init(_ reason: String) { reasons = [reason] }

  /// Faults of the site's own files, each with its place and its remedy.
  init(_ findings: [Finding]) {
    reasons = findings.map { finding in
      var text = finding.file
      if let start = finding.range?.start { text += ":\(start.line):\(start.column)" }
      text += ": \(finding.message)"
      if let help = finding.help { text += " (\(help))" }
      return text
    }
  }
}
