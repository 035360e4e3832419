import StringCatalogs

/// The comment in front of a message in an XML file: its description, and the notes that `langue` reads again.
struct MessageComment {
  /// The comment's node, or nil where there is none.
  private(set) var span: Range<Int>?
  private(set) var description: String?
  private(set) var notes = PlaceholderNotes()
  /// The key where it cannot be the name in the file.
  private(set) var key: String?

  init() {}

  /// - Parameter node: The comment, if one stands right before the element.
  init(_ node: XMLNode?) {
    guard let node else { return }
    span = node.span
    var lines = node.source(node.content).split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    if let index = lines.firstIndex(where: { $0.hasPrefix("@key ") }) {
      key = String(lines.remove(at: index).dropFirst(5))
    }
    notes = PlaceholderNotes(takenFrom: &lines)
    let text = lines.joined(separator: "\n")
    if !text.isEmpty { description = text }
  }

  /// A comment's source, or nil where there is nothing to say.
  static func source(
    description: String?, notes: PlaceholderNotes, key: String? = nil
  ) -> String? {
    var lines = (description ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    if description == nil { lines = [] }
    lines += notes.lines
    if let key { lines.append("@key " + key) }
    guard !lines.isEmpty else { return nil }
    return "<!-- " + lines.map(XMLText.comment).joined(separator: "\n         ") + " -->"
  }
}
