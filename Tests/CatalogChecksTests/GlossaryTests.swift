import CatalogChecks
import Diagnostics
import Testing

@Suite struct GlossaryTests {
  @Test func aGlossaryIsReadWithOneWordOrSeveral() throws {
    let glossary = try Glossary(
      parsing: Array(
        #"{"secretary": {"pl": ["sekretarz", "sekretarc"], "pt-br": "secretário"}}"#.utf8))
    #expect(
      glossary.terms == [
        Glossary.Term(
          "secretary", ["pl": ["sekretarz", "sekretarc"], "pt-BR": ["secretário"]])
      ])
  }

  @Test(arguments: ["[]", #"{"a": 1}"#, #"{"a": {"de": ""}}"#, #"{"a": {"not a locale": "x"}}"#])
  func whatIsNoGlossaryIsRefusedAtItsPlace(text: String) {
    #expect(throws: Diagnostic.self) { try Glossary(parsing: Array(text.utf8)) }
  }
}
