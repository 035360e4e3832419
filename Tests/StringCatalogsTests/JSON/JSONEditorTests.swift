import Diagnostics
import StringCatalogs
import Testing

@Suite("Editing JSON")
struct JSONEditorTests {
  private func edit(_ text: String, _ change: (inout JSONEditor) -> Void) throws -> String {
    var editor = try JSONEditor(Array(text.utf8))
    change(&editor)
    return String(decoding: try editor.finish(), as: UTF8.self)
  }

  private let text = "{\r\n\t\"a\" : \"l\\u00e9\",\r\n\t\"b\":{\"c\": 1} ,\r\n\t\"d\": [ ]\r\n}\r\n"

  @Test("replacing a value leaves every other byte")
  func replacing() throws {
    let changed = try edit(text) { editor in
      if let value = editor.document.root.member("a") { editor.replace(value, with: "né\n\"x\"") }
    }
    #expect(changed == text.replacing("\"l\\u00e9\"", with: "\"né\\n\\\"x\\\"\""))
  }

  @Test("a member is added behind another, indented and with line ends like the rest")
  func inserting() throws {
    let changed = try edit(text) { editor in
      guard let member = editor.document.root.members.first(where: { $0.key.string == "a" }) else {
        return
      }
      editor.insert([.init("@a", ["state": "translated", "n": [1]])], behind: member)
    }
    let added =
      ",\r\n\t\"@a\": {\r\n\t\t\"state\": \"translated\",\r\n\t\t\"n\": [\r\n\t\t\t1\r\n\t\t]\r\n\t}"
    #expect(changed == text.replacing("\"l\\u00e9\"", with: "\"l\\u00e9\"\(added)"))
  }

  @Test("members are added at the end and into an empty object")
  func appending() throws {
    let changed = try edit("{\n  \"a\": {}\n}\n") { editor in
      let root = editor.document.root
      if let inner = root.member("a") { editor.append([.init("x", 1)], to: inner) }
      editor.append([.init("b", 2)], to: root)
      editor.append([.init("c", 3)], to: root)
    }
    #expect(changed == "{\n  \"a\": {\n    \"x\": 1\n  },\n  \"b\": 2,\n  \"c\": 3\n}\n")
    #expect(
      try edit("{}") { $0.append([.init("a", 1), .init("b", true)], to: $0.document.root) }
        == #"{"a": 1, "b": true}"#)
    #expect(
      try edit(#"{"a": 1}"#) { $0.append([.init("b", ["c": [1, nil]])], to: $0.document.root) }
        == #"{"a": 1, "b": {"c": [1, null]}}"#)
  }

  @Test("a member that exists is changed, one that does not is added")
  func setting() throws {
    let changed = try edit(#"{"a": 1}"#) { editor in
      editor.set([.init("a", 2), .init("b", 3)], in: editor.document.root)
    }
    #expect(changed == #"{"a": 2, "b": 3}"#)
  }

  @Test("two changes in one place are refused")
  func overlapping() throws {
    var editor = try JSONEditor(Array(#"{"a": {"b": 1}}"#.utf8))
    let outer = try #require(editor.document.root.member("a"))
    let inner = try #require(outer.member("b"))
    editor.replace(outer, with: 1)
    editor.replace(inner, with: 2)
    #expect(throws: Diagnostic.self) { try editor.finish() }
  }

  @Test("without changes the bytes are the same")
  func nothing() throws {
    #expect(try edit(text) { _ in } == text)
  }
}
