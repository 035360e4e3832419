import Diagnostics
import StringCatalogs

/// As much of JSON Schema (2020-12) as our own schemas use; a keyword that it does not know is a fault of
/// the schema, so that nothing stands there that no test looks at.
struct JSONSchema {
  private let root: JSONValue

  /// A schema of the repository, by its name in `Locales`.
  init(_ name: String) throws {
    root = try JSONDocument(
      parsing: FileContents.read("\(Repository.folder)/Locales/\(name)")
    ).root
  }

  /// What is wrong with a value, a line for each fault.
  func faults(of value: JSONValue, definition: String? = nil) -> [String] {
    guard let definition else { return check(value, root, "") }
    guard let schema = root.member("$defs")?.member(definition) else {
      return ["the schema has no definition `\(definition)`"]
    }
    return check(value, schema, "")
  }

  func faults(of text: some StringProtocol, definition: String? = nil) -> [String] {
    do throws(Diagnostic) {
      return faults(of: try JSONDocument(parsing: Array(text.utf8)).root, definition: definition)
    } catch {
      return ["no JSON: \(error.message)"]
    }
  }

  private func check(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    var faults: [String] = []
    func expect(_ holds: Bool, _ keyword: String) {
      if !holds { faults.append("\(path.isEmpty ? "/" : path): \(keyword)") }
    }
    for member in schema.members {
      let rule = member.value
      switch member.key.string ?? "" {
      case "$schema", "$id", "$defs", "title", "description": break
      case "type":
        let names = rule.kind == .array ? rule.elements.compactMap(\.string) : [rule.string ?? ""]
        expect(names.contains { isOf(value, type: $0) }, "type")
      case "const": expect(JSONTree(value) == JSONTree(rule), "const")
      case "enum": expect(rule.elements.contains { JSONTree($0) == JSONTree(value) }, "enum")
      case "minimum": expect((value.double ?? 0) >= (rule.double ?? 0), "minimum")
      case "maximum": expect((value.double ?? 0) <= (rule.double ?? 0), "maximum")
      case "minLength":
        expect((value.string?.unicodeScalars.count ?? .max) >= (rule.integer ?? 0), "minLength")
      case "minItems":
        if value.kind == .array {
          expect(value.elements.map(\.self).count >= rule.integer ?? 0, "minItems")
        }
      case "pattern":
        guard let text = value.string, let pattern = try? Regex(rule.string ?? "") else { continue }
        expect(text.firstMatch(of: pattern) != nil, "pattern")
      case "required":
        for name in rule.elements.compactMap(\.string) {
          expect(value.member(name) != nil, "required \(name)")
        }
      case "properties":
        for property in rule.members {
          guard let name = property.key.string, let inner = value.member(name) else { continue }
          faults += check(inner, property.value, "\(path)/\(name)")
        }
      case "additionalProperties":
        let known = Set(schema.member("properties")?.members.compactMap(\.key.string) ?? [])
        for inner in value.members where !known.contains(inner.key.string ?? "") {
          expect(rule.boolean != false, "additional \(inner.key.string ?? "")")
        }
      case "items":
        for (index, element) in value.elements.enumerated() {
          faults += check(element, rule, "\(path)/\(index)")
        }
      case "anyOf":
        expect(rule.elements.contains { check(value, $0, path).isEmpty }, "anyOf")
      case "$ref":
        let name = rule.string.map { String($0.dropFirst("#/$defs/".count)) } ?? ""
        guard let target = root.member("$defs")?.member(name) else {
          faults.append("the schema has no definition `\(name)`")
          continue
        }
        faults += check(value, target, path)
      case let keyword: faults.append("unknown keyword `\(keyword)` of the schema")
      }
    }
    return faults
  }

  private func isOf(_ value: JSONValue, type: String) -> Bool {
    switch type {
    case "null": value.isNull
    case "boolean": value.kind == .boolean
    case "integer": value.integer != nil
    case "number": value.kind == .number
    case "string": value.kind == .string
    case "array": value.kind == .array
    case "object": value.kind == .object
    default: false
    }
  }
}
