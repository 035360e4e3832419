import Diagnostics
import StringCatalogs

/// A whole catalog carried to the other syntax: its messages change, and nothing else does.
///
/// A catalog is a JSON object: values are messages, objects in it are parts of the key, and what
/// begins with `@` is metadata, of which only the names of renamed placeholders change. Of an object
/// with a `defaultMessage`, as FormatJS extracts them, that one is the message.
struct CatalogConversion {
  /// One message of the catalog.
  struct Message {
    var key: String
    var result: MessageConversion.Result
  }

  private(set) var messages: [Message] = []
  /// What there is to say, each at its place in the file.
  private(set) var findings: [Finding] = []
  /// Whether the file says itself that it is in the wanted syntax already.
  private(set) var isConverted = false
  private let conversion: MessageConversion
  private let path: String
  private let lines: LineIndex
  private var editor: JSONEditor

  init(_ bytes: [UInt8], path: String, conversion: MessageConversion) throws(Diagnostic) {
    self.conversion = conversion
    self.path = path
    lines = LineIndex(bytes)
    editor = try JSONEditor(bytes)
    let root = editor.document.root
    guard root.kind == .object else {
      throw Diagnostic(
        code: "wrong-type", message: "a catalogue is a JSON object", span: root.span,
        help: "as in {\"cart.title\": \"Cart\"}")
    }
    isConverted = root.member("@@syntax")?.string == conversion.target.rawValue
    if !isConverted { convert(root, prefix: "") }
  }

  /// Whether every message could be carried over.
  var isComplete: Bool { messages.allSatisfy { $0.result.text != nil } }

  /// The new file; it says its syntax where it must, or did before.
  func bytes() throws(Diagnostic) -> [UInt8] {
    let root = editor.document.root
    guard !isConverted else { return editor.document.bytes }
    var editor = editor
    let syntax = JSONTree.string(conversion.target.rawValue)
    if let member = root.member("@@syntax") {
      editor.replace(member, with: syntax)
    } else if conversion.target == .icu {
      let new = JSONTree.Member("@@syntax", syntax)
      if let locale = root.members.first(where: { $0.key.string == "@@locale" }) {
        editor.insert([new], behind: locale)
      } else {
        editor.append([new], to: root)
      }
    }
    return try editor.finish()
  }
}

extension CatalogConversion {
  private mutating func convert(_ object: JSONValue, prefix: String) {
    var renamed: [String: [String: String]] = [:]
    for member in object.members {
      guard let name = member.key.string, !name.hasPrefix("@") else { continue }
      let key = prefix + name
      if let described = member.value.member("defaultMessage"), described.kind == .string {
        renamed[name] = convert(described, key: key)
      } else if member.value.kind == .string {
        renamed[name] = convert(member.value, key: key)
      } else if member.value.kind == .object {
        convert(member.value, prefix: key + ".")
      }
    }
    for member in object.members {
      guard let name = member.key.string, name.hasPrefix("@"),
        let new = renamed[String(name.dropFirst())]
      else { continue }
      rename(new, in: member.value)
    }
  }

  /// Converts one message; the result is the names that it changed.
  private mutating func convert(_ value: JSONValue, key: String) -> [String: String] {
    guard let (text, offsets) = value.decoded else { return [:] }
    let result = conversion.convert(text)
    messages.append(Message(key: key, result: result))
    for diagnostic in result.diagnostics {
      var place = diagnostic
      place.span =
        offsets.fileOffset(
          of: diagnostic.span.lowerBound)..<max(
          offsets.fileOffset(of: diagnostic.span.lowerBound),
          offsets.fileOffset(of: diagnostic.span.upperBound))
      findings.append(Finding(place, key: key, file: path, lines: lines))
    }
    if let new = result.text, new != text { editor.replace(value, with: .string(new)) }
    return result.renamed
  }

  private mutating func rename(_ names: [String: String], in metadata: JSONValue) {
    for member in metadata.member("placeholders")?.members.map({ $0 }) ?? [] {
      guard let old = member.key.string, let new = names[old] else { continue }
      editor.replace(member.key, with: .string(new))
    }
  }
}
