import Diagnostics
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

  /// The file is no JSON object, or would not be one afterwards.
  public struct Failure: Error, Hashable, Sendable {}

  /// The file's bytes after the change.
  ///
  /// - Parameter order: Keys in the order of the source; a new key is put behind the nearest one
  ///   before it that the file has.
  public func apply(to bytes: [UInt8], after order: [String]) throws(Failure) -> [UInt8] {
    do {
      let document = try JSONDocument(parsing: bytes)
      guard document.root.kind == .object else { throw Failure() }
      var editor = JSONEditor(document)
      if let place = Self.find(key[...], in: document.root) {
        change(place, &editor)
      } else if let anchor = anchor(in: document.root, order) {
        editor.insert(members, behind: anchor)
      } else {
        editor.append(members, to: document.root)
      }
      return try editor.finish()
    } catch {
      throw Failure()
    }
  }

  /// The bytes of a new file that holds this message alone.
  public func newFile(locale: String) -> [UInt8] {
    let file = JSONTree.object([.init("@@locale", .string(locale))] + members)
    return Array((file.text(.indented) + "\n").utf8)
  }

  // MARK: A message that is there

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

  private func change(_ place: Place, _ editor: inout JSONEditor) {
    if place.member.value.string != text {
      editor.replace(place.member.value, with: .string(text))
    }
    // Where a translation never said what it was made from, it is not made to say so now.
    let saysSource = state != nil || place.metadata?.member("source") != nil
    let wanted = metadata(withSource: saysSource).filter { member in
      place.metadata?.member(member.name).map { JSONTree($0) } != member.value
    }
    guard !wanted.isEmpty else { return }
    if let object = place.metadata {
      editor.set(wanted, in: object)
    } else {
      editor.insert([.init("@" + place.name, .object(wanted))], behind: place.member)
    }
  }

  // MARK: A new message

  private var members: [JSONTree.Member] {
    let metadata = metadata(withSource: state != nil)
    let message = JSONTree.Member(key, .string(text))
    return metadata.isEmpty ? [message] : [message, .init("@" + key, .object(metadata))]
  }

  private func metadata(withSource saysSource: Bool) -> [JSONTree.Member] {
    var members: [JSONTree.Member] = []
    if let state { members.append(.init("state", .string(state.rawValue))) }
    if saysSource, let sourceFingerprint {
      members.append(.init("source", .string(sourceFingerprint)))
    }
    return members
  }

  /// The member at the top of the file behind which the new key goes: the last one that belongs to
  /// the nearest key before it in the source; the file's last where there is none.
  private func anchor(in root: JSONValue, _ order: [String]) -> JSONValue.Member? {
    var owners: [Substring: JSONValue.Member] = [:]
    var last: JSONValue.Member?
    for member in root.members {
      guard let name = member.key.string else { continue }
      last = member
      if !name.hasPrefix("@@") { owners[name.drop { $0 == "@" }] = member }
    }
    let before = order.prefix { $0 != key }
    for key in before.reversed() {
      // The key itself, or the object that it is nested in.
      var name = key[...]
      while true {
        if let owner = owners[name] { return owner }
        guard let dot = name.lastIndex(of: ".") else { break }
        name = name[..<dot]
      }
    }
    return last
  }
}
