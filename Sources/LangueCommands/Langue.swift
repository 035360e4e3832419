import ArgumentParser
import LocaleServices

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The tool: its commands, and what its exit codes mean.
///
/// 0 is clean; 1 means findings, or a threshold that was missed; 2 means that the command line, the
/// site or the tool itself is at fault, and one line on standard error says how.
struct Langue: ParsableCommand {
  // Computed, like those of the commands: a stored one would be kept behind a lock.
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "langue",
      abstract: "Checks, measures, previews and exports a web site's translations.",
      subcommands: [
        CoverageCommand.self, CheckCommand.self, ExportCommand.self, ImportCommand.self,
        PreviewCommand.self, SelectorCommand.self, NegotiateCommand.self, FormatCommand.self,
        ConvertCommand.self, FmtCommand.self, ExplainCommand.self, InitCommand.self,
      ])
  }

  static var release: String { "0.1.0" }

  @Flag(help: "Print the version of langue, ICU and CLDR.")
  var version = false

  func run() throws {
    guard version else { throw CleanExit.helpRequest(self) }
    try StandardStreams.print(
      "langue \(Self.release) (ICU \(ICUVersion.icu), CLDR \(ICUVersion.cldr))\n")
  }
}

/// What an executable calls: its `main.swift` is this one line.
///
///     CommandLineTool.run(with: Toolkit(formats: CatalogFormatList.all))
public enum CommandLineTool {
  /// Runs the process's command line and ends the process with its exit code.
  public static func run(with toolkit: Toolkit) -> Never {
    exit(Langue.status(of: Array(CommandLine.arguments.dropFirst()), with: toolkit))
  }
}

extension Langue {
  /// Runs a command line; the result is the process's exit code.
  fileprivate static func status(of arguments: [String], with toolkit: Toolkit) -> Int32 {
    do {
      var command = try parseAsRoot(arguments)
      if let command = command as? any ToolCommand {
        try command.run(with: toolkit)
      } else {
        try command.run()
      }
      return ExitCode.success.rawValue
    } catch let code as ExitCode {
      return code.rawValue
    } catch let failure as Failure {
      for reason in failure.reasons { StandardStreams.log(reason) }
      return 2
    } catch {
      return status(of: error)
    }
  }

  /// Help that was asked for is data; everything else that ends a command line is a usage error.
  private static func status(of error: any Error) -> Int32 {
    if exitCode(for: error).isSuccess {
      return StandardStreams.write(fullMessage(for: error) + "\n") ? ExitCode.success.rawValue : 2
    }
    let reason = message(for: error).split(whereSeparator: \.isNewline).joined(separator: " ")
    StandardStreams.log("\(reason) (langue --help lists the commands and their flags)")
    return 2
  }
}
