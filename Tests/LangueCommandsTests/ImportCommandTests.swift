import Testing

@Suite struct ImportCommandTests {
  /// A site whose German is exported as PO.
  private func exported(_ format: String = "po") throws -> TemporaryFolder {
    let site = try TemporaryFolder(TinySite.files)
    let run = try Executable.langue.run(
      ["export", "--format", format, "--output", "out"], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    return site
  }

  private func edit(_ site: TemporaryFolder, _ file: String, _ old: String, _ new: String) throws {
    let text = try #require(site.read(file))
    #expect(text.contains(old), "\(text)")
    try site.write(text.replacing(old, with: new), to: file)
  }

  private static let formats = [
    "po", "xliff", "xliff12", "csv", "arb", "icu-json", "xcstrings", "i18next", "strings",
    "stringsdict", "android", "fluent", "properties", "rails", "lproj", "java", "formatjs",
  ]

  @Test(arguments: formats)
  func `what nobody changed changes nothing`(format: String) throws {
    let site = try TemporaryFolder(TinySite.files)
    try importUnchanged(format, site)
    for (name, text) in TinySite.files { #expect(site.read(name) == text) }
  }

  /// Exports a site, and imports each file of a translation as it is.
  private func importUnchanged(_ format: String, _ site: TemporaryFolder) throws {
    _ = try Executable.langue.run(["export", "--format", format, "--output", "out"], in: site.path)
    // What has no language in its name is the source's.
    let files = site.files.filter { name in
      name.hasPrefix("out/") && ["de", "pl", ".xcstrings"].contains { name.contains($0) }
    }
    #expect(!files.isEmpty)
    for file in files {
      let run = try Executable.langue.run(["import", file], in: site.path)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.isEmpty, "\(run.errors)")
      #expect(!run.output.contains("changed") && !run.output.contains("new"), "\(run.output)")
    }
  }

  private static let lead = "{#abbr title=|%|}PS{/abbr} {$name} {1800 :currency currency=EUR}"
  private static let ownTitles = ["fr": "Parti socialiste", "de": "SP", "pl": "PS (Francja)"]
    .mapValues { "{ \"lead\": \"\(lead.replacing("%", with: $0))\" }\n" }

  /// Tags that differ by language in a file for all of them, and values that a program is given as text.
  @Test(arguments: formats)
  func `a tag of another language and a value in a text stay each as they were`(
    format: String
  ) throws {
    var files = ["Locales/site.json": TinySite.manifest]
    for (locale, text) in Self.ownTitles { files["Strings/\(locale)/page.json"] = text }
    let site = try TemporaryFolder(files)
    try importUnchanged(format, site)
    for (locale, text) in Self.ownTitles {
      #expect(site.read("Strings/\(locale)/page.json") == text)
    }
  }

  @Test func `a translated message is taken over with its state and its fingerprint`() throws {
    let site = try exported()
    try edit(
      site, "out/de.po", "msgstr[0] \"\"\nmsgstr[1] \"\"",
      "msgstr[0] \"{count} Stück\"\nmsgstr[1] \"{count} Stücke\"")
    let dry = try Executable.langue.run(["import", "out/de.po", "--dry-run"], in: site.path)
    #expect(dry.status == 0, "\(dry.errors)")
    #expect(
      dry.output == """
        cart.items (new) translated
        + .input {$count :integer}
        + .match $count
        + one {{{$count} Stück}}
        + * {{{$count} Stücke}}
        de: would import out/de.po: 1 new, 1 as they were

        """)
    #expect(site.read("Strings/de/page.json") == TinySite.german)
    let run = try Executable.langue.run(["import", "out/de.po"], in: site.path)
    #expect(run.output == "de: imported out/de.po: 1 new, 1 as they were\n")
    let german = try #require(site.read("Strings/de/page.json"))
    #expect(german.contains("one {{{$count} Stück}}\\n* {{{$count} Stücke}}"))
    #expect(german.contains("\"state\": \"translated\",\n    \"source\": \""))
    let again = try Executable.langue.run(["import", "out/de.po"], in: site.path)
    #expect(again.output == "de: imported out/de.po: 2 as they were\n")
  }

  @Test func `what came back unfinished is passed over, and said`() throws {
    let site = try exported()
    try edit(
      site, "out/de.po", "msgctxt \"cart.title\"", "#, fuzzy\nmsgctxt \"cart.title\"")
    try edit(site, "out/de.po", "Hallo", "Servus")
    let run = try Executable.langue.run(["import", "out/de.po", "--dry-run"], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output == """
        cart.title unfinished: passed over
        de: would import out/de.po: 1 unfinished

        """)
  }

