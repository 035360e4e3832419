import StringCatalogs
import Testing

@Suite(.enabled(if: hasGit, "there is no git"))
struct CoverageSinceTests {
  /// A site that was committed, and then got a key, lost one and half of German.
  private func site() throws -> TemporaryFolder {
    let site = try TemporaryFolder(TinySite.files)
    try site.commitAll()
    try site.write(
      TinySite.french.replacing(
        "{\n", with: "{\n  \"cart.new\": \"Nouveau\",\n", maxReplacements: 1
      )
      .replacing("Bonjour", with: "Bonsoir"),
      to: "Strings/fr/page.json")
    try site.write(
      TinySite.polish.replacing("{\n", with: "{\n  \"cart.new\": \"Nowe\",\n", maxReplacements: 1),
      to: "Strings/pl/page.json")
    try site.write("{}", to: "Strings/de/page.json")
    return site
  }

  @Test func `what changed since a commit is told by locale and key`() throws {
    let site = try site()
    let run = try Executable.langue.run(["coverage", "--since", "HEAD"], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    let commit = try #require(run.output.firstMatch(of: /since HEAD \(([0-9a-f]{10})\)/)).1
    #expect(
      run.output == """
        since HEAD (\(commit)): source keys: 1 added, 1 changed

        locale   before      now  change  translated  stale  unreviewed  language
        de       50.0 %    0.0 %   -50.0      0 (-1)      0      0 (-1)  Deutsch
        pl      100.0 %  100.0 %     0.0      3 (+1)      0      3 (+1)  Polski

        no locale is as it was

        """)
  }

  @Test func `for programs it stands beside the numbers as they are now`() throws {
    let site = try site()
    let run = try Executable.langue.run(
      ["coverage", "--since", "main", "--format", "json"], in: site.path)
    let root = try JSONDocument(parsing: Array(run.output.utf8)).root
    #expect(try JSONSchema("coverage.schema.json").faults(of: root) == [])
    #expect(root.member("version")?.integer == 1)
    let since = try #require(root.member("since"))
    #expect(since.member("revision")?.string == "main")
    let keys = try #require(since.member("keys"))
    #expect(keys.member("added")?.elements.compactMap(\.string) == ["cart.new"])
    #expect(keys.member("changed")?.elements.compactMap(\.string) == ["cart.title"])
    #expect(keys.member("removed")?.elements.compactMap(\.string) == [])
    let locales = try #require(since.member("locales")).elements.map(\.self)
    #expect(locales.map { $0.member("locale")?.string } == ["de", "pl"])
    #expect(locales[0].member("before")?.member("percent")?.double == 50)
    #expect(locales[0].member("now")?.member("percent")?.double == 0)
  }

  @Test func `nothing changed is two lines`() throws {
    let site = try TemporaryFolder(TinySite.files)
    try site.commitAll()
    let run = try Executable.langue.run(["coverage", "--since", "HEAD"], in: site.path)
    #expect(
      run.output.wholeMatch(
        of: /since HEAD \([0-9a-f]{10}\): the source is the same\n2 locales are as they were\n/)
        != nil)
  }

  @Test func `a locale that is new and one that is gone are told`() throws {
    let site = try TemporaryFolder(TinySite.files)
    try site.commitAll()
    try site.write(
      TinySite.manifest.replacing(
        "\"locale\": \"de\", \"label\": \"German\"",
        with: "\"locale\": \"da\", \"label\": \"Danish\""),
      to: "Locales/site.json")
    site.remove("Strings/de")
    let run = try Executable.langue.run(
      ["coverage", "--since", "HEAD", "--format", "markdown"], in: site.path)
    #expect(run.output.contains("| da | not there | 0.0 % | · |"))
    #expect(run.output.contains("| de | 50.0 % | gone | · |"))
  }

  @Test func `a commit without a site is one line and exit code 2`() throws {
    let site = try TemporaryFolder(["readme": "x"])
    try site.commitAll()
    for (name, text) in TinySite.files { try site.write(text, to: name) }
    let run = try Executable.langue.run(["coverage", "--since", "HEAD"], in: site.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.errors.hasPrefix("langue: at HEAD: "), "\(run.errors)")
    #expect(!run.errors.contains("/tmp/"))
  }

  @Test(arguments: [["--format", "csv"], ["--by", "section"]])
  func `what cannot be shown of a change is refused`(arguments: [String]) throws {
    let site = try TemporaryFolder(TinySite.files)
    let run = try Executable.langue.run(["coverage", "--since", "HEAD"] + arguments, in: site.path)
    #expect(run.status == 2)
    #expect(run.output == "")
  }
}
