import Diagnostics

/// What `langue check` found, and the texts that it was found in.
struct CheckResults {
  /// In their one order.
  let findings: [Finding]
  /// A file's bytes by its path below the site's folder, for those who show the source.
  let source: (String) -> [UInt8]?

  func count(_ severity: Severity) -> Int {
    findings.count { $0.severity == severity }
  }

  /// `2 errors, 1 warning`, or nil where there is nothing.
  var summary: String? {
    let counts: [(Severity, String)] = [(.error, "error"), (.warning, "warning"), (.note, "note")]
    let parts = counts.compactMap { severity, name -> String? in
      let number = count(severity)
      return number == 0 ? nil : "\(number) \(name)\(number == 1 ? "" : "s")"
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
