import Diagnostics
import LocaleIdentifiers
import StringCatalogs
import Testing

@Suite("The site's manifest")
struct SiteLoaderTests {
  @Test("the repository's own site has its 48 entries as they stand on the site")
  func ownSite() throws {
    let site = try SiteLoader.load(root: Repository.path)
    let labels =
      "Langue par défaut · Arabic · Basque · Bengali · Bulgaria · Catalan · Croatian · Czech · "
      + "Chinese · Danish · Dutch · English (UK) · English (US) · Estonian · Filipino · Finnish · "
      + "French · German · Greek · Hindi · Hungarian · Icelandic · Indonesian · Italian · Japanese · "
      + "Kannada · Korean · Latvian · Lithuanian · Malay · Norwegian · Polish · Portugal · Romanian · "
      + "Russian · Serbian · Taiwan · Slovak · Slovenian · liish · Swahili · Swedish · Tamil · "
      + "Thailand · Ukrainian · Urdu · Vietnamese · Welsh"
    let tags =
      "fr ar eu bn bg ca hr cs zh-Hans da nl en-GB en-US et fil fi fr de el hi hu is id it ja kn ko "
      + "lv lt ms nb pl pt ro ru sr zh-Hant sk sl es sw sv ta th uk ur vi cy"
    #expect(site.entries.map(\.label).joined(separator: " · ") == labels)
    #expect(site.entries.map(\.locale.tag).joined(separator: " ") == tags)
    #expect(site.entries.count == 48)
    #expect(site.entries.map(\.isDefault) == [true] + Array(repeating: false, count: 47))
    #expect(site.source == "fr")
    #expect(site.targets.count == 46)
    #expect(!site.targets.contains("fr"))
    #expect(site.entry(for: "es")?.aliases == ["liish"])
    #expect(site.entry(for: "fr")?.label == "French")
    #expect(site.denials.contains { $0.from == "uk" && $0.to == "ru" })
    #expect(site.suppressions.map(\.rule) == ["changed-number"])
    #expect(site.baseURL == "https://langue.example")
    let spanish = try #require(site.entry(for: "es"))
    let text = String(decoding: site.manifest.bytes, as: UTF8.self)
    let line = text.split(separator: "\n")[spanish.labelSpan.start.line - 1]
    #expect(line.contains("\"liish\""))
  }

  @Test("it is found from any folder below")
  func findingTheRoot() throws {
    let folder = try TemporaryFolder()
    folder.write(Self.smallest, to: "Locales/site.json")
    folder.makeFolders(["Strings", "fr"])
    let root = try #require(FolderContents.absolutePath(folder.path))
    #expect(try SiteLoader.findRoot(from: folder.path) == root)
    #expect(try SiteLoader.findRoot(from: folder.path + "/Strings/fr") == root)
    #expect(findings { _ = try SiteLoader.findRoot(from: folder.path + "/nowhere") }.count == 1)
    let empty = try TemporaryFolder()
    let finding = findings { _ = try SiteLoader.findRoot(from: empty.path) }.first
    #expect(finding?.rule == "missing-manifest")
    #expect(finding?.help?.contains("langue init") == true)
  }

