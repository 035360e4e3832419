import MessageSyntax
public import StringCatalogs

/// One change of a catalogue file: a message's text, and what its metadata says about it.
///
///     let bytes = try CatalogEdit(key: "cart.title", text: "Korb").apply(to: catalog, …)
///
/// Only the bytes of the values that change are replaced; all others stay as they were.
public struct CatalogEdit: Sendable {
  public var key: String
  public var text: String
  /// The state to write; nil leaves it as it is.
  public var state: TranslationState?
  /// The fingerprint of the source message that was translated.
  public var sourceFingerprint: String?

  public init(
    key: String, text: String, state: TranslationState? = nil, sourceFingerprint: String? = nil
  ) {
    self.key = key
    self.text = text
    self.state = state
    self.sourceFingerprint = sourceFingerprint
  }

  public enum Failure: Error, Hashable, Sendable {
    /// The file is no JSON object.
    case unreadable
    /// The message stands in nested objects, where a new key has no evident place.
    case noPlace
  }

  /// The file's bytes after the change.
  ///
  /// - Parameter before: Keys in the order of the source; a new key is put after the nearest one
  ///   of them that the file has.
  public func apply(to bytes: [UInt8], after before: [String]) throws(Failure) -> [UInt8] {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: bytes)
    } catch {
      throw .unreadable
    }
    guard document.root.kind == .object else { throw .unreadable }
    var changes: [Change] = []
    if let place = Self.find(key[...], in: document.root) {
      if place.member.value.string != text {
        changes.append(Change(place.member.value.span, Self.quoted(text)))
      }
      changes += metadataChanges(place, bytes)
    } else {
      changes.append(try insertion(in: document.root, after: before, bytes))
    }
    return Change.apply(changes, to: bytes)
  }

  /// The bytes of a new file that holds this message alone.
  public func newFile(locale: String) -> [UInt8] {
    let text = """
      {
        "@@locale": \(Self.quoted(locale)),
      \(member(indent: "  "))
      }

      """
    return Array(text.utf8)
  }

  // MARK: Places

  private struct Change {
    var range: Range<Int>
    var text: String

    init(_ range: Range<Int>, _ text: String) {
      self.range = range
      self.text = text
    }

    static func apply(_ changes: [Change], to bytes: [UInt8]) -> [UInt8] {
      var bytes = bytes
      for change in changes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
        guard change.range.upperBound <= bytes.count else { continue }
        bytes.replaceSubrange(change.range, with: Array(change.text.utf8))
      }
      return bytes
    }
  }

  private struct Place {
    var member: JSONValue.Member
    /// The object beside the message that describes it.
    var metadata: JSONValue?
    var name: String
  }

  /// Finds a key, also where its first parts are nested objects.
  private static func find(_ key: Substring, in object: JSONValue) -> Place? {
    for member in object.members {
      guard let name = member.key.string, !name.hasPrefix("@") else { continue }
      if name[...] == key {
        return Place(member: member, metadata: object.member("@" + name), name: name)
      }
      if member.value.kind == .object, key.hasPrefix(name + "."),
        let place = find(key.dropFirst(name.count + 1), in: member.value)
      {
        return place
      }
    }
    return nil
  }

  private func metadataChanges(_ place: Place, _ bytes: [UInt8]) -> [Change] {
    var wanted: [(String, String)] = []
    if let state { wanted.append(("state", state.rawValue)) }
    // Where a translation never said what it was made from, it is not made to say so now.
    if let sourceFingerprint, state != nil || place.metadata?.member("source") != nil {
      wanted.append(("source", sourceFingerprint))
    }
    guard !wanted.isEmpty else { return [] }
    guard let metadata = place.metadata else {
      let indent = Self.indent(before: place.member.key.span.lowerBound, bytes)
      let members = wanted.map { "\(Self.quoted($0.0)): \(Self.quoted($0.1))" }
      let end = place.member.value.span.upperBound
      return [
        Change(
          end..<end,
          ",\n\(indent)\(Self.quoted("@" + place.name)): { \(members.joined(separator: ", ")) }")
      ]
    }
    var changes: [Change] = []
    var missing: [String] = []
    for (name, value) in wanted {
      if let old = metadata.member(name) {
        if old.string != value { changes.append(Change(old.span, Self.quoted(value))) }
      } else {
        missing.append("\(Self.quoted(name)): \(Self.quoted(value))")
      }
    }
    if !missing.isEmpty {
      let start = metadata.span.lowerBound + 1
      let first = metadata.members.first { _ in true }
      let space = first.map {
        String(decoding: bytes[start..<$0.key.span.lowerBound], as: UTF8.self)
      }
      let separator = first == nil ? "" : ","
      changes.append(
        Change(start..<start, (space ?? " ") + missing.joined(separator: ", ") + separator))
    }
    return changes
  }

  private func insertion(
    in root: JSONValue, after before: [String], _ bytes: [UInt8]
  ) throws(Failure) -> Change {
    var ends: [String: Int] = [:]
    var last: Int?
    var isFlat = true
    for member in root.members {
      guard let name = member.key.string else { continue }
      last = member.value.span.upperBound
      if name.hasPrefix("@"), !name.hasPrefix("@@") {
        ends[String(name.dropFirst())] = last
      } else {
        ends[name] = last
        if member.value.kind == .object { isFlat = false }
      }
    }
    guard isFlat else { throw .noPlace }
    let indent =
      root.members.first { _ in true }
      .map { Self.indent(before: $0.key.span.lowerBound, bytes) } ?? "  "
    let order = before.firstIndex(of: key) ?? before.count
    let anchor = before[..<order].last { ends[$0] != nil }.flatMap { ends[$0] }
    guard let end = anchor ?? last else {
      let start = root.span.lowerBound + 1
      return Change(start..<start, "\n\(member(indent: indent))\n")
    }
    return Change(end..<end, ",\n\(member(indent: indent))")
  }

  private func member(indent: String) -> String {
    var text = "\(indent)\(Self.quoted(key)): \(Self.quoted(self.text))"
    var metadata: [String] = []
    if let state { metadata.append("\"state\": \(Self.quoted(state.rawValue))") }
    if let sourceFingerprint, state != nil {
      metadata.append("\"source\": \(Self.quoted(sourceFingerprint))")
    }
    if !metadata.isEmpty {
      text += ",\n\(indent)\(Self.quoted("@" + key)): { \(metadata.joined(separator: ", ")) }"
    }
    return text
  }

  private static func indent(before offset: Int, _ bytes: [UInt8]) -> String {
    var start = offset
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// A JSON string that escapes what must be, and nothing else.
  private static func quoted(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\r": json += "\\r"
      case "\t": json += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }
}
