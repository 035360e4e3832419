import Testing

@Suite struct CoverageCommandTests {
  @Test func `the numbers have the promised shape`() throws {
    let site = try TemporaryFolder(TinySite.files)
    let run = try Executable.langue.run(["coverage", "--format", "json"], in: site.path)
    #expect(run.status == 0)
    let versions = try Executable.langue.run(["--version"]).output
    let icu = try #require(versions.firstMatch(of: /ICU ([0-9.]+), CLDR ([0-9.]+)/))
    #expect(
      run.output == """
        {"version":1,"source":"fr","icu":"\(icu.1)","cldr":"\(icu.2)","locales":[\
        {"locale":"de","keys":{"total":2,"translated":1,"missing":1,"empty":0,"stale":0,\
        "unreviewed":1,"broken":0},"variants":{"required":3,"present":1},\
        "words":{"total":3,"translated":1},"resolved":{"translated":1},"percent":50},\
        {"locale":"pl","keys":{"total":2,"translated":2,"missing":0,"empty":0,"stale":0,\
        "unreviewed":2,"broken":0},"variants":{"required":4,"present":4},\
        "words":{"total":3,"translated":3},"resolved":{"translated":2},"percent":100}],\
        "sections":[{"section":"cart","total":2,"locales":[\
        {"locale":"de","translated":1,"resolved":1,"percent":50},\
        {"locale":"pl","translated":2,"resolved":2,"percent":100}]}],\
        "catalogs":[{"catalog":"page","total":2,"locales":[\
        {"locale":"de","translated":1,"resolved":1,"percent":50},\
        {"locale":"pl","translated":2,"resolved":2,"percent":100}]}],"pages":[]}

        """)
  }

  @Test func `the JSON report is as its schema says, of a small site and of this one`() throws {
    let schema = try JSONSchema("coverage.schema.json")
    let small = try TemporaryFolder(TinySite.files)
    for folder in [small.path, Repository.folder] {
      let run = try Executable.langue.run(["coverage", "--format", "json"], in: folder)
      #expect(schema.faults(of: run.output) == [])
    }
    let output = try Executable.langue.run(["coverage", "--format", "json"], in: small.path).output
    #expect(schema.faults(of: output.replacing("\"stale\"", with: "\"old\"")) != [])
    #expect(schema.faults(of: output.replacing("\"percent\":100", with: "\"percent\":101")) != [])
  }

  @Test func `the table has a line for each locale`() throws {
    let site = try TemporaryFolder(TinySite.files)
    let run = try Executable.langue.run(["coverage"], in: site.path)
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[1].hasPrefix("de      ██████████░░░░░░░░░░   50.0 %"))
    #expect(lines[1].hasSuffix("Deutsch"))
    #expect(lines[2].hasPrefix("pl      ████████████████████  100.0 %"))
    #expect(lines[3].hasPrefix("1 of 2 locales are complete; source fr: 2 keys, 3 words; ICU "))
  }

  @Test(arguments: [("50", Int32(0)), ("50.1", 1), ("100", 1), ("0", 0)])
  func `a threshold that is missed ends with 1 and says where`(
    percent: String, status: Int32
  ) throws {
    let site = try TemporaryFolder(TinySite.files)
    for flag in ["--min-coverage", "--fail-under"] {
      let run = try Executable.langue.run(["coverage", flag, percent], in: site.path)
      #expect(run.status == status)
      #expect(
        run.errors
          == (status == 0
            ? "" : "langue: below the threshold: de has 50.0 % of \(percent) %\n"))
    }
  }

  @Test func `a locale that the manifest wants complete is a threshold`() throws {
    let manifest = TinySite.manifest.replacing(
      "\"source\": \"fr\",",
      with: "\"source\": \"fr\", \"coverage\": {\"requireComplete\": [\"de\"]},")
    let site = try TemporaryFolder(TinySite.files.merging(["Locales/site.json": manifest]) { $1 })
    let run = try Executable.langue.run(["coverage"], in: site.path)
    #expect(run.status == 1)
    #expect(run.errors == "langue: below the threshold: de has 50.0 % of 100 %\n")
    #expect(try Executable.langue.run(["coverage", "--locale", "pl"], in: site.path).status == 0)
  }

  @Test func `the numbers are the same whatever the number of workers`() throws {
    let site = try TemporaryFolder(TinySite.files)
    let outputs = try ["1", "2", "16"].map {
      try Executable.langue.run(["coverage", "--format", "json", "--jobs", $0], in: site.path)
        .output
    }
    #expect(Set(outputs).count == 1)
  }

  @Test func `a locale that the site lacks is an error, with the nearest`() throws {
    let site = try TemporaryFolder(TinySite.files)
    let run = try Executable.langue.run(["coverage", "--locale", "dee"], in: site.path)
    #expect(run.status == 2)
    #expect(run.errors == "langue: `dee` is no locale of the site; did you mean `de`?\n")
  }
}
