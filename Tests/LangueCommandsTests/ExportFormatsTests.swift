import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Exports in other tools' formats, and what other people's programs read in them. `Scripts/readers` does
/// the same for all languages of this repository, with more programs.
@Suite struct ExportFormatsTests {
  private static let hasGettext = isThere("/usr/bin/msgfmt") && isThere("/usr/bin/python3")

  private static func isThere(_ path: String) -> Bool {
    let found = access(path, X_OK) == 0
    if !found { print("SKIPPED: no \(path) to read exports with") }
    return found
  }

  @Test(arguments: [
    ("po", ["de.po", "messages.pot", "pl.po"]), ("csv", ["de.csv", "pl.csv"]),
    ("icu-json", ["de.json", "fr.json", "pl.json"]),
    ("arb", ["app_de.arb", "app_fr.arb", "app_pl.arb"]),
    (
      "i18next",
      ["de/translation.json", "fr/translation.json", "pl/translation.json"]
    ), ("xcstrings", ["Localizable.xcstrings"]),
  ])
  func `each format has its own names of files`(format: String, files: [String]) throws {
    let site = try TemporaryFolder(TinySite.files)
    let run = try Executable.langue.run(["export", "--format", format], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(site.files.filter { $0.hasPrefix("dist/") } == files.map { "dist/" + $0 })
  }

  @Test func `what a format cannot carry is said, and ends with 1`() throws {
    let site = try TemporaryFolder(TinySite.files)
    let run = try Executable.langue.run(["export", "--format", "strings"], in: site.path)
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "langue: error: `cart.items`: not written: it has plural forms or other variants"
          + " (use `xcstrings`) [fr, pl]"), "\(run.errors)")
    #expect(site.read("dist/pl.lproj/Localizable.strings")?.contains("cart.title") == true)
  }

  @Test func `a format that is only read, or unknown, is one clear line and exit code 2`() throws {
    let site = try TemporaryFolder(TinySite.files)
    let read = try Executable.langue.run(["export", "--format", "banana"], in: site.path)
    #expect(read.status == 2)
    #expect(read.errors == "langue: `banana` is only read\n")
    let unknown = try Executable.langue.run(["export", "--format", "pot"], in: site.path)
    #expect(unknown.status == 2)
    #expect(unknown.errors == "langue: there is no format `pot`; did you mean `po`?\n")
    #expect(site.read("dist") == nil)
  }

  @Test(.enabled(if: hasGettext), arguments: ["cldr", "gettext"])
  func `gettext compiles the files and takes the form that was written`(plurals: String) throws {
    let site = try TemporaryFolder(TinySite.files)
    let run = try Executable.langue.run(
      ["export", "--format", "po", "--plurals", plurals], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    for locale in ["de", "pl"] {
      let checked = try Executable(path: "/usr/bin/msgfmt").run(
        ["-c", "-o", "dist/\(locale).mo", "dist/\(locale).po"], in: site.path)
      #expect(checked.status == 0 && checked.errors == "", "\(checked.errors)")
    }
    let script = """
      import gettext
      t = gettext.GNUTranslations(open("dist/pl.mo", "rb"))
      print("|".join(t.npgettext("cart.items", "{count} article", "{count} articles", n) for n in (1, 2, 5, 22)))
      print(t.pgettext("cart.title", "Bonjour {name}"))
      """
    let read = try Executable(path: "/usr/bin/python3").run(["-c", script], in: site.path)
    #expect(
      read.output == """
        {count} produkt|{count} produkty|{count} produktów|{count} produkty
        Witaj, {name}

        """, "\(read.errors)")
  }

  private static let twins = [
    "Locales/site.json": """
    {
      "source": "fr",
      "entries": [
        { "default": true, "locale": "fr", "label": "Français" },
        { "locale": "en-GB", "label": "UK" }, { "locale": "en-US", "label": "US" },
        { "locale": "de", "label": "Deutsch" }, { "locale": "de-AT", "label": "Österreich" }
      ],
      "fallbacks": { "en-GB": ["en-US"], "en-US": ["en-GB"] }
    }
    """,
    "Strings/fr/page.json": #"{ "a": "a fr", "b": "b fr", "c": "c fr" }"#,
    "Strings/en-GB/page.json": #"{ "a": "a GB" }"#,
    "Strings/en-US/page.json": #"{ "b": "b US" }"#,
    "Strings/de/page.json": #"{ "a": "a de" }"#,
    "Strings/de-AT/page.json": #"{ "b": "b AT" }"#,
  ]

  @Test func `locales that fall back to each other make ICU's parents no circle`() throws {
    let site = try TemporaryFolder(Self.twins)
    let run = try Executable.langue.run(["export", "--format", "res"], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    func table(_ name: String) -> [String] {
      (site.read("dist/\(name).txt") ?? "").split(separator: "\n").map(String.init)
    }
    #expect(
      table("en_GB").dropFirst() == [
        "en_GB {", #"  "%%Parent" { "root" }"#, #"  "a" { "a GB" }"#, #"  "b" { "b US" }"#, "}",
      ])
    #expect(
      table("en_US").dropFirst() == [
        "en_US {", #"  "%%Parent" { "root" }"#, #"  "a" { "a GB" }"#, #"  "b" { "b US" }"#, "}",
      ])
    #expect(
      table("de_AT").dropFirst() == [
        "de_AT {", #"  "%%Parent" { "de" }"#, #"  "b" { "b AT" }"#, "}",
      ])
    // ICU takes some languages, as Norwegian, for parents of themselves where nothing is said.
    #expect(
      table("de").dropFirst() == ["de {", #"  "%%Parent" { "root" }"#, #"  "a" { "a de" }"#, "}"])
    #expect(
      table("root").dropFirst() == [
        "root {", #"  "a" { "a fr" }"#, #"  "b" { "b fr" }"#, #"  "c" { "c fr" }"#, "}",
      ])
  }

  @Test func `what another locale lends stands in a Java bundle, which would not look there`()
    throws
  {
    let site = try TemporaryFolder(Self.twins)
    let run = try Executable.langue.run(["export", "--format", "java"], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(site.read("dist/messages_en_GB.properties") == "a=a GB\nb=b US\n")
    #expect(site.read("dist/messages_de_AT.properties") == "b=b AT\n")
    #expect(site.read("dist/messages.properties") == "a=a fr\nb=b fr\nc=c fr\n")
  }

  @Test func `Apple's plurals take their arguments at the places of the source`() throws {
    var files = TinySite.files
    // The name is the first argument, the number the second.
    let input = ".input {$who :string} .input {$n :integer} .match $n"
    files["Strings/fr/page.json"] = """
      { "a": "\(input) one {{{$who} a {$n} clé}} * {{{$who} a {$n} clés}}" }
      """
    files["Strings/de/page.json"] = """
      { "a": "\(input) one {{{$n} Schlüssel: {$who}}} * {{{$n} Schlüssel}}" }
      """
    files["Strings/pl/page.json"] = """
      { "a": "\(input) one {{{$n} klucz}} * {{{$n} kluczy}}" }
      """
    let site = try TemporaryFolder(files)
    let run = try Executable.langue.run(["export", "--format", "lproj"], in: site.path)
    #expect(run.status == 0, "\(run.errors)")
    func strings(_ locale: String) -> [String] {
      (site.read("dist/\(locale).lproj/Localizable.stringsdict") ?? "").split(separator: "\n")
        .filter { $0.contains("%") }.map { $0.filter { $0 != " " } }
    }
    #expect(
      strings("fr") == [
        "<string>%2$#@n@</string>", "<string>%1$@a%2$ldclé</string>",
        "<string>%1$@a%2$ldclés</string>",
      ])
    #expect(
      strings("pl") == [
        "<string>%2$#@n@</string>", "<string>%2$ldklucz</string>", "<string>%2$ldkluczy</string>",
      ])
  }
}
