import PreviewPages
import StringCatalogs
import Testing

@Suite struct CatalogEditTests {
  private static let file = """
    {
      "@@locale": "pl",
      "a": "jeden \\u0142",
      "@a": {
        "state": "translated"
      },
      "nested": { "c": "trzy" }
    }

    """

  private func edited(
    _ edit: CatalogEdit, _ file: String = file, order: [String] = ["a", "b", "nested.c"]
  ) throws -> String {
    String(decoding: try edit.apply(to: Array(file.utf8), after: order), as: UTF8.self)
  }

  @Test func onlyTheValueChanges() throws {
    let after = try edited(CatalogEdit(key: "a", text: "dwa \"x\"\n"))
    #expect(
      after == Self.file.replacing(#""jeden \u0142""#, with: #""dwa \"x\"\n""#))
  }

  @Test func theSameTextChangesNothing() throws {
    #expect(try edited(CatalogEdit(key: "a", text: "jeden ł")) == Self.file)
  }

  @Test func aNestedKeyIsFound() throws {
    let after = try edited(CatalogEdit(key: "nested.c", text: "3"))
    #expect(after == Self.file.replacing("\"trzy\"", with: "\"3\""))
  }

  @Test func theStateIsWrittenInItsPlace() throws {
    let after = try edited(CatalogEdit(key: "a", text: "jeden ł", state: .reviewed))
    #expect(after == Self.file.replacing("\"translated\"", with: "\"reviewed\""))
  }

  @Test func aNewStateIsPutBehindTheOtherMetadata() throws {
    let file = "{\n  \"a\": \"x\",\n  \"@a\": {\n    \"description\": \"d\"\n  }\n}\n"
    let after = try edited(CatalogEdit(key: "a", text: "x", state: .final), file)
    #expect(
      after
        == "{\n  \"a\": \"x\",\n  \"@a\": {\n    \"description\": \"d\",\n    \"state\": \"final\"\n  }\n}\n"
    )
  }

  @Test func theFirstStateStandsBehindItsMessage() throws {
    let after = try edited(
      CatalogEdit(key: "a", text: "y", state: .final, sourceFingerprint: "0123"),
      "{\n  \"a\": \"x\",\n  \"b\": \"z\"\n}\n")
    #expect(
      after == """
        {
          "a": "y",
          "@a": {
            "state": "final",
            "source": "0123"
          },
          "b": "z"
        }

        """)
  }

  @Test func aNewKeyStandsBehindTheObjectOfTheOneBeforeIt() throws {
    let file = "{\n  \"n\": { \"c\": \"x\" },\n  \"z\": \"y\"\n}\n"
    let after = try edited(CatalogEdit(key: "d", text: "w"), file, order: ["n.c", "d", "z"])
    #expect(after == "{\n  \"n\": { \"c\": \"x\" },\n  \"d\": \"w\",\n  \"z\": \"y\"\n}\n")
  }

  @Test func aNewKeyStandsAfterTheOneBeforeItInTheSource() throws {
    let file = "{\n  \"a\": \"x\",\n  \"@a\": {},\n  \"z\": \"y\"\n}\n"
    let after = try edited(CatalogEdit(key: "b", text: "nowy"), file, order: ["a", "b", "z"])
    #expect(after == "{\n  \"a\": \"x\",\n  \"@a\": {},\n  \"b\": \"nowy\",\n  \"z\": \"y\"\n}\n")
  }

  @Test func anEmptyFileTakesItsFirstKey() throws {
    #expect(try edited(CatalogEdit(key: "b", text: "x"), "{\n}\n") == "{\n  \"b\": \"x\"\n}\n")
  }

  @Test func aFileThatIsNoJSONIsLeftAlone() {
    #expect(throws: CatalogEdit.Failure.self) {
      try CatalogEdit(key: "a", text: "x").apply(to: Array("{\"a\":".utf8), after: [])
    }
  }
}
