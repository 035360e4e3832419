import StringCatalogs
import Testing

/// German has 50 % of its text, Polish all.
@Suite struct SelectorOfferTests {
  private func run(_ coverage: String, _ arguments: String...) throws -> (Run, [String]) {
    let manifest = TinySite.manifest.replacing(
      "\"source\": \"fr\",", with: "\"source\": \"fr\", \"coverage\": {\(coverage)},")
    let site = try TemporaryFolder(TinySite.files.merging(["Locales/site.json": manifest]) { $1 })
    let run = try Executable.langue.run(
      ["selector", "--format", "json"] + arguments, in: site.path)
    let root = try? JSONDocument(parsing: Array(run.output.utf8)).root
    return (run, root?.elements.compactMap { $0.member("locale")?.string } ?? [])
  }

  @Test func `a language with too little text is left out, and the reason is printed`() throws {
    let (run, locales) = try run("\"minimum\": 80")
    #expect(run.status == 0)
    #expect(locales == ["fr", "pl"])
    #expect(
      run.errors == "langue: de is not offered: it has 50.0 % of its text, and 80 % are asked\n")
  }

  @Test func `one that was offered stays down to the lower limit`() throws {
    let (run, locales) = try run(
      "\"minimum\": 80, \"hideBelow\": 50, \"offered\": [\"de\", \"pl\"]")
    #expect(locales == ["fr", "de", "pl"])
    #expect(run.errors.hasPrefix("langue: de stays offered: "))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func `where the list of the manifest is not true any more, it is said`() throws {
    let (run, locales) = try run("\"minimum\": 80, \"hideBelow\": 60, \"offered\": [\"de\"]")
    #expect(locales == ["fr", "pl"])
    #expect(
      run.errors == """
        langue: de is not offered any more: it has 50.0 % of its text, less than 60 %
        langue: add to `coverage.offered` in the manifest: pl
        langue: take out of `coverage.offered` in the manifest: de

        """)
  }

  @Test func `all are shown where all are asked for, and where nothing is asked of them`() throws {
    #expect(try run("\"minimum\": 80", "--all").1 == ["fr", "de", "pl"])
    let (run, locales) = try run("")
    #expect(locales == ["fr", "de", "pl"])
    #expect(run.errors == "")
  }

  @Test func `an unknown locale in the list is a fault of the manifest`() throws {
    let (run, _) = try run("\"offered\": [\"da\"]")
    #expect(run.status == 2)
    #expect(run.errors.contains("`offered` names `da`"))
  }
}
