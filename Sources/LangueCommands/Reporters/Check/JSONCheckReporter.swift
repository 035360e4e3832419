import Diagnostics
import StringCatalogs

/// The findings for programs: the shape that the command line promises, version 1.
struct JSONCheckReporter {
  func text(_ report: CheckResults) -> String {
    let tree: JSONTree = [
      "version": 1,
      "findings": .array(report.findings.map(tree)),
      "summary": [
        "errors": .integer(report.count(.error)),
        "warnings": .integer(report.count(.warning)),
        "notes": .integer(report.count(.note)),
      ],
    ]
    return tree.text(.compact) + "\n"
  }

  private func tree(_ finding: Finding) -> JSONTree {
    [
      "rule": .string(finding.rule),
      "severity": .string(finding.severity.rawValue),
      "locale": .string(finding.locale),
      "key": .string(finding.key),
      "file": .string(finding.file),
      "start": finding.range.map { tree($0.start) } ?? .null,
      "end": finding.range.map { tree($0.end) } ?? .null,
      "message": .string(finding.message),
      "help": .string(finding.help),
    ]
  }

  private func tree(_ position: SourcePosition) -> JSONTree {
    [
      "line": .integer(position.line), "column": .integer(position.column),
      "offset": .integer(position.offset),
    ]
  }
}
