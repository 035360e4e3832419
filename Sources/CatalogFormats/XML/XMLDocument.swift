import Diagnostics

/// An XML document as a tree whose nodes know their bytes.
///
///     let document = try XMLDocument(parsing: bytes)
///     document.root.child("file")?.attribute("id")?.value
///
/// Any DOCTYPE is refused (a property list's own is let through), so that there are no entities but
/// XML's five; elements nest at most ``maximumDepth`` deep. The bytes are UTF-8, whatever the XML
/// declaration says.
struct XMLDocument {
  static let maximumDepth = 32
  private let tree: XMLTree

  /// - Throws: What is wrong with the document, where.
  init(parsing bytes: [UInt8], allowedDoctype: String? = nil) throws(Diagnostic) {
    if let fault = Encoding.fault(of: bytes) { throw fault }
    tree = try XMLTree.parse(bytes, allowedDoctype: allowedDoctype)
  }

  /// The outermost element.
  var root: XMLNode { XMLNode(tree: tree, index: tree.root) }
}

/// A name with the namespace that its prefix stands for; empty where it has none.
struct XMLName: Hashable, Sendable {
  var namespace: String
  var local: String
}

struct XMLAttribute: Sendable {
  var name: XMLName
  /// As it is written, with its prefix.
  var qualifiedName: String
  /// References resolved, white space normalized.
  var value: String
  /// The value's bytes, without the quotes.
  var span: Range<Int>
}

/// A node of a document.
struct XMLNode: Sendable {
  enum Kind: Sendable { case element, text, cdata, comment, other }

  fileprivate let tree: XMLTree
  let index: Int

  private var data: XMLTree.Node { tree.nodes[index] }
  var kind: Kind { data.kind }
  /// All its bytes, an element's tags included.
  var span: Range<Int> { data.span }
  /// What stands between the tags or the marks.
  var content: Range<Int> { data.content }
  /// An element's start tag.
  var tag: Range<Int> { data.span.lowerBound..<data.content.lowerBound }
  var name: XMLName { tree.names[data.name] }
  var attributes: [XMLAttribute] { data.attributes }
  /// `<name/>`.
  var isSelfClosing: Bool { kind == .element && content.lowerBound == span.upperBound }
  var bytes: [UInt8] { tree.bytes }

  /// The nodes in it, in their order.
  var children: some Sequence<XMLNode> {
    sequence(state: data.firstChild) { [tree] next -> XMLNode? in
      guard next >= 0 else { return nil }
      let node = XMLNode(tree: tree, index: next)
      next = tree.nodes[next].nextSibling
      return node
    }
  }

  var elements: some Sequence<XMLNode> { children.lazy.filter { $0.kind == .element } }

  /// The first element in it with a local name, of the same namespace as this one.
  func child(_ local: String) -> XMLNode? {
    let namespace = name.namespace
    return elements.first { $0.name.local == local && $0.name.namespace == namespace }
  }

  func attribute(_ local: String, namespace: String = "") -> XMLAttribute? {
    data.attributes.first { $0.name.local == local && $0.name.namespace == namespace }
  }

  /// A range of the document as it is written.
  func source(_ range: Range<Int>) -> String {
    String(decoding: tree.bytes[range.clamped(to: tree.bytes.indices)], as: UTF8.self)
  }

  var source: String { source(span) }

  /// The text of an element without what other elements hold, references resolved.
  var text: String {
    var text = ""
    for child in kind == .element ? Array(children) : [self]
    where child.kind == .text || child.kind == .cdata {
      child.forEachScalar { scalar, _ in text.unicodeScalars.append(scalar) }
    }
    return text
  }

  /// Calls a function for each character of text, with the bytes that it is written with. Line ends
  /// are line feeds.
  func forEachScalar(_ body: (Unicode.Scalar, Range<Int>) -> Void) {
    let bytes = tree.bytes
    var offset = content.lowerBound
    let end = min(content.upperBound, bytes.count)
    while offset < end {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "&"), kind == .text,
        let reference = XMLText.reference(bytes, offset, end)
      {
        body(reference.scalar, offset..<reference.end)
        offset = reference.end
      } else if byte == UInt8(ascii: "\r") {
        let isPair = offset + 1 < end && bytes[offset + 1] == UInt8(ascii: "\n")
        body("\n", offset..<offset + (isPair ? 2 : 1))
        offset += isPair ? 2 : 1
      } else if byte < 0x80 {
        body(Unicode.Scalar(byte), offset..<offset + 1)
        offset += 1
      } else {
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        let next = min(offset + length, end)
        for scalar in String(decoding: bytes[offset..<next], as: UTF8.self).unicodeScalars {
          body(scalar, offset..<next)
        }
        offset = next
      }
    }
  }
}

/// What a document's nodes are made of.
final class XMLTree: Sendable {
  struct Node: Sendable {
    var kind: XMLNode.Kind
    var span: Range<Int>
    var content: Range<Int>
    var name: Int
    var attributes: [XMLAttribute] = []
    var firstChild = -1
    var nextSibling = -1
  }

  let bytes: [UInt8]
  let nodes: [Node]
  let names: [XMLName]
  let root: Int

  init(bytes: [UInt8], nodes: [Node], names: [XMLName], root: Int) {
    self.bytes = bytes
    self.nodes = nodes
    self.names = names
    self.root = root
  }
}
