import LocaleIdentifiers
import StringCatalogs
import Testing

@Suite("Writing changed messages")
struct CatalogEditorTests {
  private let source = catalogs(
    #"{"a": "Un", "b": "Deux", "c": "Trois", "d.e": "Quatre"}"#, locale: "fr")
  private let mark = "0123456789abcdef"

  private func change(_ key: String, _ text: String) -> TranslationMerge.Change {
    TranslationMerge(
      of: [IncomingTranslation(key: key, text: text, source: mark)],
      into: LocaleCatalogs(locale: "pl", catalogs: []), source: source
    ).changes[0]
  }

  private func edit(_ text: String, _ changes: TranslationMerge.Change...) throws -> String {
    let files = try CatalogEditor(locale: catalogs(text, locale: "pl"), source: source)
      .files(applying: changes)
    #expect(files.map(\.path) == ["Strings/pl/article.json"])
    return files.first.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  @Test("a changed message changes its value and its metadata, nothing else")
  func changed() throws {
    let text =
      "{\n  \"a\": \"l\\u00e9\",\n  \"@a\": { \"description\": \"x\",  \"source\": \"y\" },\n  \"c\" : \"z\"\n}\n"
    let changed = try edit(text, change("a", "Jeden"))
    #expect(
      changed
        == "{\n  \"a\": \"Jeden\",\n  \"@a\": { \"description\": \"x\",  \"source\": \"\(mark)\", \"state\": \"translated\" },\n  \"c\" : \"z\"\n}\n"
    )
  }

  @Test("new keys go where the source has them, and the file's own state is not repeated")
  func added() throws {
    let text = """
      {
        "@@locale": "pl",
        "@@state": "translated",
        "a": "1",
        "@a": {},
        "c": "3"
      }

      """
    let changed = try edit(text, change("d.e", "4"), change("b", "2"))
    #expect(
      changed == """
        {
          "@@locale": "pl",
          "@@state": "translated",
          "a": "1",
          "@a": {},
          "b": "2",
          "@b": {
            "source": "\(mark)"
          },
          "c": "3",
          "d.e": "4",
          "@d.e": {
            "source": "\(mark)"
          }
        }

        """)
  }

  @Test("nested keys are changed where they stand")
  func nested() throws {
    let changed = try edit(#"{"d": {"e": "x", "@e": {"state": "initial"}}}"#, change("d.e", "4"))
    #expect(
      changed == #"{"d": {"e": "4", "@e": {"state": "translated", "source": "\#(mark)"}}}"#)
  }

  @Test("a catalogue that does not exist is made, and reads back without a finding")
  func made() throws {
    let files = try CatalogEditor(
      locale: LocaleCatalogs(locale: "pl", catalogs: []), source: source
    ).files(applying: [change("c", "3"), change("a", "1")])
    #expect(files.map(\.path) == ["Strings/pl/article.json"])
    let catalog = CatalogReader.json.read(files[0], "pl")
    #expect(catalog.findings.isEmpty)
    #expect(catalog.entries.map(\.key) == ["a", "c"])
    #expect(catalog.entries.map(\.metadata.state) == [.translated, .translated])
    #expect(catalog.entries.map(\.metadata.source) == [mark, mark])
  }

  @Test("without changes there are no files")
  func none() throws {
    let editor = CatalogEditor(locale: catalogs("{}", locale: "pl"), source: source)
    #expect(try editor.files(applying: []).isEmpty)
  }
}
