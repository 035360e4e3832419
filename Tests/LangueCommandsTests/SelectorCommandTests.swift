import LocaleIdentifiers
import LocaleServices
import StringCatalogs
import Testing

/// On the repository's own site, whose selector has the 48 entries.
@Suite struct SelectorCommandTests {
  @Test(arguments: ["ja", "fr", "sv", "de", "ar"])
  func `the 48 entries stand in the order of the reader's language, the default first`(
    reader: String
  ) throws {
    let run = try Executable.langue.run(
      ["selector", "--in", reader, "--format", "json"], in: Repository.folder)
    #expect(run.status == 0)
    let document = try JSONDocument(parsing: Array(run.output.utf8))
    let entries = Array(document.root.elements)
    #expect(entries.count == 48)
    #expect(entries.first?.member("default")?.boolean == true)
    #expect(entries.dropFirst().allSatisfy { $0.member("default")?.boolean == false })
    let fields = entries.map { $0.members.map { $0.key.string ?? "" } }
    #expect(
      Set(fields) == [
        [
          "default", "locale", "label", "endonym", "name", "script", "direction", "hreflang",
          "href",
          "coverage", "aliases",
        ]
      ])
    let names = entries.dropFirst().compactMap { $0.member("name")?.string }
    let collator = try Collator(locale: try #require(LocaleIdentifier(reader)))
    for (one, next) in zip(names, names.dropFirst()) {
      #expect(collator.compare(one, next) != .descending, "\(one) before \(next)")
    }
  }

  @Test func `the table says what was wrong with the site's labels`() throws {
    let run = try Executable.langue.run(["selector"], in: Repository.folder)
    #expect(run.status == 0)
    for words in [
      "Taiwan → zh-Hant: names a country (TW)", "Bulgaria → bg: names a country (BG)",
      "Portugal → pt: names a country (PT)", "Thailand → th: names a country (TH)",
      "liish → es: damaged",
    ] {
      #expect(run.output.contains(words))
    }
  }

  @Test(arguments: [
    ("Taiwan", "zh-Hant"), ("liish", "es"), ("cestina", "cs"), ("日本語", "ja"), ("TW", "zh-Hant"),
    ("uk", "uk"), ("pt-BR", "pt"), ("Langue par défaut", "fr"), ("norvégien", "nb"),
    ("Schweiz", "de"), ("대만", "zh-Hant"),
  ])
  func `a word for a language is resolved`(text: String, locale: String) throws {
    let run = try Executable.langue.run(["selector", "resolve", text], in: Repository.folder)
    #expect(run.output == "\(locale)\n")
    #expect(run.status == 0)
  }

  @Test(arguments: ["Hebrew", "", "nonsense", "\u{1B}[2J"])
  func `what is no language of the site ends with 1`(text: String) throws {
    let run = try Executable.langue.run(["selector", "resolve", text], in: Repository.folder)
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(!run.errors.utf8.contains(0x1B))
  }

  @Test(arguments: [
    ("Polisch", "Polish"), ("deutch", "Deutsch"), ("portugaiss", "portugais"),
  ])
  func `a mistyped name is answered with the nearest`(text: String, nearest: String) throws {
    let run = try Executable.langue.run(["selector", "resolve", text], in: Repository.folder)
    #expect(run.status == 1)
    #expect(
      run.errors == "langue: `\(text)` is no language of the site; did you mean `\(nearest)`?\n")
  }
}

@Suite struct NegotiateCommandTests {
  @Test(arguments: [
    ("da, en-gb;q=0.8", "da"), ("zh-HK", "zh-Hant"), ("uk-UA", "uk"), ("be", "fr"), ("is", "is"),
    ("en-AU", "en-GB"), ("xx, *", "fr"), ("", "fr"), ("nn", "nb"), ("de;q=0, pl;q=0.1", "pl"),
  ])
  func `a visitor gets the nearest page`(header: String, locale: String) throws {
    let run = try Executable.langue.run(["negotiate", header], in: Repository.folder)
    #expect(run.output == "\(locale)\n")
    #expect(run.status == 0)
  }

  @Test func `a reader of Ukrainian never gets Russian, and is told why`() throws {
    let manifest = TinySite.manifest.replacing(
      "\"locale\": \"de\", \"label\": \"German\"",
      with: "\"locale\": \"ru\", \"label\": \"Russian\"")
    let site = try TemporaryFolder(["Locales/site.json": manifest])
    let run = try Executable.langue.run(["negotiate", "uk", "--format", "json"], in: site.path)
    #expect(
      run.output == """
        {"locale":"fr","kind":"default","desired":null,"requested":[{"locale":"uk","quality":1}],\
        "refusals":[{"desired":"uk","supported":"ru",\
        "reason":"Russian is no substitute for Ukrainian"}],"problems":[]}

        """)
  }
}
