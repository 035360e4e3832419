import ArgumentParser
import LocaleIdentifiers
import StringCatalogs

struct FormatCommand: ParsableCommand {
  enum Syntax: String, CaseIterable, ExpressibleByArgument {
    case mf2, icu

    var kind: MessageSyntaxKind { self == .icu ? .icu : .messageFormat2 }
  }

  enum Bidi: String, CaseIterable, ExpressibleByArgument {
    case `default`, none
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "format",
      abstract: "Format one message in one language.",
      discussion: """
        langue format --locale pl --arg count=5 \
        '.input {$count :number} .match $count one {{plik}} few {{{$count} pliki}} * {{{$count} plików}}'

        What cannot be formatted is shown in braces and explained on standard error, and the exit code \
        is 1.
        """)
  }

  @Option(help: "The language to format in, as a BCP 47 tag.")
  var locale: String

  @Option(help: "The message's syntax: MessageFormat 2, or ICU's MessageFormat 1.")
  var syntax: Syntax = .mf2

  @Option(
    name: .customLong("arg"),
    help: ArgumentHelp(
      "A variable's value. What looks like a number is one; name:string=…, name:number=… and "
        + "name:datetime=… (ISO 8601) say so.",
      valueName: "name=value"),
    transform: MessageArgument.init)
  var arguments: [MessageArgument] = []

  @Option(help: "Whether values are isolated from text in the other direction.")
  var bidi: Bidi = .default

  @Argument(help: "The message.")
  var message: String

  func run() throws {
    guard let locale = LocaleIdentifier(locale) else {
      throw Failure("`\(locale)` is no locale: write a BCP 47 tag, as `pl` or `pt-BR`")
    }
    let request = MessageRequest(
      message: message, syntax: syntax.kind, locale: locale, arguments: arguments,
      isolatesValues: bidi == .default)
    switch try request.outcome() {
    case .text(let text, let errors):
      try StandardStreams.print(text + "\n")
      for error in errors { StandardStreams.log(error) }
      if !errors.isEmpty { throw ExitCode.findings }
    case .invalid(let findings):
      // The faults are shown below the message itself.
      let bytes = Array(message.utf8)
      let report = CheckResults(findings: findings, source: { _ in bytes })
      StandardStreams.writeErrors(
        TextCheckReporter(style: TextStyle(isColored: false)).text(report))
      throw ExitCode.findings
    }
  }
}
