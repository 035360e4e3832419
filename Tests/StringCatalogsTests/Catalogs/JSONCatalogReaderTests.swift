import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs
import Testing

@Suite("Reading catalogues")
struct JSONCatalogReaderTests {
  @Test("messages come with their keys, places and metadata")
  func entries() throws {
    let text = """
      {
        "@@locale": "pl",
        "@@state": "translated",
        "cart.items": "l\\u00e9 {$count :integer}",
        "@cart.items": {
          "description": "How many.", "maxLength": 24, "state": "reviewed",
          "source": "0123456789abcdef",
          "placeholders": {"count": {"type": "integer", "example": 2, "description": "Number."}}
        },
        "nav": {"home": "Start", "@home": {"description": "Link."}, "deep": {"er": "x"}}
      }
      """
    let catalog = catalog(text)
    #expect(catalog.findings.isEmpty)
    #expect(catalog.name == "article")
    #expect(catalog.entries.map(\.key) == ["cart.items", "nav.home", "nav.deep.er"])
    let entry = catalog.entries[0]
    #expect(entry.text == "lé {$count :integer}")
    #expect(entry.section == "cart")
    #expect(entry.parsed.isValid)
    #expect(entry.metadata.description == "How many.")
    #expect(entry.metadata.maxLength == 24)
    #expect(entry.metadata.state == .reviewed)
    #expect(entry.metadata.source == "0123456789abcdef")
    let placeholder = try #require(entry.metadata.placeholders["count"])
    #expect(placeholder.kind == .integer)
    #expect(placeholder.example == "2")
    let bytes = Array(text.utf8)
    #expect(String(decoding: bytes[entry.keySpan], as: UTF8.self) == "cart.items")
    #expect(
      String(decoding: bytes[entry.valueSpan], as: UTF8.self) == #""l\u00e9 {$count :integer}""#)
    let brace = try #require(entry.text.utf8.firstIndex(of: UInt8(ascii: "{")))
    let place = entry.offsets.fileOffset(
      of: entry.text.utf8.distance(from: entry.text.startIndex, to: brace))
    #expect(bytes[place] == UInt8(ascii: "{"))
    #expect(catalog.entries[1].metadata.description == "Link.")
    #expect(catalog.entries[1].metadata.state == .translated)
  }

  @Test("a list's example is kept item by item")
  func listExample() {
    let text =
      #"{"a": "{$l}", "@a": {"placeholders": {"l": {"type": "list", "keys": ["x", "y"], "example": ["1", "2"]}}}}"#
    let placeholder = catalog(text).entries[0].metadata.placeholders["l"]
    #expect(placeholder?.exampleItems == ["1", "2"])
    #expect(placeholder?.keys == ["x", "y"])
  }

