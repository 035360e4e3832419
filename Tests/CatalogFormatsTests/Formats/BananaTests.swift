import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs
import Testing

@testable import CatalogFormats

@Suite struct BananaTests {
  @Test(.disabled(if: Corpora.isMissing))
  func `every MediaWiki file can be read`() throws {
    var messages = 0
    var unreadable = 0
    for path in try Corpora.files("banana-json", ["json"]) where !path.hasSuffix("/qqq.json") {
      let file = CatalogFile(path: path, bytes: try FileContents.read(path))
      let context = FormatContext(locale: localeName(path) ?? "en", source: "en")
      let catalog = CatalogFormat.banana.read(file, context)
      messages += catalog.entries.count
      unreadable += catalog.entries.count { $0.translation?.parsed.isValid != true }
      #expect(catalog.findings.allSatisfy { $0.rule == "not-carried" }, "\(path)")
    }
    print("banana: \(messages) messages, \(unreadable) unreadable")
    #expect(messages == 26_320)
    #expect(unreadable == 0)
  }

  @Test func `a plural becomes a selection with the text around in each variant`() {
    let file = catalogFile(
      "pl.json", #"{"a": "x {{PLURAL:$1|$1 plik|0=nic|$1 pliki|$1 plików}}!"}"#)
    let context = FormatContext(locale: "pl", source: "en")
    let text = CatalogFormat.banana.read(file, context).entries.first?.translation?.text
    #expect(
      text == """
        .input {$arg1 :integer}
        .match $arg1
        0 {{x nic!}}
        one {{x {$arg1 @source=|$1|} plik!}}
        few {{x {$arg1 @source=|$1|} pliki!}}
        many {{x {$arg1 @source=|$1|} plików!}}
        * {{x {$arg1 @source=|$1|} plików!}}
        """)
  }
}
