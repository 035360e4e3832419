import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The scripts that prove exports, against the tool beside these tests.
@Suite struct ExportProofTests {
  private static let environment: [String: String] = {
    var environment = ["LANGUE": Executable.langue.path]
    for name in ["PATH", "HOME"] {
      let value: String? = getenv(name).map { String(cString: $0) }
      environment[name] = value
    }
    return environment
  }()

  private static func has(_ program: String) -> Bool {
    let run = try? Executable(path: "/bin/sh").run(
      ["-c", "command -v \(program)"], environment: environment)
    return run?.status == 0
  }

  private static let isAsked = getenv("LANGUE_SLOW_TESTS") != nil

  private func run(_ script: String, _ arguments: [String] = []) throws {
    let run = try Executable(path: "\(Repository.folder)/Scripts/\(script)").run(
      arguments, environment: Self.environment)
    // What a reader that is not installed left out is said, and never looks like a success.
    print(run.output)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test(.enabled(if: has("python3"), "needs python3"))
  func `killed, starved, forbidden and doubled exports leave a whole set`() throws {
    try run("crash-tests", ["--short"])
  }

  @Test(.enabled(if: isAsked, "takes a minute: set LANGUE_SLOW_TESTS"))
  func `other libraries read in exports what the run time says`() throws {
    try #require(Self.has("python3") && Self.has("node"))
    try run("read-exports")
  }
}
