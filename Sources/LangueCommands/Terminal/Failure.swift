import Diagnostics
import LocaleServices

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

/// Does something by ICU; its errors are failures of the tool.
func icu<Value>(_ work: () throws(ICUError) -> Value) throws -> Value {
  do throws(ICUError) {
    return try work()
  } catch {
    throw Failure("ICU failed: \(error.name)")
  }
}