  @Test func `a file of another language of the site is not taken for the one that is named`()
    throws
  {
    let site = try exported("xliff")
    let run = try Executable.langue.run(["import", "out/de.xlf", "--locale", "pl"], in: site.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("says that it is in `de`, not in `pl`"), "\(run.errors)")
  }

  @Test func `what was changed here since the export stays, and is told with its place`() throws {
    let site = try exported()
    try edit(site, "Strings/de/page.json", "Hallo", "Guten Tag")
    // The file came back as it went out: only this side changed.
    let unchanged = try Executable.langue.run(["import", "out/de.po"], in: site.path)
    #expect(unchanged.status == 0, "\(unchanged.output)\(unchanged.errors)")
    #expect(site.read("Strings/de/page.json")?.contains("Guten Tag") == true)
    // Both sides changed.
    try edit(site, "out/de.po", "Hallo", "Servus")
    let conflict = try Executable.langue.run(["import", "out/de.po"], in: site.path)
    #expect(conflict.status == 1)
    #expect(conflict.output == "de: imported out/de.po: 1 not taken over\n")
    #expect(
      conflict.errors.contains("out/de.po:"), "\(conflict.errors)")
    #expect(
      conflict.errors.contains(
        "`cart.title` was changed here since the export (it stays `Guten Tag {$name}`;"
          + " the file has `Servus {$name}`)"), "\(conflict.errors)")
    #expect(site.read("Strings/de/page.json")?.contains("Guten Tag") == true)
  }

  @Test(arguments: ["xliff", "xliff12", "csv", "arb"])
  func `both texts of a conflict are told`(format: String) throws {
    let site = try exported(format)
    let files = site.files.filter { $0.hasPrefix("out/") && $0.contains("de.") }
    let file = try #require(files.first)
    try edit(site, "Strings/de/page.json", "Hallo", "Guten Tag")
    let unchanged = try Executable.langue.run(["import", file], in: site.path)
    #expect(unchanged.output == "de: imported \(file): 1 as they were\n", "\(unchanged.errors)")
    try edit(site, file, "Hallo", "Servus")
    let conflict = try Executable.langue.run(["import", file], in: site.path)
    #expect(conflict.status == 1)
    #expect(
      conflict.errors.contains(
        "(it stays `Guten Tag {$name}`; the file has `Servus {$name}`)"), "\(conflict.errors)")
  }

  @Test(arguments: [
    ("fluent", "$name", "$nom"), ("i18next", "{{name}}", "{{nom}}"), ("po", "{name}", "{nom}"),
  ])
  func `a variable that was mended on the way is told`(
    format: String, old: String, new: String
  ) throws {
    let site = try TemporaryFolder(TinySite.files)
    _ = try Executable.langue.run(["export", "--format", format, "--output", "out"], in: site.path)
    let file = try #require(site.files.first { $0.hasPrefix("out/") && $0.contains("de") })
    let text = try #require(site.read(file))
    let place = try #require(text.firstRange(of: "Hallo"))
    let end = try #require(text[place.upperBound...].firstRange(of: old))
    try site.write(text.replacing(old, with: new, subrange: end), to: file)
    let run = try Executable.langue.run(["import", file], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.errors.contains("`cart.title`: `$nom` is taken for `$name`\n"), "\(run.errors)")
    #expect(site.read("Strings/de/page.json") == TinySite.german)
  }

  @Test func `a variable that the source does not have is told`() throws {
    let site = try exported()
    try edit(site, "out/de.po", "Hallo {name}", "Hallo {name} und {ami}")
    let run = try Executable.langue.run(["import", "out/de.po"], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.errors.contains("`cart.title`: variable `$ami` is not in the source message\n"),
      "\(run.errors)")
  }

  @Test(arguments: ["po", "rails", "i18next", "csv"])
  func `a text that was taken out stays, and is told as unfinished`(format: String) throws {
    let site = try TemporaryFolder(TinySite.files)
    _ = try Executable.langue.run(["export", "--format", format, "--output", "out"], in: site.path)
    let files = site.files.filter { $0.hasPrefix("out/") && $0.contains("de") }
    let file = try #require(files.first { !$0.contains(".pot") })
    let text = try #require(site.read(file))
    let pattern = try #require(text.firstMatch(of: /Hallo [^"<,]*?(?=["<,])/))
    try site.write(text.replacing(String(pattern.output), with: ""), to: file)
    let run = try Executable.langue.run(["import", file], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "de: imported \(file): 1 unfinished\n")
    #expect(site.read("Strings/de/page.json") == TinySite.german)
  }

  @Test func `forms of a plural stay in the order that they had`() throws {
    let site = try TemporaryFolder(TinySite.files)
    _ = try Executable.langue.run(
      ["export", "--format", "xcstrings", "--output", "out"], in: site.path)
    try edit(site, "out/Localizable.xcstrings", "produkty", "rzeczy")
    _ = try Executable.langue.run(
      ["import", "out/Localizable.xcstrings", "--locale", "pl"], in: site.path)
    let polish = try #require(site.read("Strings/pl/page.json"))
    let keys = polish.matches(of: /(one|few|many|\*) \{\{/).map { String($0.output.1) }
    #expect(keys == ["one", "few", "many", "*"], "\(polish)")
  }

  @Test func `a rewritten form of ICU's does not spell out how integers are rounded`() throws {
    let site = try TemporaryFolder(TinySite.files)
    _ = try Executable.langue.run(
      ["export", "--format", "icu-json", "--output", "out"], in: site.path)
    try edit(site, "out/pl.json", "produkty", "rzeczy")
    let run = try Executable.langue.run(["import", "out/pl.json"], in: site.path)
    #expect(
      run.errors == """
        langue: out/pl.json: what was changed here since the export is not known; name the exported \
        file with --base to keep it

        """)
    #expect(site.read("Strings/pl/page.json")?.contains("few {{{$count} rzeczy}}") == true)
  }

  @Test func `a text whose source changed since the export is stale once it is here`() throws {
    let site = try exported()
    try edit(site, "Strings/fr/page.json", "Bonjour {$name}", "Bonsoir {$name}")
    try edit(site, "out/de.po", "Hallo", "Servus")
    let run = try Executable.langue.run(["import", "out/de.po"], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    let coverage = try Executable.langue.run(["coverage", "--format", "json"], in: site.path)
    #expect(coverage.output.contains("\"stale\":1"))
  }

  @Test func `the exported file may be given where the format keeps no fingerprints`() throws {
    let site = try exported("icu-json")
    let base = try #require(site.read("out/de.json"))
    try site.write(base, to: "base.json")
    try edit(site, "Strings/de/page.json", "Hallo", "Guten Tag")
    try edit(site, "out/de.json", "Hallo", "Servus")
    let run = try Executable.langue.run(
      ["import", "out/de.json", "--base", "base.json"], in: site.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("was changed here since the export"))
    let without = try Executable.langue.run(["import", "out/de.json"], in: site.path)
    #expect(without.status == 0)
    #expect(site.read("Strings/de/page.json")?.contains("Servus") == true)
  }

  @Test func `one rewritten form of a plural leaves those that the format lacks`() throws {
    let site = try exported()
    try edit(site, "out/pl.po", "{count} produkty", "{count} rzeczy")
    let run = try Executable.langue.run(["import", "out/pl.po"], in: site.path)
    #expect(run.output == "pl: imported out/pl.po: 1 changed, 1 as they were\n", "\(run.errors)")
    let polish = try #require(site.read("Strings/pl/page.json"))
    #expect(polish.contains("few {{{$count} rzeczy}}"))
    #expect(polish.contains("* {{{$count} produktu}}"), "PO has no form for fractions")
  }

  @Test(arguments: [
    ("x.po", "msgid \"", 1, "x.po:1:"), ("x.unknown", "", 2, "say it with --format"),
    ("x.csv", "key,translation\n", 2, "say it with --locale"), ("fr.csv", "", 2, "--locale"),
  ])
  func `what cannot be imported is told`(
    name: String, text: String, status: Int32, says: String
  ) throws {
    let site = try TemporaryFolder(TinySite.files)
    try site.write(text, to: name)
    let locale = status == 1 ? ["--locale", "de"] : []
    let run = try Executable.langue.run(["import", name] + locale, in: site.path)
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.contains(says), "\(run.errors)")
    #expect(site.read("Strings/de/page.json") == TinySite.german)
  }

  private static let tagged = [
    "Locales/site.json": TinySite.manifest,
    "Strings/fr/page.json": """
    {
      "lead": "Voir {#link href=|https://langue.example/une-longue-adresse-de-page|}ici{/link}, {#abbr title=|Parti socialiste|}PS{/abbr} {$d :date length=long}"
    }
    """,
    "Strings/de/page.json": """
    {
      "lead": "{#abbr title=|Parti socialiste, die Sozialistische Partei Frankreichs|}PS{/abbr}: {#link href=|https://langue.example/une-longue-adresse-de-page|}hier{/link}, {$d :date length=long}"
    }
    """,
    "Strings/pl/page.json": "{}",
  ]

  /// What tools for translators do with comments: break them anew, or drop them.
  @Test(arguments: [true, false])
  func `tags and options come back though a tool broke or dropped the comments`(
    isDropped: Bool
  ) throws {
    let site = try TemporaryFolder(Self.tagged)
    _ = try Executable.langue.run(["export", "--format", "po", "--output", "out"], in: site.path)
    let exported = try #require(site.read("out/de.po"))
    let lines = exported.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.contains { $0.hasPrefix("#. <abbr_2> = ") && $0.utf8.count > 78 })
    let edited = lines.flatMap { line -> [String] in
      guard line.hasPrefix("#. ") else { return [String(line).replacing("hier", with: "dort")] }
      return isDropped ? [] : Self.wrapped(line.dropFirst(3)).map { "#. " + $0 }
    }
    try site.write(edited.joined(separator: "\n"), to: "out/de.po")
    let run = try Executable.langue.run(["import", "out/de.po"], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    let german = try #require(Self.tagged["Strings/de/page.json"])
    let text = german.replacing("hier", with: "dort").split(separator: "\n")[1]
    #expect(
      site.read("Strings/de/page.json")?.contains(text) == true,
      "\(site.read("Strings/de/page.json") ?? "")")
  }

  /// Lines of at most 40 characters, broken at spaces and behind hyphens.
  private static func wrapped(_ line: Substring) -> [String] {
    var lines = [""]
    var word = ""
    func take(_ separator: String) {
      let last = lines[lines.count - 1]
      if last.count + word.count > 40, !last.isEmpty {
        lines[lines.count - 1] = last.trimmingSpace
        lines.append(word + separator)
      } else {
        lines[lines.count - 1] = last + word + separator
      }
      word = ""
    }
    for character in line {
      switch character {
      case " ": take(" ")
      case "-":
        word.append("-")
        take("")
      default: word.append(character)
      }
    }
    take("")
    return lines
  }

  @Test func `a corrected source is taken over, and what translates it is stale`() throws {
    let site = try exported("icu-json")
    _ = try Executable.langue.run(["fmt", "--stamp"], in: site.path)
    let before = try Executable.langue.run(["coverage", "--format", "json"], in: site.path)
    #expect(!before.output.contains("\"stale\":1"), "\(before.output)")
    let french = try #require(site.read("Strings/fr/page.json"))
    try edit(site, "out/fr.json", "Bonjour {name}", "Bonsoir {name}")
    let run = try Executable.langue.run(["import", "out/fr.json"], in: site.path)
    #expect(run.output == "fr: imported out/fr.json: 1 changed, 1 as they were\n", "\(run.errors)")
    #expect(
      site.read("Strings/fr/page.json")
        == french.replacing("Bonjour {$name}", with: "Bonsoir {$name}"))
    let after = try Executable.langue.run(["coverage", "--format", "json"], in: site.path)
    #expect(after.output.contains("\"stale\":1"), "\(after.output)")
  }

  @Test func `a file with both texts cannot correct the source`() throws {
    let site = try exported()
    let run = try Executable.langue.run(["import", "out/de.po", "--locale", "fr"], in: site.path)
    #expect(run.status == 2)
    #expect(
      run.errors == """
        langue: `fr` is the source, which a file of `po` has beside a translation; correct it in its own \
        catalogues, or import it from a format of one language

        """)
  }

  @Test func `a file that is not there is one clear line and exit code 2`() throws {
    let site = try TemporaryFolder(TinySite.files)
    let run = try Executable.langue.run(["import", "nowhere.po"], in: site.path)
    #expect(run.status == 2)
    #expect(run.errors == "langue: there is no `nowhere.po`\n")
  }

  @Test func `a catalogue of another format is changed in its own format`() throws {
    let site = try TemporaryFolder(TinySite.files)
    site.remove("Strings/de/page.json")
    let catalog = """
      # Kept as it is.
      msgid ""
      msgstr ""
      "Content-Type: text/plain; charset=UTF-8\\n"
      "X-Langue-Keys: msgctxt\\n"

      #. odd   layout
      msgctxt "cart.title"
      msgid   "Bonjour {name}"
      msgstr ""
      "Hallo {name}"
      #~ msgid "old"

      """
    try site.write(catalog, to: "Strings/de/page.po")
    try site.write("key,translation\ncart.title,Servus {$name}\n", to: "de.csv")
    let run = try Executable.langue.run(["import", "de.csv"], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    let changed = try #require(site.read("Strings/de/page.po"))
    #expect(changed.contains("msgstr \"Servus {name}\""), "\(changed)")
    #expect(changed.hasPrefix("# Kept as it is.\n") && changed.contains("#~ msgid \"old\""))
  }
}

extension String {
  /// Without spaces at the end.
  fileprivate var trimmingSpace: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
