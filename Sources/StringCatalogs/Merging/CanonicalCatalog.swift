public import Diagnostics

/// The canonical layout of a JSON catalogue: two spaces a level, the fields of the file first, keys in the
/// order of the source, and behind each key its metadata.
///
///     let bytes = try CanonicalCatalog(order: source).bytes(of: catalog.file)
///
/// Texts and values stay as they are; what is not JSON, or has a name twice, is refused. Keys that the
/// source does not have stay behind the one that they follow.
public struct CanonicalCatalog: Sendable {
  /// The place of each key in the source; empty keeps the order of the file.
  private let ranks: [String: Int]

  /// - Parameter source: The catalogues whose order is followed; nil keeps that of the file.
  public init(order source: LocaleCatalogs? = nil) {
    var ranks: [String: Int] = [:]
    if let source {
      for entry in source.entries { ranks[entry.key] = ranks.count }
    }
    self.ranks = ranks
  }

  /// The file as it should stand.
  public func bytes(of file: CatalogFile) throws(Diagnostic) -> [UInt8] {
    let document = try JSONDocument(parsing: file.bytes)
    guard document.root.kind == .object else {
      throw Diagnostic(
        code: "invalid-value",
        message: "a catalogue is an object, not \(document.root.kind.name)",
        span: document.root.span)
    }
    try refuseWhatWouldBeLost(document.root)
    let tree = JSONTree.object(ordered(document.root, prefix: ""))
    return Array((tree.text(.indented) + "\n").utf8)
  }

  /// A member that stands twice, and a number that is not written back as it was.
  private func refuseWhatWouldBeLost(_ value: JSONValue) throws(Diagnostic) {
    var names: Set<String> = []
    for member in value.members {
      guard names.insert(member.key.string ?? "").inserted else {
        throw Diagnostic(
          code: "duplicate-key", message: "`\(member.key.string ?? "")` stands twice",
          span: member.key.span, help: "keep one of them")
      }
      try refuseWhatWouldBeLost(member.value)
    }
    for element in value.elements { try refuseWhatWouldBeLost(element) }
    if value.kind == .number, value.integer == nil, value.numberText != JSONTree(value).text() {
      throw Diagnostic(
        code: "invalid-value", message: "a number that would be written in another way",
        span: value.span, help: "write it without an exponent and without zeros at its end")
    }
  }

  /// The members of the file or of a nested object in their order.
  private func ordered(_ object: JSONValue, prefix: String) -> [JSONTree.Member] {
    var fields: [JSONTree.Member] = []
    var metadata: [String: JSONTree.Member] = [:]
    var messages: [(rank: Int, name: String, value: JSONTree)] = []
    // What has no place of its own follows what stands before it.
    var last = -1
    for member in object.members {
      guard let name = member.key.string else { continue }
      if name.hasPrefix("@@") {
        fields.append(.init(name, JSONTree(member.value)))
      } else if name.hasPrefix("@") {
        metadata[String(name.dropFirst())] = .init(name, JSONTree(member.value))
      } else {
        let isGroup = member.value.kind == .object
        last = rank(of: prefix + name, isGroup: isGroup) ?? last
        let value =
          isGroup
          ? JSONTree.object(ordered(member.value, prefix: prefix + name + "."))
          : JSONTree(member.value)
        messages.append((last, name, value))
      }
    }
    let sorted = messages.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }.map(\.element)
    var result = fields
    for message in sorted {
      result.append(.init(message.name, message.value))
      if let own = metadata.removeValue(forKey: message.name) { result.append(own) }
    }
    // Metadata without a message is a fault that `check` tells; it is kept.
    return result + metadata.values.sorted { $0.name < $1.name }
  }

  private func rank(of key: String, isGroup: Bool) -> Int? {
    guard isGroup else { return ranks[key] }
    return ranks.filter { $0.key.hasPrefix(key + ".") }.values.min()
  }
}
