import Testing

/// Folders of other tools' catalogues, which have no manifest.
@Suite struct ForeignProjectTests {
  private static let header =
    "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
  private static let polish =
    header + "\n#, python-brace-format\nmsgid \"Hello {name}\"\nmsgstr \"Witaj, {nmae}\"\n"
    + "\nmsgid \"Close\"\nmsgstr \"\"\n"

  @Test func `a folder of PO files is checked in place`() throws {
    let folder = try TemporaryFolder([
      "locale/pl/LC_MESSAGES/app.po": Self.polish,
      "locale/de/LC_MESSAGES/app.po": Self.header,
      "setup.cfg": "x",
    ])
    let run = try Executable.langue.run(
      ["check", "--site", folder.path, "--format", "concise", "--rule", "unknown-variable"])
    #expect(run.status == 1, "\(run.errors)")
    #expect(
      run.output
        == "locale/pl/LC_MESSAGES/app.po:7:17: error: variable `$nmae` is not in the source message"
        + " [unknown-variable]\n")
    #expect(
      run.errors
        == "langue: found 2 files of gettext PO (locale/{locale}/LC_MESSAGES/app.po);"
        + " the source is `en`, with 2 other languages\n")
    let coverage = try Executable.langue.run(
      ["coverage", "--site", folder.path, "--format", "json"])
    #expect(coverage.output.contains("\"locale\":\"pl\",\"keys\":{\"total\":2,\"translated\":1,"))
  }

  @Test func `a String Catalog holds all languages and names the source`() throws {
    let folder = try TemporaryFolder([
      "App/Localizable.xcstrings": """
      {"sourceLanguage": "fr", "strings": {
        "Bonjour %@": {"localizations": {"de": {"stringUnit": {"state": "translated", "value": "Hallo"}}}},
        "Fermer": {}}, "version": "1.0"}
      """
    ])
    let run = try Executable.langue.run(
      ["check", "--site", folder.path, "--format", "concise", "--rule", "missing-variable"])
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("App/Localizable.xcstrings:2:"), "\(run.output)\(run.errors)")
    #expect(run.errors.contains("the source is `fr`, with 1 other language\n"))
  }

  @Test func `the source may be told, and has to be where nothing says it`() throws {
    let folder = try TemporaryFolder([
      "i18n/pl.json": "{\"a\": \"Witaj {{name}}\"}", "i18n/de.json": "{\"a\": \"Hallo {{name}}\"}",
      "package.json": "{}",
    ])
    let unknown = try Executable.langue.run(["check", "--site", folder.path])
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("which of `de`, `pl` is the source? say it with --source"))
    let told = try Executable.langue.run(["check", "--site", folder.path, "--source", "de"])
    #expect(told.status == 0, "\(told.output)\(told.errors)")
    #expect(told.errors.contains("2 files of i18next JSON v4 (i18n/{locale}.json)"))
  }

  @Test func `the layout may be told`() throws {
    let folder = try TemporaryFolder([
      "a/en.json": "{\"k\": \"One\"}", "a/de.json": "{\"k\": \"Eins\"}",
      "b/en.json": "{\"k\": \"Two\"}", "b/de.json": "{}",
    ])
    let all = try Executable.langue.run(["coverage", "--site", folder.path, "--format", "json"])
    #expect(all.output.contains("\"total\":2,\"translated\":1,"), "\(all.output)\(all.errors)")
    let told = try Executable.langue.run(
      ["coverage", "--site", folder.path, "--files", "a/{locale}.json", "--format", "json"])
    #expect(told.output.contains("\"total\":1,\"translated\":1,"), "\(told.output)\(told.errors)")
    let wrong = try Executable.langue.run(
      ["coverage", "--site", folder.path, "--files", "c/{locale}.json"])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("no file is called like `c/{locale}.json`"))
  }

  @Test func `a manifest may say where the catalogues of other tools stand`() throws {
    let site = try TemporaryFolder([
      "Locales/site.json": """
      {
        "source": "en",
        "entries": [
          { "default": true, "locale": "en", "label": "Default" },
          { "locale": "de", "label": "German" }, { "locale": "pl", "label": "Polish" }
        ],
        "catalogs": { "files": ["i18n/{locale}.json"], "format": "i18next" },
        "suppressions": [
          { "rule": "unknown-variable", "locale": "de", "reason": "the program gives it" }
        ]
      }
      """,
      "i18n/en.json": "{\"a\": \"Hello\", \"b\": \"Bye\"}",
      "i18n/de.json": "{\"a\": \"Hallo {{x}}\"}",
      "i18n/pl.json": "{\"a\": \"Witaj {{x}}\"}",
    ])
    let run = try Executable.langue.run(
      ["check", "--format", "concise", "--rule", "unknown-variable"], in: site.path)
    #expect(
      run.output
        == "i18n/pl.json:1:15: error: variable `$x` is not in the source message [unknown-variable]\n",
      "\(run.errors)")
    let coverage = try Executable.langue.run(["coverage", "--format", "json"], in: site.path)
    #expect(coverage.output.contains("\"locale\":\"de\",\"keys\":{\"total\":2,\"translated\":1,"))
  }

  @Test func `a folder without any catalogue is one clear line and exit code 2`() throws {
    for files in [[:], ["package.json": "{}"], ["a/x.po": "msgid \"a\"\nmsgstr \"b\"\n"]] {
      let folder = try TemporaryFolder(files)
      let run = try Executable.langue.run(["check", "--site", folder.path])
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors.contains("Locales/site.json"), "\(run.errors)")
      #expect(run.errors.split(separator: "\n").count == 1)
    }
  }

  @Test func `files of other tools stand among a site's own`() throws {
    let site = try TemporaryFolder(TinySite.files)
    try site.write(
      Self.header.replacing("UTF-8", with: "UTF-8\\n\"\n\"X-Langue-Keys: msgctxt")
        + "\nmsgctxt \"cart.items\"\nmsgid \"x\"\nmsgstr \"{count} Stück\"\n",
      to: "Strings/de/more.po")
    let run = try Executable.langue.run(["coverage", "--format", "json"], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("\"locale\":\"de\",\"keys\":{\"total\":2,\"translated\":2,"))
    let check = try Executable.langue.run(
      ["check", "--format", "concise", "--rule", "missing-plural-category"], in: site.path)
    #expect(check.errors == "")
  }

  @Test(.enabled(if: hasGit, "there is no git"))
  func `what changed in another tool's project since a commit is told`() throws {
    let folder = try TemporaryFolder(["locale/pl/LC_MESSAGES/app.po": Self.polish])
    try folder.commitAll()
    func check() throws -> Run {
      try Executable.langue.run(
        ["check", "--site", folder.path, "--format", "concise", "--changed-since", "HEAD"])
    }
    let unchanged = try check()
    #expect(unchanged.status == 0, "\(unchanged.errors)")
    #expect(unchanged.output == "")
    // A new language, and another fault in a message that was there.
    try folder.write(
      Self.header + "\nmsgid \"Close\"\nmsgstr \"Schließen \"\n",
      to: "locale/de/LC_MESSAGES/app.po")
    try folder.write(
      Self.polish.replacing("msgstr \"\"\n", with: "msgstr \"Zamknij  to\"\n"),
      to: "locale/pl/LC_MESSAGES/app.po")
    let changed = try check()
    #expect(changed.status == 1, "\(changed.errors)")
    #expect(changed.output.contains("[double-space]"))
    #expect(changed.output.contains("locale/de/LC_MESSAGES/app.po"))
    #expect(!changed.output.contains("[unknown-variable]"), "\(changed.output)")

    let coverage = try Executable.langue.run(
      ["coverage", "--site", folder.path, "--since", "HEAD"])
    #expect(coverage.status == 0, "\(coverage.errors)")
    #expect(coverage.output.contains("\npl         50.0 %  100.0 %"), "\(coverage.output)")
    #expect(coverage.output.contains("\nde "))
  }

  @Test(.enabled(if: hasGit, "there is no git"))
  func `a commit without the project's files is one line and exit code 2`() throws {
    let folder = try TemporaryFolder(["readme": "x"])
    try folder.commitAll()
    try folder.write(Self.polish, to: "locale/pl/LC_MESSAGES/app.po")
    let coverage = try Executable.langue.run(
      ["coverage", "--site", folder.path, "--since", "HEAD"])
    #expect(coverage.status == 2)
    #expect(coverage.errors.contains("langue: at HEAD: "), "\(coverage.errors)")
    let check = try Executable.langue.run(
      ["check", "--site", folder.path, "--changed-since", "HEAD", "--format", "concise"])
    #expect(check.output.contains("[unknown-variable]"), "all of it is new")
  }
}
