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
}
