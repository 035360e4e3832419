/// A page's template and the keys that it shows.
///
///     PageTemplate(path: "Strings/article.html", text: "<h1>{{{article.title}}}</h1>")
///       .references.map(\.key)  // ["article.title"]
///
/// `{{{key}}}` and `{{key}}` show a message; `{{page.…}}`, sections (`{{#…}}`, `{{/…}}`) and comments
/// (`{{!…}}`) do not.
public struct PageTemplate: Sendable {
  /// A key that is shown, and where it stands, in UTF-8 bytes of the template.
  public struct Reference: Hashable, Sendable {
    public var key: String
    public var span: Range<Int>
  }

  public var path: String
  public var bytes: [UInt8]
  public var references: [Reference]
  /// The parts that the program makes, by name: `selector` for `{{{page.selector}}}`.
  public var parts: Set<String> = []

  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    references = []
    for reference in Self.names(in: bytes) {
      if reference.key.hasPrefix("page.") {
        parts.insert(String(reference.key.dropFirst(5)))
      } else if reference.key != "page" {
        references.append(reference)
      }
    }
  }

  private static func names(in bytes: [UInt8]) -> [Reference] {
    let open = UInt8(ascii: "{")
    let close = UInt8(ascii: "}")
    var references: [Reference] = []
    var position = 0
    while position + 1 < bytes.count {
      guard bytes[position] == open, bytes[position + 1] == open else {
        position += 1
        continue
      }
      var start = position + 2
      if start < bytes.count, bytes[start] == open { start += 1 }
      while start < bytes.count, bytes[start] == 0x20 { start += 1 }
      var end = start
      while end < bytes.count, bytes[end] != close, bytes[end] != 0x0A { end += 1 }
      var last = end
      while last > start, bytes[last - 1] == 0x20 { last -= 1 }
      let name = String(decoding: bytes[start..<last], as: UTF8.self)
      if let first = name.utf8.first, !"#/!^>&=".utf8.contains(first),
        name != "."
      {
        references.append(Reference(key: name, span: start..<last))
      }
      position = max(end, position + 1)
    }
    return references
  }
}
