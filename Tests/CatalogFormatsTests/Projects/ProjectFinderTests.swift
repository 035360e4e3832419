import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import LocaleServices
import StringCatalogs
import Testing

@testable import CatalogFormats

@Suite struct ProjectFinderTests {
  private func find(_ corpus: String) throws -> ForeignProject {
    let root = try #require(Corpora.folder) + "/" + corpus
    return try ProjectFinder(root: root, formats: CatalogFormatList.all).find()
  }

  /// A folder of the corpora, and what is to be found in it.
  struct Layout: Sendable, CustomTestStringConvertible {
    var folder: String
    var pattern: String
    var format: String
    var source: LocaleIdentifier
    var locales: Int
    var keys: Int
    var testDescription: String { folder }
  }

  @Test(
    .disabled(if: Corpora.isMissing),
    arguments: [
      Layout(
        folder: "po/encode__django-rest-framework",
        pattern: "rest_framework/locale/{locale}/LC_MESSAGES/django.po", format: "po", source: "en",
        locales: 60, keys: 125),
      Layout(
        folder: "arb/flutter__gallery", pattern: "lib/l10n/intl_{locale}.arb", format: "arb",
        source: "en", locales: 95, keys: 802),
      Layout(
        folder: "i18next-json/excalidraw__excalidraw",
        pattern: "packages/excalidraw/locales/{locale}.json", format: "i18next", source: "en",
        locales: 56, keys: 610),
      Layout(
        folder: "icu-mf1-json/mattermost__mattermost-mobile",
        pattern: "assets/base/i18n/{locale}.json", format: "icu-json", source: "en", locales: 63,
        keys: 1_724),
      Layout(
        folder: "banana-json/wikimedia__mediawiki-extensions-Echo", pattern: "i18n/{locale}.json",
        format: "banana", source: "en", locales: 271, keys: 265),
      Layout(
        folder: "properties/hibernate__hibernate-validator",
        pattern:
          "engine/src/main/resources/org/hibernate/validator/ValidationMessages_{locale}.properties",
        format: "properties", source: "en", locales: 27, keys: 65),
    ])
  func `the layout of a real project is found out`(layout: Layout) throws {
    let project = try find(layout.folder)
    #expect(project.groups.map(\.pattern) == [layout.pattern])
    #expect(project.groups.first?.format.name == layout.format)
    #expect(project.source == layout.source)
    #expect(project.locales.count == layout.locales)
    let loader = CatalogLoader(site: project.site, layout: project.layout)
    let source = try loader.loadSource()
    #expect(source.count == layout.keys)
    // Every text without escapes stands in the file where its place says.
    for locale in project.locales {
      for catalog in try loader.load(locale).catalogs {
        for entry in catalog.entries where entry.text.allSatisfy({ $0.isASCII && $0.isLetter }) {
          let span = entry.offsets.fileRange(of: 0..<entry.text.utf8.count)
          #expect(Array(catalog.file.bytes[span]) == Array(entry.text.utf8))
        }
      }
    }
  }

  @Test(.disabled(if: Corpora.isMissing))
  func `String Catalogs hold their languages themselves`() throws {
    let project = try find("xcstrings/Ranchero-Software__NetNewsWire")
    #expect(project.source == "en")
    #expect(project.groups.allSatisfy { $0.format.name == "xcstrings" })
    #expect(project.groups.count == 9)
    let loader = CatalogLoader(site: project.site, layout: project.layout)
    #expect(try loader.loadSource().findings.filter { $0.rule == "duplicate-key" } == [])
  }

  @Test(arguments: [
    ("locale/pt_BR/LC_MESSAGES/app.po", "po", "pt-BR", "locale/{locale}/LC_MESSAGES/app.po"),
    ("po/sr@latin.po", "po", "sr-Latn", "po/{locale}.po"),
    ("res/values-b+sr+Latn/strings.xml", "xml", "sr-Latn", "res/values-{locale}/strings.xml"),
    ("res/values-pt-rBR/strings.xml", "xml", "pt-BR", "res/values-{locale}/strings.xml"),
    ("res/values-iw/strings.xml", "xml", "he", "res/values-{locale}/strings.xml"),
    ("App/zh-Hans.lproj/Main.strings", "strings", "zh-Hans", "App/{locale}.lproj/Main.strings"),
    ("lib/intl_pt_BR.arb", "arb", "pt-BR", "lib/intl_{locale}.arb"),
    ("i18n/app.pl.json", "json", "pl", "i18n/app.{locale}.json"),
  ])
  func `a path names its locale`(path: String, ending: String, tag: String, pattern: String) throws
  {
    let names = try DisplayNames(locale: "en")
    let first = LocaleInPath.candidates(path, ending: ending, names).first
    #expect(first?.locale.tag == tag)
    #expect(first?.pattern == pattern)
  }

  @Test(arguments: ["res/values-land/strings.xml", "res/values-v21/strings.xml", "pom.xml"])
  func `what is no locale of Android's is none`(path: String) throws {
    let names = try DisplayNames(locale: "en")
    #expect(LocaleInPath.candidates(path, ending: "xml", names) == [])
  }

  @Test func `every ending of a format is known to the program without formats`() {
    let endings = Set(CatalogFormatList.all.flatMap(\.fileEndings)).subtracting(["json"])
    #expect(endings.subtracting(ForeignFiles.endings) == [])
  }
}
