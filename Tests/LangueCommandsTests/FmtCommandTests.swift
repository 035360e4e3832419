import Testing

@Suite struct FmtCommandTests {
  @Test func `a catalogue gets the order of its source and one layout`() throws {
    let site = try TemporaryFolder(TinySite.files)
    try site.write(
      #"{"cart.items":"{$count}","@cart.title":{"state":"reviewed"},"cart.title":"l\u00e9","@@locale":"de"}"#,
      to: "Strings/de/page.json")
    let check = try Executable.langue.run(["fmt", "--check", "--locale", "de"], in: site.path)
    #expect(check.status == 1)
    #expect(check.output == "Strings/de/page.json\nwould change 1 file\n")
    let run = try Executable.langue.run(["fmt", "--locale", "de"], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      site.read("Strings/de/page.json") == """
        {
          "@@locale": "de",
          "cart.title": "lé",
          "@cart.title": {
            "state": "reviewed"
          },
          "cart.items": "{$count}"
        }

        """)
    let again = try Executable.langue.run(["fmt", "--check", "--locale", "de"], in: site.path)
    #expect(again.status == 0)
    #expect(again.output == "would change 0 files\n")
  }

  @Test func `stamped translations turn stale when their source changes`() throws {
    let site = try TemporaryFolder(TinySite.files)
    let run = try Executable.langue.run(["fmt", "--stamp"], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output
        == "Strings/de/page.json: 1 message\nStrings/pl/page.json: 2 messages\nchanged 2 files\n")
    #expect(site.read("Strings/fr/page.json") == TinySite.french)
    let german = try #require(site.read("Strings/de/page.json"))
    let stamp = try #require(german.firstMatch(of: /"source": "[0-9a-f]{16}"/))
    #expect(
      german == """
        {
          "cart.title": "Hallo {$name}",
          "@cart.title": {
            \(stamp.output)
          }
        }
        """)
    let again = try Executable.langue.run(["fmt", "--stamp"], in: site.path)
    #expect(again.output == "changed 0 files\n")
    try site.write(
      TinySite.french.replacing("Bonjour", with: "Bonsoir"), to: "Strings/fr/page.json")
    let coverage = try Executable.langue.run(["coverage", "--format", "json"], in: site.path)
    #expect(coverage.output.contains("\"stale\":1"))
    let stale = try Executable.langue.run(["fmt", "--stamp"], in: site.path)
    #expect(stale.output == "changed 0 files\n", "a stale translation is not stamped anew")
  }

  @Test func `a file with a key twice is left as it is`() throws {
    let site = try TemporaryFolder(TinySite.files)
    let text = #"{"cart.title": "a", "cart.title": "b"}"#
    try site.write(text, to: "Strings/de/page.json")
    let run = try Executable.langue.run(["fmt"], in: site.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("Strings/de/page.json:1:21: `cart.title` stands twice"))
    #expect(site.read("Strings/de/page.json") == text)
    #expect(site.read("Strings/pl/page.json") == TinySite.polish)
  }

  @Test func `the catalogues of this repository are in the canonical layout`() throws {
    let run = try Executable.langue.run(["fmt", "--check"], in: Repository.folder)
    #expect(run.output == "would change 0 files\n")
    #expect(run.status == 0)
  }
}
