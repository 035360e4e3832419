import CatalogChecks
import Diagnostics
import LocaleIdentifiers
import LocaleServices
import StringCatalogs
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct PublicCataloguesTests {
  struct Place: Hashable, CustomStringConvertible {
    var locale: String
    var key: String
    var description: String { "\(locale) \(key)" }
  }

  @Test(
    "Every message that ICU refuses is reported as one that cannot be read",
    .enabled(if: SharedFolder.path != nil, SharedFolder.whySkipped), arguments: PublicSite.all)
  func refusedMessages(site: PublicSite) throws {
    let reasons: Set<String> = [
      "invalid-syntax", "translated-keyword", "missing-fallback-variant",
    ]
    let refused = Set(
      try SharedFolder.rows(site.facts + ".errors.tsv").map {
        Place(locale: PublicSite.tag($0[0]), key: $0[1])
      })
    var found: Set<Place> = []
    for finding in try site.foundOnce() where reasons.contains(finding.rule) {
      for locale in finding.locales.isEmpty ? [finding.locale ?? ""] : finding.locales {
        found.insert(Place(locale: locale, key: finding.key ?? ""))
      }
    }
    #expect(found == refused)
  }

  @Test(
    "Every category that a plural needs and lacks, or has and never shows, is reported",
    .enabled(if: SharedFolder.path != nil, SharedFolder.whySkipped), arguments: PublicSite.all)
  func pluralCategories(site: PublicSite) throws {
    var missing: [Place: Set<String>] = [:]
    var unused: [Place: Set<String>] = [:]
    var numberless: Set<Place> = []
    let known = try site.messages()
    for finding in try site.foundOnce() {
      if finding.rule == "missing-variable" {
        numberless.insert(Place(locale: finding.locale ?? "", key: finding.key ?? ""))
      }
      let names = PluralCategory.allCases.map(\.rawValue)
      guard let name = names.first(where: { finding.message.contains("`\($0)`") }) else { continue }
      for locale in finding.locales.isEmpty ? [finding.locale ?? ""] : finding.locales {
        let place = Place(locale: locale, key: finding.key ?? "")
        switch finding.rule {
        case "missing-plural-category": missing[place, default: []].insert(name)
        case "unreachable-plural-category": unused[place, default: []].insert(name)
        default: continue
        }
      }
    }
    var needed = 0
    for row in try SharedFolder.rows(site.facts + ".plural-categories.tsv") {
      let place = Place(locale: PublicSite.tag(row[0]), key: row[1])
      // The facts are of more catalogues than are here.
      guard known.contains(place) else { continue }
      let rules = try PluralRules(locale: requireLocale(place.locale))
      for name in row[2].split(separator: " ").dropFirst().map(String.init)
      where isNeeded(name, rules) && !PublicSite.abbreviations.contains(place.key) {
        needed += 1
        // Where the number is lost as well, that is the fault.
        #expect(
          missing[place]?.contains(name) ?? numberless.contains(place),
          "\(place): \(name) is missing")
      }
      for name in row[3].split(separator: " ").dropFirst().map(String.init) {
        #expect(unused[place]?.contains(name) ?? false, "\(place): \(name) is never chosen")
      }
    }
    #expect(needed > 40)
  }

  @Test(
    "What is found is the same whether messages with their source's outline are read or not",
    .enabled(if: SharedFolder.path != nil, SharedFolder.whySkipped),
    .enabled(
      if: getenv("LANGUE_SLOW_TESTS") != nil,
      "SKIPPED: checks the messages of some twenty locales twice; set LANGUE_SLOW_TESTS"),
    arguments: PublicSite.all)
  func outlines(site: PublicSite) throws {
    // Every few locales: to read all of them takes many minutes in a debug build.
    let findings = try site.findings(ofEvery: 6)
    #expect(findings.count > 100)
    #expect(try findings == site.findings(ofEvery: 6, readsEverything: true))
  }

  /// Whether whole numbers other than 0, 1 and 2, which often have branches of their own, take a
  /// category.
  private func isNeeded(_ name: String, _ rules: PluralRules) -> Bool {
    (3...220).contains { rules.category(of: $0).rawValue == name }
  }
}

