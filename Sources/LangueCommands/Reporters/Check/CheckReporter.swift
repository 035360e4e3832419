import ArgumentParser

/// A look of the findings of `langue check`.
protocol CheckReporter {
  func text(_ report: CheckResults) -> String
  /// Hands out the text piece by piece, as far as it need not be there as a whole.
  func write(_ report: CheckResults, to output: (String) throws -> Void) rethrows
}

extension CheckReporter {
  func write(_ report: CheckResults, to output: (String) throws -> Void) rethrows {
    try output(text(report))
  }

  /// All that `write` hands out.
  func whole(_ report: CheckResults) -> String {
    var text = ""
    write(report) { text += $0 }
    return text
  }
}

extension Array {
  /// Calls a function with a few hundred elements at a time.
  func forEachBatch(_ body: (ArraySlice<Element>) throws -> Void) rethrows {
    for start in stride(from: 0, to: count, by: 512) {
      try body(self[start..<Swift.min(start + 512, count)])
    }
  }
}

/// The looks as the command line names them.
enum CheckFormat: String, CaseIterable, ExpressibleByArgument {
  case text, concise, json, ndjson, sarif, github, junit, gitlab

  func reporter(_ style: TextStyle) -> any CheckReporter {
    switch self {
    case .text: TextCheckReporter(style: style)
    case .concise: ConciseCheckReporter(style: style)
    case .json: JSONCheckReporter()
    case .ndjson: NDJSONCheckReporter()
    case .sarif: SARIFCheckReporter()
    case .github: GitHubCheckReporter()
    case .junit: JUnitCheckReporter()
    case .gitlab: GitLabCheckReporter()
    }
  }
}