  /// Each fault: the file, the rule, the text found, a part of the message, a part of the help.
  @Test(
    "a fault is told at its place, with both places of a duplicate",
    arguments: [
      ("{\n\"a\": \"1\",\n\"a\": \"2\"}", "duplicate-key", "a", "stands twice", "line 2, column 2"),
      (
        "{\"caf\u{E9}\": \"1\",\n\"cafe\u{301}\": \"2\"}", "duplicate-key", "cafe\u{301}",
        "other code points", "line 1, column 3"
      ),
      (
        #"{"a": {"b": "1"}, "a.b": "2"}"#, "duplicate-key", "a.b", "once nested, once dotted",
        "line 1, column 9"
      ),
      (
        #"{"a": "1", "@a": {}, "@a": {}}"#, "duplicate-key", "@a", "the metadata of `a`",
        "column 13"
      ),
      (#"{"a": 1}"#, "invalid-value", "1", "must be a message, not a number", "double quotes"),
      (#"{"a": null}"#, "invalid-value", "null", "not null", "double quotes"),
      (#"[]"#, "invalid-value", "[]", "a catalogue is an object", "{"),
      (
        #"{"cart": "1", "@carl": {}}"#, "unknown-key", "@carl", "which has no message",
        "did you mean `@cart`?"
      ),
      (
        #"{"a": "1", "@a": {"maxlength": 3}}"#, "unknown-field", "maxlength", "unknown field",
        "did you mean `maxLength`?"
      ),
      (
        #"{"a": "1", "@a": {"maxLength": 0}}"#, "invalid-value", "0", "above 0",
        "as people see them"
      ),
      (
        #"{"a": "1", "@a": {"state": "done"}}"#, "invalid-value", #""done""#,
        "unknown state `done`",
        "`translated`"
      ),
      (#"{"a": "1", "@a": {"source": "x"}}"#, "invalid-value", #""x""#, "fingerprint", "16"),
      (#"{"a": "1", "@a": "x"}"#, "invalid-value", #""x""#, "`@a` must be an object", nil),
      (
        #"{"@@local": "pl"}"#, "unknown-field", "@@local", "unknown field `@@local`",
        "did you mean `@@locale`?"
      ),
      (
        #"{"@@locale": "de"}"#, "wrong-locale", #""de""#, "stands in the folder of `pl`",
        "Strings/de"
      ),
      (#"{"@@syntax": "mf3"}"#, "invalid-value", #""mf3""#, "unknown syntax", "`mf2`"),
      (#"{"a..b": "1"}"#, "invalid-key", "a..b", "an empty name", "cart.items"),
      (#"{"": "1"}"#, "invalid-key", "", "a key without a name", "cart.items"),
      (#"{"a\u0000": "1"}"#, "invalid-key", #"a\u0000"#, "control character", "delete"),
      (#"{"a": "1",}"#, "invalid-json", ",", "comma behind the last member", "delete"),
    ] as [(String, String, String, String, String?)])
  func faults(text: String, rule: String, found: String, message: String, help: String?) throws {
    let findings = catalog(text).findings
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.rule == rule)
    #expect(excerpt(finding, of: text).map { Array($0.utf8) } == Array(found.utf8))
    #expect(finding.message.contains(message), "\(finding.message)")
    #expect(finding.locale == "pl")
    #expect(finding.file == "Strings/pl/article.json")
    if let help { #expect(finding.help?.contains(help) == true, "\(finding.help ?? "no help")") }
  }

  @Test("of a key that stands twice, the first message counts")
  func firstCounts() {
    let catalog = catalog(#"{"a": "1", "a": "2", "b": "3"}"#)
    #expect(catalog.entries.map(\.text) == ["1", "3"])
  }

  @Test("a key of 512 bytes is read, one of 513 is not")
  func keyLength() {
    func findings(_ length: Int) -> [String] {
      catalog("{\"\(String(repeating: "k", count: length))\": \"x\"}").findings.map(\.rule)
    }
    #expect(findings(511).isEmpty)
    #expect(findings(512).isEmpty)
    #expect(findings(513) == ["invalid-key"])
  }

  @Test("100 000 messages are read, of more the rest is told")
  func messageCount() {
    func catalog(of count: Int) -> Catalog {
      let members = (0..<count).map { "\"k\($0)\":\"\"" }.joined(separator: ",")
      return StringCatalogsTests.catalog("{\(members)}")
    }
    for count in [99_999, 100_000] {
      let catalog = catalog(of: count)
      #expect(catalog.entries.count == count)
      #expect(catalog.findings.isEmpty)
    }
    let catalog = catalog(of: 100_001)
    #expect(catalog.entries.count == 100_000)
    #expect(catalog.findings.map(\.rule) == ["too-many-messages"])
  }

  @Test("a file may be written in ICU MessageFormat")
  func icuSyntax() throws {
    let catalog = catalog(
      #"{"@@syntax": "icu", "a": "{n, plural, one {# plik} other {# pliku}}", "b": "{n, plural}"}"#)
    #expect(catalog.entries.map(\.syntax) == [.icu, .icu])
    #expect(catalog.entries.map(\.parsed.isValid) == [true, false])
    let message = try #require(catalog.entries[0].parsed.message)
    #expect(message.patterns.count == 2)
    let planner = try VariantPlanner(locale: "pl")
    let missing = planner.requiredVariants(of: message).missing(in: message)
    #expect(missing.map(\.description) == ["few", "many"])
  }

  @Test("fields of other tools are passed over")
  func otherTools() {
    #expect(
      catalog(#"{"@@x-tool": 1, "@@comment": "c", "a": "1", "@a": {"x-tool": {}}}"#).findings
        .isEmpty)
  }

  @Test("the same key in two files of a locale is a fault of the second")
  func twoFiles() throws {
    let locale = LocaleCatalogs(
      locale: "pl",
      catalogs: [
        catalog("{\n\"a\": \"1\", \"b\": \"2\"}", file: "article"),
        catalog(#"{"b": "3", "c": "4"}"#, file: "chrome"),
      ])
    let finding = try #require(locale.findings.first)
    #expect(locale.findings.count == 1)
    #expect(finding.rule == "duplicate-key")
    #expect(finding.file == "Strings/pl/chrome.json")
    #expect(finding.message.contains("Strings/pl/article.json"))
    #expect(finding.help?.contains("line 2") == true)
    #expect(locale["b"]?.text == "2")
    #expect(locale["c"]?.text == "4")
    #expect(locale.catalog(of: "c")?.name == "chrome")
    #expect(locale.entries.map(\.key) == ["a", "b", "c"])
    #expect(locale.count == 3)
  }
}
