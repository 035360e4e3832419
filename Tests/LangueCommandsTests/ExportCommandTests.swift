import MessageBundles
import MessageFormat
import Testing

@Suite struct ExportCommandTests {
  @Test func `a bundle for each locale holds its own text and what it falls back to`() throws {
    let site = try TemporaryFolder(TinySite.files)
    let run = try Executable.langue.run(["export"], in: site.path)
    #expect(run.status == 0)
    #expect(
      run.output.hasPrefix("dist/de.json\ndist/fr.json\ndist/pl.json\nwrote 3 files, "),
      "\(run.output)")
    let german = try #require(site.read("dist/de.json"))
    #expect(
      german == """
        {
          "version": 1,
          "locale": "de",
          "direction": "ltr",
          "messages": {
            "cart.title": "Hallo {$name}"
          },
          "fallback": {
            "fr": {
              "cart.items": ".input {$count :integer} .match $count one {{{$count} article}} * {{{$count} articles}}"
            }
          }
        }

        """)
  }

  @Test func `a second export replaces the first as a whole and leaves no litter`() throws {
    let site = try TemporaryFolder(TinySite.files)
    try site.write("old", to: "public/old.json")
    #expect(
      try Executable.langue.run(["export", "--output", "public"], in: site.path).status == 0)
    let files = site.files.filter { !TinySite.files.keys.contains($0) }
    #expect(files == ["public/de.json", "public/fr.json", "public/pl.json"])
  }

  @Test func `binary bundles are opened by the run time`() throws {
    let site = try TemporaryFolder(TinySite.files)
    let run = try Executable.langue.run(["export", "--format", "bundle"], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    let polish = try MessageBundle(path: "\(site.path)/dist/pl.langue")
    #expect(polish.format("cart.items", ["count": 5]) == "5 produktów")
    let german = try MessageBundle(path: "\(site.path)/dist/de.langue")
    #expect(german.format("cart.items", ["count": 5]) == nil)
  }

  @Test func `a dry run says the same and writes nothing`() throws {
    let site = try TemporaryFolder(TinySite.files)
    let before = site.files
    let run = try Executable.langue.run(["export", "--dry-run"], in: site.path)
    #expect(run.status == 0)
    #expect(run.output.contains("dist/pl.json\nwould write 3 files, "))
    #expect(site.files == before)
  }

  @Test(arguments: [".", "Strings", "Strings/fr", "Locales", ".."])
  func `the site itself is never replaced`(folder: String) throws {
    let site = try TemporaryFolder(TinySite.files)
    let before = site.files
    let run = try Executable.langue.run(["export", "--output", folder], in: site.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("holds the site itself"))
    #expect(site.files == before)
  }

  @Test func `a file in the folder's place is kept`() throws {
    let site = try TemporaryFolder(TinySite.files)
    try site.write("mine", to: "dist")
    let run = try Executable.langue.run(["export"], in: site.path)
    #expect(run.status == 2)
    #expect(site.read("dist") == "mine")
  }

  @Test func `the pages of the site are written in every language`() throws {
    let template =
      "<!DOCTYPE html><html lang=\"{{page.lang}}\"><head></head><body><p>{{cart.title}}</p></body></html>"
    let site = try TemporaryFolder(
      TinySite.files.merging(["Strings/index.html": template]) { $1 })
    let run = try Executable.langue.run(["export", "--format", "site"], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    for locale in ["de", "fr", "pl"] {
      let page = site.read("dist/\(locale)/index.html")
      #expect(page?.contains("lang=\"\(locale)\"") == true, "\(page ?? "no page")")
    }
  }

  @Test func `a site without templates has no pages to write`() throws {
    let site = try TemporaryFolder(TinySite.files)
    let run = try Executable.langue.run(["export", "--format", "site"], in: site.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("no page template"))
    #expect(site.read("dist") == nil)
  }
}
