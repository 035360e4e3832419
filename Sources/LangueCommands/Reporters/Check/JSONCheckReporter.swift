import Diagnostics
import StringCatalogs

/// The findings for programs: the shape that the command line promises, version 1, as
/// `Locales/check.schema.json` describes it.
struct JSONCheckReporter: CheckReporter {
  func text(_ report: CheckResults) -> String {
    let tree: JSONTree = [
      "version": 1,
      "findings": .array(report.findings.map(\.json)),
      "summary": [
        "errors": .integer(report.count(.error)),
        "warnings": .integer(report.count(.warning)),
        "notes": .integer(report.count(.note)),
      ],
    ]
    return tree.text(.compact) + "\n"
  }
}

/// The findings for programs that read line by line: each line is one of JSON's `findings`.
struct NDJSONCheckReporter: CheckReporter {
  func text(_ report: CheckResults) -> String {
    report.findings.map { $0.json.text(.compact) + "\n" }.joined()
  }
}

extension Finding {
  /// One element of the report's `findings`. `locales` stands only where a fault of several locales is
  /// said once.
  var json: JSONTree {
    var members: [JSONTree.Member] = [
      .init("rule", .string(rule)),
      .init("severity", .string(severity.rawValue)),
      .init("locale", .string(locale)),
      .init("key", .string(key)),
      .init("file", .string(file)),
      .init("start", range.map { Self.json($0.start) } ?? .null),
      .init("end", range.map { Self.json($0.end) } ?? .null),
      .init("message", .string(message)),
      .init("help", .string(help)),
    ]
    if !locales.isEmpty { members.append(.init("locales", .array(locales.map { .string($0) }))) }
    return .object(members)
  }

  private static func json(_ position: SourcePosition) -> JSONTree {
    [
      "line": .integer(position.line), "column": .integer(position.column),
      "offset": .integer(position.offset),
    ]
  }
}
