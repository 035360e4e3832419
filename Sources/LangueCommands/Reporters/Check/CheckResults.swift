import Diagnostics

/// What `langue check` found, and the texts that it was found in.
struct CheckResults {
  /// In their one order.
  let findings: [Finding]
  /// The tags of the locales that were checked, the source first.
  var locales: [String] = []
  /// What leads from the repository's folder to the site's: empty, or a path that ends with `/`.
  var folder = ""
  /// How many findings the baseline kept back.
  var known = 0
  /// A file's bytes by its path below the site's folder, for those who show the source.
  let source: (String) -> [UInt8]?

  func count(_ severity: Severity) -> Int {
    findings.indices.count { findings[$0].severity == severity }
  }

  /// The findings with the worst first, else in their order.
  var worstFirst: [Finding] {
    Severity.allCases.sorted(by: >).flatMap { severity in
      findings.filter { $0.severity == severity }
    }
  }

  /// `2 errors, 1 warning`, or nil where there is nothing.
  var summary: String? {
    var parts = Severity.allCases.sorted(by: >).compactMap { severity -> String? in
      let number = count(severity)
      return number == 0 ? nil : severity.counted(number)
    }
    if known > 0 { parts.append("\(known) more in the baseline") }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension Severity {
  /// `1 warning`, `3 errors`
  func counted(_ number: Int) -> String { "\(number) \(rawValue)\(number == 1 ? "" : "s")" }
}
