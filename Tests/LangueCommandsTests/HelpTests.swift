import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Every command's help, whole, as a person sees it.
@Suite struct HelpTests {
  static let commands: [[String]] = [
    [], ["coverage"], ["check"], ["export"], ["import"], ["preview"], ["selector"],
    ["selector", "list"], ["selector", "resolve"], ["negotiate"], ["format"], ["convert"], ["fmt"],
    ["explain"], ["init"],
  ]

  @Test(arguments: commands)
  func `the help of a command is as it was looked at`(command: [String]) throws {
    let run = try Executable.langue.run(command + ["--help"], environment: ["COLUMNS": "100"])
    #expect(run.status == 0)
    #expect(run.errors == "")
    try Snapshot(name: (["help"] + command).joined(separator: "-")).expect(run.output)
  }

  @Test func `every command that is listed has a snapshot of its help`() throws {
    let help = try Executable.langue.run(["--help"]).output
    let section = help.split(separator: "SUBCOMMANDS:").last ?? ""
    let listed = section.split(separator: "\n").compactMap { line -> String? in
      let isName = line.hasPrefix("  ") && !line.hasPrefix("   ") && !line.contains("See")
      return isName ? line.split(separator: " ").first.map(String.init) : nil
    }
    #expect(listed == Self.commands.filter { $0.count == 1 }.map { $0[0] })
  }

  @Test func `the version names ICU and CLDR`() throws {
    let run = try Executable.langue.run(["--version"])
    #expect(run.output.wholeMatch(of: /langue [0-9.]+ \(ICU [0-9.]+, CLDR [0-9.]+\)\n/) != nil)
  }
}

/// A text that was looked at once and is kept in `Snapshots`. With LANGUE_RECORD set it is written anew,
/// and the test fails, so that somebody looks at it.
struct Snapshot {
  let name: String

  func expect(_ text: String) throws {
    let path = "\(Repository.folder)/Tests/LangueCommandsTests/Snapshots/\(name).txt"
    if getenv("LANGUE_RECORD") != nil {
      try TemporaryFolder.write(Array(text.utf8), to: path)
      Issue.record("\(name) was recorded anew: look at it")
    }
    #expect(TemporaryFolder.read(path) == text)
  }
}
