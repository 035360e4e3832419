import StringCatalogs
import Testing

@testable import LangueCommands

@Suite struct CheckCommandTests {
  private func site(polish: String) throws -> TemporaryFolder {
    try TemporaryFolder(TinySite.files.merging(["Strings/pl/page.json": polish]) { $1 })
  }

  @Test func `a site in order ends with 0 and finds itself from any folder below`() throws {
    let site = try TemporaryFolder(TinySite.files)
    try site.write(
      TinySite.polish.replacing("Witaj", with: "Cześć"), to: "Strings/de/page.json")
    let run = try Executable.langue.run(
      ["check", "--locale", "pl", "--format", "concise"], in: site.path + "/Strings/pl")
    #expect(run.output == "")
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func `a finding ends with 1 and stands at its place through JSON escapes`() throws {
    let site = try site(
      polish: #"{"cart.title": "Witaj\u002c \"Pan\" {$nmae}", "cart.items": "x {$count :integer}"}"#
    )
    let run = try Executable.langue.run(
      ["check", "--format", "concise", "--rule", "unknown-variable"], in: site.path)
    #expect(run.status == 1)
    #expect(
      run.output
        == "Strings/pl/page.json:1:38: error: variable `$nmae` is not in the source message"
        + " [unknown-variable]\n")
  }

  @Test(arguments: CheckFormat.allCases)
  func `the report is the same whatever the number of workers`(format: CheckFormat) throws {
    let site = try site(
      polish: #"{"cart.title": "Witaj {$a} {$b}", "other": "", "cart.items": "{"}"#)
    let runs = try ["1", "2", "8"].map { jobs in
      try Executable.langue.run(
        ["check", "--format", format.rawValue, "--jobs", jobs], in: site.path)
    }
    #expect(runs[0].status == 1)
    #expect(runs[0].output.contains("unknown-variable"))
    #expect(runs.allSatisfy { $0.output == runs[0].output })
  }

  @Test func `control characters in keys reach no terminal`() throws {
    let site = try site(polish: #"{"cart.\u001b[2Jtitle": "x"}"#)
    for format in ["text", "concise", "json"] {
      let run = try Executable.langue.run(["check", "--format", format], in: site.path)
      #expect(run.status == 1)
      #expect(!run.output.utf8.contains(0x1B))
    }
  }

  @Test func `color is for terminals and for those who ask`() throws {
    let site = try site(polish: #"{"cart.title": "Witaj {$a}"}"#)
    func isColored(_ arguments: [String], _ environment: [String: String]) throws -> Bool {
      try Executable.langue.run(["check"] + arguments, in: site.path, environment: environment)
        .output.contains("\u{1B}[")
    }
    #expect(try !isColored([], [:]))
    #expect(try isColored([], ["FORCE_COLOR": "1"]))
    #expect(try !isColored([], ["FORCE_COLOR": "0"]))
    #expect(try !isColored([], ["FORCE_COLOR": "1", "NO_COLOR": "1"]))
    #expect(try isColored(["--color", "always"], ["NO_COLOR": "1"]))
    #expect(try !isColored(["--color", "never"], ["FORCE_COLOR": "1"]))
  }
}
