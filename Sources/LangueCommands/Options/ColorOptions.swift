import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// When a report is colored.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}

struct ColorOptions: ParsableArguments {
  @Option(help: "When to color: auto looks at the terminal, NO_COLOR and FORCE_COLOR.")
  var color: ColorChoice = .auto

  var style: TextStyle { TextStyle(isColored: isColored) }

  /// `--color` wins; then NO_COLOR, then FORCE_COLOR, where they are set and not empty (FORCE_COLOR
  /// not `0` either); then whether standard output is a terminal that knows colors.
  private var isColored: Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if isSet("NO_COLOR") { return false }
    if isSet("FORCE_COLOR") { return environment("FORCE_COLOR") != "0" }
    return StandardStreams.isTerminal(STDOUT_FILENO) && environment("TERM") != "dumb"
  }

  private func isSet(_ name: String) -> Bool { environment(name)?.isEmpty == false }

  private func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