  /// Each fault: the manifest with the place marked, the rule, a part of the message and of the help.
  @Test(
    "every fault is told with its place and its remedy",
    arguments: [
      (
        #"{"source": "fr", "entries": [{"default": true, "locale": "fr", "«lable»": "x"}]}"#,
        "unknown-field", "unknown field `lable` in an entry", "did you mean `label`?"
      ),
      (
        #"{"source": "fr", "entries": [{"default": true, "locale": "fr", "label": "D"}, {"locale": "pl", "label": "a"}, {"locale": «"PL"», "label": "b"}]}"#,
        "duplicate-locale", "the locale `pl` has two entries", "line 1, column 90"
      ),
      (
        #"{"source": "fr", "entries": [{"default": true, "locale": «"f"», "label": "D"}]}"#,
        "malformed-locale", "`f` is not a locale", "BCP 47"
      ),
      (
        #"{"source": "fr", "entries": «[»{"locale": "fr", "label": "D"}]}"#,
        "missing-field", "no entry is the default", "default"
      ),
      (
        #"{"source": «"de"», "entries": [{"default": true, "locale": "fr", "label": "D"}]}"#,
        "invalid-value", "the default entry leads to `fr`, but the source is `de`", "same locale"
      ),
      (
        #"{"source": "fr", "entries": [{"default": true, "locale": "fr", "label": «""»}]}"#,
        "invalid-value", "`label` is empty", "write it"
      ),
      (
        #"{"source": "fr", "entries": [{"default": true, "locale": "fr", "label": «7»}]}"#,
        "invalid-value", "`label` must be a string, not a number", "double quotes"
      ),
      (
        #"{"source": "fr", "«source»": "fr", "entries": [{"default": true, "locale": "fr", "label": "D"}]}"#,
        "duplicate-field", "`source` stands twice", "line 1, column 2"
      ),
      (
        #"{"source": "fr", "entries": [{"default": true, "locale": "fr", "label": "D"}], "fallbacks": {"«pl»": []}}"#,
        "unknown-locale", "`fallbacks` names `pl`, which is no locale of the site", "add an entry"
      ),
      (
        #"{"source": "fr", "entries": [{"default": true, "locale": "fr", "label": "D"}], "coverage": {"minimum": «101»}}"#,
        "invalid-value", "`minimum` must be a number from 0 to 100", "percentage"
      ),
      (
        #"{"source": "fr", "entries": [{"default": true, "locale": "fr", "label": "D"}], "severities": [{"rule": "x", "severity": «"fatal"»}]}"#,
        "invalid-value", "unknown severity `fatal`", "`off`"
      ),
      (
        #"{"source": "fr", "entries": [{"default": true, "locale": "fr", "label": "D"}], "suppressions": [«{»"rule": "x"}]}"#,
        "missing-field", "a suppression has no `reason`", "add"
      ),
      (
        #"{"source": "fr", "entries": [{"default": true, "locale": "fr", "label": "D"}], "baseURL": «"langue.example"»}"#,
        "invalid-value", "`baseURL` is not an absolute address", "https://"
      ),
      (#"{"source": "fr"«,»}"#, "invalid-json", "comma behind the last member", "delete"),
      ("«[]»", "invalid-value", "the manifest must be an object, not an array", "{"),
    ])
  func faults(marked: String, rule: String, message: String, help: String) throws {
    let (text, span) = Self.unmarked(marked)
    let findings = findings { _ = try SiteLoader.parse(Array(text.utf8), root: "/") }
    let finding = try #require(findings.first { $0.rule == rule })
    #expect(finding.message.contains(message))
    #expect(finding.help?.contains(help) == true, "\(finding.help ?? "no help")")
    #expect(finding.file == "Locales/site.json")
    let range = try #require(finding.range)
    let found = range.start.offset..<range.end.offset
    #expect(found == span || found == span.lowerBound - 1..<span.upperBound + 1)
  }

  @Test("all faults are told at once, in their order")
  func allFaults() throws {
    let text = #"{"source": 1, "entries": [{"locale": "-", "label": ""}], "x": 1}"#
    let rules = findings { _ = try SiteLoader.parse(Array(text.utf8), root: "/") }.map(\.rule)
    #expect(rules == ["invalid-value", "malformed-locale", "invalid-value", "unknown-field"])
  }

  @Test("a missing folder, a file in its place, and a folder in the manifest's place are told")
  func files() throws {
    let folder = try TemporaryFolder()
    #expect(
      findings { _ = try SiteLoader.load(root: folder.path + "/no") }.map(\.rule) == [
        "missing-file"
      ])
    #expect(findings { _ = try SiteLoader.load(root: folder.path) }.map(\.rule) == ["missing-file"])
    folder.makeFolders(["Locales", "site.json"])
    let finding = findings { _ = try SiteLoader.load(root: folder.path) }.first
    #expect(finding?.message == "`Locales/site.json` is a folder, not a file")
    folder.write("x", to: "file")
    #expect(
      findings { _ = try SiteLoader.load(root: folder.path + "/file") }.map(\.rule) == [
        "unreadable-file"
      ])
  }

  static let smallest =
    #"{"source": "fr", "entries": [{"default": true, "locale": "fr", "label": "D"}]}"#

  /// Takes the marks out of a text and says where they stood, in bytes.
  static func unmarked(_ marked: String) -> (String, Range<Int>) {
    let parts = marked.split(separator: "«", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts[1].split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
    let start = parts[0].utf8.count
    return ("\(parts[0])\(rest[0])\(rest[1])", start..<start + rest[0].utf8.count)
  }
}

/// The findings of the error that an operation throws; none if it does not.
func findings(_ body: () throws -> Void) -> [Finding] {
  do {
    try body()
    return []
  } catch {
    return (error as? SiteError)?.findings ?? []
  }
}
