import Diagnostics

/// The findings as annotations of GitHub Actions: workflow commands on standard output, the worst first.
///
/// GitHub shows ten annotations of each kind in a step and drops the rest without a word. Where there are
/// more, the tenth says how many, and all of them stand in the step's log, in a group that is closed at
/// first. `GitHubStepSummary` has them as a table.
struct GitHubCheckReporter: CheckReporter {
  /// How many annotations of one kind a step shows.
  static let limit = 10

  func text(_ report: CheckResults) -> String {
    var text = ""
    var rest: [Finding] = []
    for severity in Severity.allCases.sorted(by: >) {
      let findings = report.findings.filter { $0.severity == severity }
      let shown = findings.count > Self.limit ? Self.limit - 1 : findings.count
      for finding in findings.prefix(shown) { text += annotation(finding, in: report.folder) }
      let left = findings.dropFirst(shown)
      guard !left.isEmpty else { continue }
      rest += left
      text += command(
        severity, [("title", "langue check")],
        "\(severity.counted(left.count)) more: the step's log and summary have them all")
    }
    guard !rest.isEmpty else { return text }
    let lines = ConciseCheckReporter(style: TextStyle(isColored: false))
    text += "::group::\(rest.count) more findings\n"
    for finding in rest { text += report.folder + lines.line(finding) + "\n" }
    return text + "::endgroup::\n"
  }

  private func annotation(_ finding: Finding, in folder: String) -> String {
    var properties = [("file", folder + finding.file)]
    if let range = finding.range {
      properties.append(("line", "\(range.start.line)"))
      // Columns count only within one line.
      if range.start.line == range.end.line {
        properties.append(("endLine", "\(range.end.line)"))
        properties.append(("col", "\(range.start.column)"))
        properties.append(("endColumn", "\(range.end.column)"))
      } else {
        properties.append(("endLine", "\(range.end.line)"))
      }
    }
    let title = [finding.rule, finding.subject].compactMap { $0 }.joined(separator: ": ")
    properties.append(("title", "\(PrintableText(title))"))
    var message = "\(PrintableText(finding.message))"
    if let help = finding.help { message += "\n\(PrintableText(help))" }
    return command(finding.severity, properties, message)
  }

  private func command(
    _ severity: Severity, _ properties: [(name: String, value: String)], _ message: String
  ) -> String {
    let name =
      switch severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    let list = properties.map { "\($0.name)=\(Self.escapedProperty($0.value))" }
    return "::\(name) \(list.joined(separator: ","))::\(Self.escaped(message))\n"
  }

  /// What would end the command's line is written as a percent escape.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// In a property, a colon and a comma would end it too.
  static func escapedProperty(_ text: String) -> String {
    escaped(text).unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
