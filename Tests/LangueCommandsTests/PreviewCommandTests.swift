import Testing

@Suite struct PreviewCommandTests {
  private static let files = TinySite.files.merging(
    ["Strings/index.html": "<h1>{{{cart.title}}}</h1><p>{{{cart.items}}}</p>"]) { $1 }

  @Test func `the pages are written, each at its language's address`() throws {
    let site = try TemporaryFolder(Self.files)
    let run = try Executable.langue.run(["preview", "--output", "dist"], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      site.read("dist/pl/index.html") == "<h1>Witaj, \u{2068}Ada\u{2069}</h1><p>3 produkty</p>")
    #expect(site.read("dist/index.html")?.contains("url=fr/") == true)
  }

  @Test(arguments: [["--pdf"], ["--png", "pl"]])
  func `pictures need a folder to be put in`(flags: [String]) throws {
    let site = try TemporaryFolder(Self.files)
    let run = try Executable.langue.run(["preview"] + flags, in: site.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("--output"))
  }

  @Test func `without Chromium nothing is written, and what to do is said`() throws {
    let site = try TemporaryFolder(Self.files)
    for flags in [["--pdf"], ["--png", "pl", "de"]] {
      let run = try Executable.langue.run(
        ["preview", "--output", "dist"] + flags, in: site.path, environment: ["PATH": "/nowhere"])
      #expect(run.status == 2)
      #expect(run.errors.contains("LANGUE_CHROMIUM"))
      #expect(site.read("dist/index.html") == nil)
    }
  }

  @Test func `a program that is no browser is told from one`() throws {
    let site = try TemporaryFolder(Self.files)
    let run = try Executable.langue.run(
      ["preview", "--output", "dist", "--pdf"], in: site.path,
      environment: ["LANGUE_CHROMIUM": "/bin/true"])
    #expect(run.status == 2)
    #expect(run.errors.contains("Chromium has ended"))
    #expect(site.read("dist/index.html") == nil)
  }

  @Test func `a picture of a language that the site does not have is refused`() throws {
    let site = try TemporaryFolder(Self.files)
    let run = try Executable.langue.run(
      ["preview", "--output", "dist", "--png", "ja"], in: site.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("`ja` is no locale of the site"))
  }
}
