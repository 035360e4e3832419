import Diagnostics
import LocaleIdentifiers
import StringCatalogs
import Testing

@Suite("Loading a site's catalogues")
struct CatalogLoaderTests {
  private func loader(_ folder: TemporaryFolder) -> CatalogLoader {
    CatalogLoader(site: site(targets: ["pl", "zh-Hant"], root: folder.path))
  }

  @Test("files are read in the order of their names, others are passed over")
  func files() throws {
    let folder = try TemporaryFolder()
    folder.write(#"{"b": "2"}"#, to: "Strings/fr/chrome.json")
    folder.write(#"{"a": "1"}"#, to: "Strings/fr/article.json")
    folder.write("x", to: "Strings/fr/notes.txt")
    folder.write("x", to: "Strings/fr/.hidden.json")
    folder.write("x", to: "Strings/article.html")
    folder.write("x", to: "Strings/assets/picture.svg")
    let loader = loader(folder)
    #expect(try loader.checkFolders() == ["fr"])
    let source = try loader.loadSource()
    #expect(source.catalogs.map(\.name) == ["article", "chrome"])
    #expect(
      source.catalogs.map(\.file.path) == ["Strings/fr/article.json", "Strings/fr/chrome.json"])
    let polish = try loader.load("pl")
    #expect(polish.catalogs.isEmpty)
  }

  @Test("a source without folder, file or message is an error")
  func noSource() throws {
    let folder = try TemporaryFolder()
    #expect(findings { _ = try loader(folder).checkFolders() }.map(\.rule) == ["missing-file"])
    #expect(findings { _ = try loader(folder).loadSource() }.map(\.rule) == ["missing-file"])
    folder.makeFolders(["Strings", "fr"])
    #expect(findings { _ = try loader(folder).loadSource() }.map(\.rule) == ["missing-file"])
    folder.write("{}", to: "Strings/fr/article.json")
    #expect(findings { _ = try loader(folder).loadSource() }.map(\.rule) == ["missing-file"])
  }

  @Test("a folder of a locale that the site does not have is one error")
  func unknownFolder() throws {
    let folder = try TemporaryFolder()
    folder.write(#"{"a": "1"}"#, to: "Strings/fr/article.json")
    folder.write(#"{"a": "1"}"#, to: "Strings/zh-Hans/article.json")
    let found = findings { _ = try loader(folder).checkFolders() }
    #expect(found.map(\.file) == ["Strings/zh-Hans"])
    #expect(found.first?.rule == "wrong-folder")
    #expect(found.first?.help == "did you mean `zh-Hant`?")
  }

  @Test(
    "a folder that is not written as its locale is told its name", arguments: ["PL", "zh_Hant"])
  func miswrittenFolder(name: String) throws {
    let folder = try TemporaryFolder()
    folder.write(#"{"a": "1"}"#, to: "Strings/\(name)/article.json")
    let found = findings { _ = try loader(folder).checkFolders() }
    #expect(found.first?.help?.hasPrefix("rename it to `") == true)
  }

  @Test(
    "a folder in a file's place, a file in a folder's, and bytes that are no text stop the work")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    folder.makeFolders(["Strings", "fr", "article.json"])
    #expect(
      findings { _ = try loader(folder).load("fr") }.map(\.message)
        == ["`Strings/fr/article.json` is a folder, not a file"])
    folder.write("x", to: "Strings/pl")
    #expect(
      findings { _ = try loader(folder).load("pl") }.map(\.message) == [
        "`Strings/pl` is not a folder"
      ])
    folder.write([0x7B, 0x22, 0xE9, 0x22], to: "Strings/zh-Hant/article.json")
    let found = findings { _ = try loader(folder).load("zh-Hant") }
    #expect(found.map(\.rule) == ["invalid-utf-8"])
    #expect(found.first?.range?.start.offset == 2)
  }

  @Test("a file above 16 MiB stops the work before it is read")
  func tooLarge() throws {
    let folder = try TemporaryFolder()
    folder.write(
      [UInt8](repeating: 0x20, count: JSONDocument.maximumSize + 1), to: "Strings/fr/article.json")
    #expect(findings { _ = try loader(folder).load("fr") }.map(\.rule) == ["too-large"])
  }

  @Test("the repository's own source and translations load without a finding")
  func ownSite() throws {
    let site = try SiteLoader.load(root: Repository.path)
    let loader = CatalogLoader(site: site)
    try loader.checkFolders()
    let source = try loader.loadSource()
    #expect(source.count > 100)
    for locale in site.locales {
      let catalogs = try loader.load(locale)
      #expect(catalogs.findings.isEmpty, "\(locale): \(catalogs.findings)")
    }
  }
}
