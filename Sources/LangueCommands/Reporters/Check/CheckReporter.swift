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
  /// A few hundred elements at a time.
  var batches: [ArraySlice<Element>] {
    stride(from: 0, to: count, by: 512).map { self[$0..<Swift.min($0 + 512, count)] }
  }
}

extension Workers {
  /// Makes a text of a few hundred elements at a time, and hands the texts out in their order: never many
  /// of them are there.
  func forEachBatch<Element: Sendable>(
    of elements: [Element], _ text: @escaping @Sendable (ArraySlice<Element>) -> String,
    output: (String) throws -> Void
  ) rethrows {
    let batches = elements.batches
    for start in stride(from: 0, to: batches.count, by: 16) {
      for text in map(Array(batches[start..<min(start + 16, batches.count)]), text) {
        try output(text)
      }
    }
  }
}

/// The looks as the command line names them.
enum CheckFormat: String, CaseIterable, ExpressibleByArgument {
  case text, concise, json, ndjson, sarif, github, junit, gitlab

  func reporter(
    _ style: TextStyle, workers: Workers = Workers(count: 1)
  ) -> any CheckReporter {
    switch self {
    case .text: TextCheckReporter(style: style)
    case .concise: ConciseCheckReporter(style: style)
    case .json: JSONCheckReporter(workers: workers)
    case .ndjson: NDJSONCheckReporter(workers: workers)
    case .sarif: SARIFCheckReporter()
    case .github: GitHubCheckReporter()
    case .junit: JUnitCheckReporter()
    case .gitlab: GitLabCheckReporter()
    }
  }
}
