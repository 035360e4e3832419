import Testing

/// What is wrong with a site, how it is broken, and what the one line says.
struct BadInput: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var says: [String]
  var spoil: @Sendable (TemporaryFolder) throws -> Void

  init(
    _ name: String, says: [String], _ spoil: @escaping @Sendable (TemporaryFolder) throws -> Void
  ) {
    testDescription = name
    self.says = says
    self.spoil = spoil
  }

  static let all = [
    BadInput("a missing manifest", says: ["Locales/site.json"]) { $0.remove("Locales") },
    BadInput("a missing folder of strings", says: ["Strings", "there is no"]) {
      $0.remove("Strings")
    },
    BadInput("a source without catalogues", says: ["Strings/fr", "has no catalogue"]) {
      $0.remove("Strings/fr")
    },
    BadInput("a source without messages", says: ["Strings/fr", "has no message"]) {
      try $0.write("{}", to: "Strings/fr/page.json")
    },
    BadInput("invalid UTF-8", says: ["Strings/pl/page.json:1:8", "UTF-8"]) {
      try $0.write(
        Array("{\"a\": \"".utf8) + [0xFF] + Array("\"}".utf8), to: "Strings/pl/page.json")
    },
    BadInput("invalid UTF-8 in the manifest", says: ["Locales/site.json:1:2", "UTF-8"]) {
      try $0.write([0x7B, 0xC0, 0x7D], to: "Locales/site.json")
    },
    BadInput("a file of 100 MB", says: ["Strings/pl/page.json", "104857600 bytes"]) {
      try $0.write([UInt8](repeating: 0x20, count: 100 << 20), to: "Strings/pl/page.json")
    },
    BadInput("a folder where a file should be", says: ["Strings/pl/page.json", "is a folder"]) {
      $0.remove("Strings/pl/page.json")
      $0.makeFolder("Strings/pl/page.json")
    },
    BadInput("a folder where the manifest should be", says: ["Locales/site.json", "is a folder"]) {
      $0.remove("Locales/site.json")
      $0.makeFolder("Locales/site.json")
    },
    BadInput("a file where a folder should be", says: ["Strings/pl", "is not a folder"]) {
      $0.remove("Strings/pl")
      try $0.write("{}", to: "Strings/pl")
    },
    BadInput("a locale that the site does not have", says: ["Strings/pt", "is no locale"]) {
      try $0.write("{\"cart.title\": \"Olá\"}", to: "Strings/pt/page.json")
    },
    BadInput("a manifest with a locale twice", says: ["Locales/site.json:6:17", "`pl`"]) {
      try $0.write(
        TinySite.manifest.replacing("\"locale\": \"de\"", with: "\"locale\": \"pl\""),
        to: "Locales/site.json")
    },
    BadInput("an unknown field of the manifest", says: ["Locales/site.json:2:3", "`source`?"]) {
      try $0.write(
        TinySite.manifest.replacing("\"source\"", with: "\"sauce\""), to: "Locales/site.json")
    },
    BadInput("a manifest that is no JSON", says: ["Locales/site.json:1:1"]) {
      try $0.write("source = fr", to: "Locales/site.json")
    },
    BadInput("an empty manifest", says: ["Locales/site.json:1:1"]) {
      try $0.write("", to: "Locales/site.json")
    },
  ]
}

@Suite struct BadInputTests {
  /// Every command that reads a site's strings.
  private static let commands = [
    ["check"], ["coverage"], ["export"], ["export", "--format", "site"], ["selector"],
    ["preview", "--output", "pages"],
  ]

  @Test(arguments: BadInput.all, commands)
  func `bad input is one clear line and exit code 2`(input: BadInput, command: [String]) throws {
    let site = try TemporaryFolder(TinySite.files)
    try input.spoil(site)
    let before = site.files

    let run = try Executable.langue.run(command, in: site.path)

    #expect(run.status == 2, "\(run.errors)")
    #expect(run.output == "")
    let first = run.errors.split(separator: "\n").first ?? ""
    #expect(first.hasPrefix("langue: "))
    for words in input.says { #expect(run.errors.contains(words), "\(run.errors)") }
    #expect(site.files == before, "something was written")
  }

  @Test(.enabled(if: isOrdinaryUser, "root may read every file"), arguments: commands)
  func `an unreadable file is one clear line and exit code 2`(command: [String]) throws {
    let site = try TemporaryFolder(TinySite.files)
    site.setMode(0, of: "Strings/pl/page.json")
    let run = try Executable.langue.run(command, in: site.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("Strings/pl/page.json"))
    #expect(run.errors.contains("may not be opened"))
  }

  @Test(arguments: commands)
  func `a folder that is not there is one clear line and exit code 2`(command: [String]) throws {
    let run = try Executable.langue.run(command + ["--site", "/nowhere/at/all"], in: "/")
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains("/nowhere/at/all"))
  }

  @Test(arguments: commands)
  func `outside of any site there is one clear line and exit code 2`(command: [String]) throws {
    let run = try Executable.langue.run(command, in: "/")
    #expect(run.status == 2)
    #expect(run.errors.contains("Locales/site.json"))
    #expect(run.errors.contains("--site"))
  }

  @Test(arguments: commands)
  func `several bad files are all told at once`(command: [String]) throws {
    let site = try TemporaryFolder(TinySite.files)
    for file in ["Strings/de/page.json", "Strings/pl/page.json"] {
      try site.write([0xFF], to: file)
    }
    let run = try Executable.langue.run(command, in: site.path)
    #expect(run.status == 2)
    #expect(run.errors.split(separator: "\n").count == 2)
  }

  @Test(arguments: [
    ["--nonsense"], ["nonsense"], ["check", "--format", "nonsense"], ["check", "--jobs", "0"],
    ["check", "--rule", "nonsense"], ["format", "Hello"], ["explain", "nonsense"],
    ["format", "--locale", "not a locale", "Hello"],
    ["format", "--locale", "pl", "--arg", "x", "a"],
  ])
  func `a command line that makes no sense is one line and exit code 2`(command: [String]) throws {
    let site = try TemporaryFolder(TinySite.files)
    let run = try Executable.langue.run(command, in: site.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("langue: "))
    #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
  }

  @Test func `a full disk under standard output is exit code 2`() throws {
    let run = try Executable(path: "/bin/sh").run(
      ["-c", "\(Executable.langue.path) explain > /dev/full"], in: "/")
    #expect(run.status == 2)
    #expect(run.errors == "langue: cannot write to standard output\n")
  }
}
