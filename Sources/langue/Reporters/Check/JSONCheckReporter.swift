import CatalogFormats
import Diagnostics

/// The findings for programs: the shape that the command line promises, version 1.
struct JSONCheckReporter {
  func text(_ report: CheckResults) -> String {
    JSONOutput.object([
      ("version", 1),
      ("findings", .array(report.findings.map(value))),
      (
        "summary",
        .object([
          ("errors", .integer(report.count(.error))),
          ("warnings", .integer(report.count(.warning))),
          ("notes", .integer(report.count(.note))),
        ])
      ),
    ]).text() + "\n"
  }

  private func value(_ finding: Finding) -> JSONOutput {
    .object([
      ("rule", .string(finding.rule)),
      ("severity", .string(finding.severity.rawValue)),
      ("locale", .optional(finding.locale)),
      ("key", .optional(finding.key)),
      ("file", .string(finding.file)),
      ("start", finding.range.map { value($0.start) } ?? .null),
      ("end", finding.range.map { value($0.end) } ?? .null),
      ("message", .string(finding.message)),
      ("help", .optional(finding.help)),
    ])
  }

  private func value(_ position: SourcePosition) -> JSONOutput {
    .object([
      ("line", .integer(position.line)), ("column", .integer(position.column)),
      ("offset", .integer(position.offset)),
    ])
  }
}
