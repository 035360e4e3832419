import CatalogExchange
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs
import Testing

@testable import CatalogFormats

@Suite struct XCStringsTests {
  private let spanish = FormatContext(locale: "es", source: "en")

  @Test(.disabled(if: Corpora.isMissing))
  func `every String Catalog comes back byte for byte`() throws {
    var count = RoundTripCount()
    for path in try Corpora.files("xcstrings", ["xcstrings"]) {
      let file = CatalogFile(path: path, bytes: try FileContents.read(path))
      try checkRoundTrip(.xcstrings, file, spanish, &count)
      let catalog = CatalogFormat.xcstrings.read(file, spanish)
      let output = CatalogFormat.xcstrings.write?(catalog, spanish)
      #expect(output?.bytes == file.bytes, "\(path)")
    }
    print("xcstrings: \(count)")
    #expect(count.files == 11)
    #expect(count.messages == 484)
  }

  @Test func `one changed message changes its own lines only`() throws {
    let text = """
      {
        "sourceLanguage" : "en",
        "strings" : {
          "%lld files" : {
            "localizations" : {
              "es" : {
                "stringUnit" : {
                  "state" : "translated",
                  "value" : "%lld archivos"
                }
              }
            }
          },
          "Empty" : {

          }
        },
        "version" : "1.0"
      }
      """
    var catalog = CatalogFormat.xcstrings.read(catalogFile("a.xcstrings", text), spanish)
    #expect(catalog.entries.map { $0.translation == nil } == [false, true])
    let message = try #require(catalog.entries.first?.translation)
    catalog.entries[0].translation = ExchangeMessage(
      try #require(
        MessageFormat2.parse(message.text.replacing("archivos", with: "ficheros")).message))
    let output = try #require(CatalogFormat.xcstrings.write?(catalog, spanish))
    #expect(
      String(decoding: output.bytes, as: UTF8.self)
        == text.replacing("archivos", with: "ficheros"))
  }
}
