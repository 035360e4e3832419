import ArgumentParser

/// A look of the findings of `langue check`.
protocol CheckReporter {
  func text(_ report: CheckResults) -> String
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
