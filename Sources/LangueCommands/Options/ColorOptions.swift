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
    if Environment.value("NO_COLOR") != nil { return false }
    if let forced = Environment.value("FORCE_COLOR") { return forced != "0" }
    return StandardStreams.isTerminal(STDOUT_FILENO) && Environment.value("TERM") != "dumb"
  }
}
