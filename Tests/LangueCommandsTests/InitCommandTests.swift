import Testing

@Suite struct InitCommandTests {
  @Test func `a new site is measured at once`() throws {
    let folder = try TemporaryFolder()
    let run = try Executable.langue.run(["init"], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "wrote Locales/site.json\nwrote Strings/en/messages.json\n")
    let coverage = try Executable.langue.run(["coverage"], in: folder.path)
    #expect(coverage.status == 0, "\(coverage.errors)")
  }

  @Test func `the languages get entries with their names`() throws {
    let folder = try TemporaryFolder()
    let run = try Executable.langue.run(
      ["init", "--source", "fr", "--locales", "de, pt-BR,zh_Hant,de"], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    let manifest = try #require(folder.read("Locales/site.json"))
    #expect(manifest.contains("\"label\": \"German\""))
    #expect(manifest.contains("\"locale\": \"pt-BR\",\n      \"label\": \"Portuguese (Brazil)\""))
    #expect(manifest.contains("\"locale\": \"zh-Hant\""))
    let coverage = try Executable.langue.run(["coverage", "--format", "json"], in: folder.path)
    #expect(coverage.status == 0, "\(coverage.errors)")
    #expect(coverage.output.contains("\"total\":1,\"translated\":0,"))
    let check = try Executable.langue.run(["check"], in: folder.path)
    #expect(check.status == 0, "\(check.output)\(check.errors)")
  }

  @Test func `a site that exists is not touched`() throws {
    let site = try TemporaryFolder(TinySite.files)
    let before = site.files
    let run = try Executable.langue.run(["init"], in: site.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("is a site already"))
    #expect(site.files == before)
    #expect(site.read("Locales/site.json") == TinySite.manifest)
  }

  @Test func `catalogues that stand there are kept`() throws {
    let folder = try TemporaryFolder(["Strings/en/page.json": "{\"a\": \"One\"}"])
    let dry = try Executable.langue.run(["init", "--dry-run"], in: folder.path)
    #expect(dry.output == "would write Locales/site.json\n")
    #expect(folder.files == ["Strings/en/page.json"])
    _ = try Executable.langue.run(["init"], in: folder.path)
    #expect(folder.files == ["Locales/site.json", "Strings/en/page.json"])
    let wrong = try Executable.langue.run(["init", "sub", "--source", "no such"], in: folder.path)
    #expect(wrong.status == 2)
  }
}
