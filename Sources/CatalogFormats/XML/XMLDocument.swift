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
  var kind: Kind { tree.nodes[index].kind }
  /// All its bytes, an element's tags included.
  var span: Range<Int> { data.span }
  /// What stands between the tags or the marks.
  var content: Range<Int> { data.content }
  /// An element's start tag.
  var tag: Range<Int> { data.span.lowerBound..<data.content.lowerBound }
  var name: XMLName { tree.names[nameIndex] }
  /// Which of the document's names it has: the same name has the same number.
  var nameIndex: Int { Int(tree.nodes[index].name) }
  /// All names of the document.
  var documentNames: [XMLName] { tree.names }
  var attributes: ArraySlice<XMLAttribute> { tree.attributes[data.attributes] }
  /// `<name/>`.
  var isSelfClosing: Bool { kind == .element && content.lowerBound == span.upperBound }
  var bytes: [UInt8] { tree.bytes }

  /// Nodes beside each other, in their order.
  struct Siblings: Sequence, IteratorProtocol {
    fileprivate let tree: XMLTree
    fileprivate var index: Int32
    fileprivate let hasElementsOnly: Bool

    mutating func next() -> XMLNode? {
      while index >= 0 {
        let node = XMLNode(tree: tree, index: Int(index))
        index = tree.nodes[node.index].nextSibling
        if !hasElementsOnly || node.kind == .element { return node }
      }
      return nil
    }
  }

  /// The nodes in it, in their order.
  var children: Siblings {
    Siblings(tree: tree, index: tree.nodes[index].firstChild, hasElementsOnly: false)
  }

  var elements: Siblings {
    Siblings(tree: tree, index: tree.nodes[index].firstChild, hasElementsOnly: true)
  }

  /// The first element in it with a local name, of the same namespace as this one.
  func child(_ local: String) -> XMLNode? {
    let namespace = name.namespace
    return elements.first { $0.name.local == local && $0.name.namespace == namespace }
  }

  func attribute(_ local: String, namespace: String = "") -> XMLAttribute? {
    for index in data.attributes
    where tree.attributes[index].name.local == local
      && tree.attributes[index].name.namespace == namespace
    {
      return tree.attributes[index]
    }
    return nil
  }

  /// A range of the document as it is written.
  func source(_ range: Range<Int>) -> String {
    String(decoding: tree.bytes[range.clamped(to: tree.bytes.indices)], as: UTF8.self)
  }

  var source: String { source(span) }

  /// The text of an element without what other elements hold, references resolved.
  var text: String {
    guard kind == .element else { return ownText }
    var text = ""
    for child in children where child.kind == .text || child.kind == .cdata {
      text += child.ownText
    }
    return text
  }

  private var ownText: String {
    guard let plainText else {
      var text = ""
      forEachScalar { scalar, _ in text.unicodeScalars.append(scalar) }
      return text
    }
    return String(decoding: plainText, as: UTF8.self)
  }

  /// The bytes of text that stands as it is meant, or nil where it has references or line ends of other
  /// kinds.
  var plainText: ArraySlice<UInt8>? {
    let bytes = tree.bytes[content.clamped(to: tree.bytes.indices)]
    let hasReferences = kind == .text
    let isPlain = bytes.allSatisfy { byte in
      byte != UInt8(ascii: "\r") && !(hasReferences && byte == UInt8(ascii: "&"))
    }
    return isPlain ? bytes : nil
  }

  /// Whether text is white space only.
  var isBlank: Bool {
    let bytes = tree.bytes[content.clamped(to: tree.bytes.indices)]
    guard let first = bytes.first(where: { $0 > 0x20 }) else { return true }
    // White space of other kinds than XML's counts as well.
    return first < 0x80 && first != UInt8(ascii: "&") ? false : text.trimmed.isEmpty
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
        // What stands behind the first byte's own mark, and six bits of each byte that follows.
        var value = UInt32(byte & (0xFF >> UInt8(length + 1)))
        for place in offset + 1..<next { value = value << 6 | UInt32(bytes[place] & 0x3F) }
        body(Unicode.Scalar(value) ?? "\u{FFFD}", offset..<next)
        offset = next
      }
    }
  }
}

/// What a document's nodes are made of.
final class XMLTree: Sendable {
  /// Without anything that is counted: there are many, and they are looked at often.
  struct Node: Sendable {
    var kind: XMLNode.Kind
    var name: Int32 = 0
    private var start: Int32
    private var contentStart: Int32
    private var contentEnd: Int32
    private var end: Int32
    private var firstAttribute: Int32 = 0
    private var endOfAttributes: Int32 = 0
    var firstChild: Int32 = -1
    var nextSibling: Int32 = -1

    /// - Parameter span: Of a document that is shorter than 2 GB.
    init(_ kind: XMLNode.Kind, _ span: Range<Int>, content: Range<Int>) {
      self.kind = kind
      start = Int32(truncatingIfNeeded: span.lowerBound)
      end = Int32(truncatingIfNeeded: span.upperBound)
      contentStart = Int32(truncatingIfNeeded: content.lowerBound)
      contentEnd = Int32(truncatingIfNeeded: content.upperBound)
    }

    var span: Range<Int> {
      get { Int(start)..<max(Int(start), Int(end)) }
      set {
        start = Int32(truncatingIfNeeded: newValue.lowerBound)
        end = Int32(truncatingIfNeeded: newValue.upperBound)
      }
    }
    var content: Range<Int> {
      get { Int(contentStart)..<max(Int(contentStart), Int(contentEnd)) }
      set {
        contentStart = Int32(truncatingIfNeeded: newValue.lowerBound)
        contentEnd = Int32(truncatingIfNeeded: newValue.upperBound)
      }
    }
    /// Its places in the document's list.
    var attributes: Range<Int> {
      get { Int(firstAttribute)..<max(Int(firstAttribute), Int(endOfAttributes)) }
      set {
        firstAttribute = Int32(truncatingIfNeeded: newValue.lowerBound)
        endOfAttributes = Int32(truncatingIfNeeded: newValue.upperBound)
      }
    }
  }

  let bytes: [UInt8]
  let nodes: [Node]
  let attributes: [XMLAttribute]
  let names: [XMLName]
  let root: Int

  init(
    bytes: [UInt8], nodes: [Node], attributes: [XMLAttribute], names: [XMLName], root: Int
  ) {
    self.bytes = bytes
    self.nodes = nodes
    self.attributes = attributes
    self.names = names
    self.root = root
  }
}
