import Diagnostics

/// A property list in XML that is read, as far as string files need it: dictionaries of strings and dictionaries.
struct PropertyListDocument {
  /// The public identifier of the DOCTYPE that Apple's tools write into every property list. Nothing is
  /// read from it, and it may declare nothing.
  static let doctype = "-//Apple//DTD PLIST 1.0//EN"

  /// A key and its value, with the comment in front of them.
  struct Member {
    var key: XMLNode
    var value: XMLNode
    var comment: XMLNode?

    var name: String { key.text }
    /// From the key to the end of the value.
    var span: Range<Int> { key.span.lowerBound..<value.span.upperBound }
  }

  /// The outermost dictionary.
  let dictionary: XMLNode

  init(parsing bytes: [UInt8]) throws(Diagnostic) {
    if bytes.starts(with: Array("bplist".utf8)) {
      throw Diagnostic(
        code: "invalid-property-list", message: "a binary property list", span: 0..<6,
        help: "convert it with `plutil -convert xml1`")
    }
    let root = try XMLDocument(parsing: bytes, allowedDoctype: Self.doctype).root
    guard root.name.local == "plist", let dictionary = root.child("dict") else {
      throw Diagnostic(
        code: "invalid-property-list", message: "expected `<plist>` with a `<dict>`",
        span: root.tag)
    }
    self.dictionary = dictionary
  }

  /// A dictionary's members in the order of the file. A key without a value is left out.
  static func members(of dictionary: XMLNode) -> [Member] {
    var members: [Member] = []
    var key: XMLNode?
    var comment: XMLNode?
    for node in dictionary.children {
      switch node.kind {
      case .comment: comment = node
      case .element:
        if node.name.local == "key" {
          key = node
        } else if let name = key {
          members.append(Member(key: name, value: node, comment: comment))
          key = nil
          comment = nil
        }
      case .text, .cdata, .other: continue
      }
    }
    return members
  }
}
