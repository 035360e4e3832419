import ArgumentParser
import CatalogChecks
import Diagnostics
import LocaleServices

struct ExplainCommand: ToolCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: "Say what a rule of `check` looks for, with examples; without a name, list them.",
      discussion: "With --format, say what a format of `export` and `import` does not carry.")
  }

  @Argument(help: "The rule's name, as it stands in a report (missing-plural-category).")
  var rule: String?

  @Option(help: ArgumentHelp("The name of a format, as `export` has it.", valueName: "format"))
  var format: String?

  func validate() throws {
    if rule != nil, format != nil { throw ValidationError("a rule or --format, one at a time") }
  }

  func run(with toolkit: Toolkit) throws {
    if let format {
      try toolkit.needFormats()
      return try StandardStreams.print(
        FormatExplanation(try toolkit.format(named: format)).text)
    }
    guard let rule else { return try StandardStreams.print(list) }
    if let check = CheckList.all.first(where: { $0.rule == rule }) {
      return try StandardStreams.print(RuleExplanation(check).text)
    }
    guard let reading = ReadingRule.all.first(where: { $0.rule == rule }) else {
      throw Failure("there is no rule `\(rule)`; `langue explain` lists them")
    }
    try StandardStreams.print("# \(rule) (of those who read the files)\n\n\(reading.explanation)\n")
  }

  private var list: String {
    let width = CheckList.all.map { $0.rule.terminalWidth }.max() ?? 0
    return CheckList.all.map { check in
      let name = check.rule.padded(to: width)
      let severity = check.severity.rawValue.padded(to: 7)
      return "\(name)  \(severity)  \(check.summary)\n"
    }.joined()
  }
}
