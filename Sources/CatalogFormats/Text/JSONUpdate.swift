import CatalogExchange
import Diagnostics
import StringCatalogs

/// Changes messages of a JSON file that was read, and leaves every other byte of it as it is.
struct JSONUpdate {
  private var editor: JSONEditor
  private let document: JSONDocument
  private var members: [String: JSONValue.Member] = [:]
  /// Members that are added to each object; an empty one takes them all at once.
  private var added: [(object: JSONValue, members: [JSONTree.Member])] = []

  /// nil where the catalogue was not read from a file.
  init?(_ catalog: ExchangeCatalog) {
    guard let bytes = catalog.original, let document = try? JSONDocument(parsing: bytes) else {
      return nil
    }
    self.document = document
    editor = JSONEditor(document)
    index(document.root, prefix: "")
  }

  private mutating func index(_ object: JSONValue, prefix: String) {
    for member in object.members {
      guard let name = member.key.string, members[prefix + name] == nil else { continue }
      members[prefix + name] = member
      if member.value.kind == .object { index(member.value, prefix: prefix + name + ".") }
    }
  }

  /// The member with a dotted key.
  func member(_ key: String) -> JSONValue.Member? { members[key] }

  /// Writes a text in the place of a value, where it is another one.
  mutating func set(_ value: JSONValue, to text: String) {
    if value.string != text { editor.replace(value, with: .string(text)) }
  }

  /// Sets members of an object where they differ.
  mutating func set(_ members: [JSONTree.Member], in object: JSONValue) {
    editor.set(
      members.filter { member in object.member(member.name).map { JSONTree($0) } != member.value },
      in: object)
  }

  mutating func insert(_ members: [JSONTree.Member], behind member: JSONValue.Member) {
    editor.insert(members, behind: member)
  }

  /// Adds members at the end of the file, or of the innermost object that their keys lead to.
  mutating func append(_ new: [JSONTree.Member], isNested: Bool) {
    for member in new {
      var object = document.root
      var name = Substring(member.name)
      while isNested, let dot = name.firstIndex(of: "."),
        let inner = object.member(String(name[..<dot])), inner.kind == .object
      {
        object = inner
        name = name[name.index(after: dot)...]
      }
      let own = JSONTree.Member(String(name), member.value)
      if let index = added.firstIndex(where: { $0.object.span == object.span }) {
        added[index].members.append(own)
      } else {
        added.append((object, [own]))
      }
    }
  }

  /// The changed file; nil where two changes meet, so that it has to be written anew.
  func finished() -> [UInt8]? {
    var editor = editor
    for (object, members) in added { editor.append(members, to: object) }
    return try? editor.finish()
  }
}
