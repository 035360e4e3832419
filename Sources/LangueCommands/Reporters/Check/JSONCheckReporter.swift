import Diagnostics
import StringCatalogs

/// The findings for programs: the shape that the command line promises, version 1, as
/// `Locales/check.schema.json` describes it.
struct JSONCheckReporter: CheckReporter {
  var workers = Workers(count: 1)

  func text(_ report: CheckResults) -> String { whole(report) }

  func write(_ report: CheckResults, to output: (String) throws -> Void) rethrows {
    // Finding by finding: a tree of all of them would take many times the room of the text.
    try output("{\"version\":1,\"findings\":[")
    try workers.forEachBatch(of: report.findings) { batch in
      var text: [UInt8] = []
      for (index, finding) in zip(batch.indices, batch) {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        JSONWriter(.compact).write(finding.json, to: &text)
      }
      return String(decoding: text, as: UTF8.self)
    } output: {
      try output($0)
    }
    let summary: JSONTree = [
      "errors": .integer(report.count(.error)),
      "warnings": .integer(report.count(.warning)),
      "notes": .integer(report.count(.note)),
    ]
    try output("],\"summary\":\(summary.text(.compact))}\n")
  }
}

/// The findings for programs that read line by line: each line is one of JSON's `findings`.
struct NDJSONCheckReporter: CheckReporter {
  var workers = Workers(count: 1)

  func text(_ report: CheckResults) -> String { whole(report) }

  func write(_ report: CheckResults, to output: (String) throws -> Void) rethrows {
    try workers.forEachBatch(of: report.findings) { batch in
      var text: [UInt8] = []
      for finding in batch {
        JSONWriter(.compact).write(finding.json, to: &text)
        text.append(UInt8(ascii: "\n"))
      }
      return String(decoding: text, as: UTF8.self)
    } output: {
      try output($0)
    }
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
