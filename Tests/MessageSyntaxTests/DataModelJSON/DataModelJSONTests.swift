import FoundationEssentials
import MessageSyntax
import Testing

@Suite("The data model as JSON")
struct DataModelJSONTests {
  @Test("a message is written as the schema says")
  func layout() throws {
    let source = ".input {$n :f a=b c=$d @e @g=|\"|} .match $n 1 {{x{#m/}}} * {{}}"
    let message = try #require(MessageFormat2.parse(source).message)
    #expect(
      message.dataModel.text == """
        {"type":"select","declarations":[{"type":"input","name":"n","value":{"type":"expression",\
        "arg":{"type":"variable","name":"n"},"function":{"type":"function","name":"f","options":{\
        "a":{"type":"literal","value":"b"},"c":{"type":"variable","name":"d"}}},"attributes":{\
        "e":true,"g":{"type":"literal","value":"\\""}}}}],"selectors":[{"type":"variable",\
        "name":"n"}],"variants":[{"keys":[{"type":"literal","value":"1"}],"value":["x",{\
        "type":"markup","kind":"standalone","name":"m"}]},{"keys":[{"type":"*"}],"value":[]}]}
        """)
  }

  @Test("what is written is read as the same message", arguments: SuiteTest.all)
  func roundTrips(_ test: SuiteTest) throws {
    guard let message = MessageFormat2.parse(test.source).message else { return }
    let read = try Message(dataModel: message.dataModel)
    // Of two attributes with one name only the last is written.
    #expect(read.dataModel == message.dataModel)
    if !test.source.contains("@") { #expect(read == message) }
    // The text is JSON that others read.
    #expect(throws: Never.self) {
      try JSONDecoder().decode(AnyJSON.self, from: Data(message.dataModel.text.utf8))
    }
  }

  @Test("a value that is no message is refused, with its place")
  func refused() {
    let cases: [(DataModelJSON, String)] = [
      (.other, "declarations"),
      (.object([.init("type", .string("x")), .init("declarations", .array([]))]), "type"),
      (
        .object([
          .init("type", .string("message")), .init("declarations", .array([])),
          .init("pattern", .array([.object([.init("type", .string("expression"))])])),
        ]), "pattern[0]"
      ),
    ]
    for (json, path) in cases {
      let error = #expect(throws: DataModelError.self) { try Message(dataModel: json) }
      #expect(error?.path == path)
    }
  }

  private struct AnyJSON: Decodable {
    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if (try? container.decode([String: AnyJSON].self)) != nil { return }
      if (try? container.decode([AnyJSON].self)) != nil { return }
      if (try? container.decode(Bool.self)) != nil { return }
      _ = try container.decode(String.self)
    }
  }
}