/// A public project's catalogues in ICU's syntax, read where they are.
struct PublicSite: Sendable, CustomStringConvertible {
  var description: String
  /// The folder of the catalogues.
  var folder: String
  /// What stands around a locale's name in a file's.
  var prefix: String
  var ending: String
  /// What ICU says of them, up to the kind of fact.
  var facts: String

  static let all = [
    PublicSite(
      description: "Mattermost",
      folder: "corpora/icu-mf1-json/mattermost__mattermost-mobile/assets/base/i18n", prefix: "",
      ending: ".json",
      facts: "conformance/icu-72/messageformat1/mf1-mattermost__mattermost-mobile"),
    PublicSite(
      description: "Flutter's gallery", folder: "corpora/arb/flutter__gallery/lib/l10n",
      prefix: "intl_", ending: ".arb", facts: "conformance/icu-72/messageformat1/mf1-arb"),
  ]

  /// Messages that say the same for all numbers, in abbreviations (`{hours}h`): nothing is missed.
  static let abbreviations: Set<String> = ["craneHours", "craneMinutes"]

  /// A locale as files name it, in BCP 47's form.
  static func tag(_ name: String) -> String {
    name.split(separator: "_").joined(separator: "-")
  }

  /// All catalogues, a locale each.
  private func catalogs() throws -> [LocaleCatalogs] {
    var catalogs: [LocaleCatalogs] = []
    let path = try #require(SharedFolder.path) + "/" + folder
    for item in try FolderContents.list(path)
    where item.name.hasPrefix(prefix) && item.name.hasSuffix(ending) {
      let name = String(item.name.dropFirst(prefix.count).dropLast(ending.count))
      let locale = try requireLocale(Self.tag(name))
      catalogs.append(
        LocaleCatalogs(
          locale: locale, catalogs: [try catalog(path + "/" + item.name, locale)]))
    }
    return catalogs
  }

  /// Where there is a message.
  func messages() throws -> Set<PublicCataloguesTests.Place> {
    var places: Set<PublicCataloguesTests.Place> = []
    for catalogs in try catalogs() {
      for entry in catalogs.entries {
        places.insert(
          PublicCataloguesTests.Place(locale: catalogs.locale.tag, key: entry.key))
      }
    }
    return places
  }

  /// What all checks find, found once for all tests.
  func foundOnce() throws -> [Finding] {
    try Self.found[description]?.get() ?? []
  }

  private static let found = Dictionary(
    uniqueKeysWithValues: all.map { site in
      (site.description, Result { try site.findings() })
    })

  /// - Parameters:
  ///   - step: 1 for all locales, 2 for every second, ….
  ///   - readsEverything: whether messages are read too that have their source's outline.
  func findings(ofEvery step: Int = 1, readsEverything: Bool = false) throws -> [Finding] {
    let nowhere = LineIndex([]).range(0..<0)
    let source = try requireLocale("en")
    let catalogs = try catalogs()
    let path = try #require(SharedFolder.path) + "/" + folder
    let targets = catalogs.filter { $0.locale != source }.enumerated()
      .filter { $0.offset % step == 0 }.map(\.element)
    var entries = [
      SiteEntry(isDefault: true, locale: source, label: "Default", labelSpan: nowhere)
    ]
    for target in targets {
      entries.append(
        SiteEntry(locale: target.locale, label: target.locale.tag, labelSpan: nowhere))
    }
    var runner = CheckRunner(site: Site(root: path, source: source, entries: entries))
    if readsEverything { runner = runner.readingEverything }
    return try runner.run(
      source: try #require(catalogs.first { $0.locale == source }), targets: targets)
  }

  /// Both are JSON objects of messages; ARB's metadata is not looked at here.
  private func catalog(_ path: String, _ locale: LocaleIdentifier) throws -> Catalog {
    let bytes = try FileContents.read(path)
    var entries: [CatalogEntry] = []
    if let document = try? JSONDocument(parsing: bytes) {
      for member in document.root.members {
        guard let key = member.key.string, !key.hasPrefix("@"),
          let (text, offsets) = member.value.decoded
        else { continue }
        entries.append(
          CatalogEntry(
            key: key, keySpan: member.key.span, text: text, valueSpan: member.value.span,
            offsets: offsets, syntax: .icu, metadata: EntryMetadata()))
      }
    }
    return Catalog(
      locale: locale, name: "messages", file: CatalogFile(path: "Strings/\(locale)", bytes: bytes),
      entries: entries, findings: [])
  }
}
