import CExpat
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension XMLTree {
  /// - Parameter allowedDoctype: The public identifier of the one DOCTYPE that is let through.
  static func parse(
    _ bytes: [UInt8], allowedDoctype: String?
  ) throws(Diagnostic) -> XMLTree {
    var builder = XMLTreeBuilder(bytes)
    let fault = bytes.withUnsafeBytes { buffer in
      let start = buffer.bindMemory(to: CChar.self)
      return withUnsafeMutablePointer(to: &builder) { builder in
        func parse(_ doctype: UnsafePointer<CChar>?) -> CExpatFault {
          cexpat_parse(
            start.baseAddress, Int64(start.count), Int32(XMLDocument.maximumDepth), doctype,
            { context, event in
              guard let context, let event else { return }
              context.assumingMemoryBound(to: XMLTreeBuilder.self).pointee.take(event.pointee)
            }, builder)
        }
        return allowedDoctype.map { $0.withCString { parse($0) } } ?? parse(nil)
      }
    }
    let offset = min(max(0, Int(fault.offset)), bytes.count)
    let span = offset..<min(offset + 1, bytes.count)
    switch fault.kind {
    case CExpatFaultNone: break
    case CExpatFaultDoctype:
      throw Diagnostic(
        code: "xml-doctype", message: "a DOCTYPE is not allowed", span: span,
        help: "remove it, and write characters in place of its entities")
    case CExpatFaultDepth:
      throw Diagnostic(
        code: "too-deep", message: "elements nest deeper than \(XMLDocument.maximumDepth)",
        span: span)
    default:
      let words = fault.message.map { String(cString: $0) } ?? ""
      throw Diagnostic(code: "invalid-xml", message: "not well-formed: \(words)", span: span)
    }
    guard builder.root >= 0 else {
      throw Diagnostic(code: "invalid-xml", message: "no element", span: 0..<0)
    }
    return XMLTree(
      bytes: bytes, nodes: builder.nodes, attributes: builder.attributes,
      names: builder.names.all, root: builder.root)
  }
}

/// Puts Expat's events into a tree.
private struct XMLTreeBuilder {
  private let bytes: [UInt8]
  private(set) var nodes: [XMLTree.Node] = []
  private(set) var attributes: [XMLAttribute] = []
  private(set) var names = XMLNames()
  private(set) var root = -1
  /// The open elements, each with its last child so far.
  private var open: [(node: Int, last: Int)] = []
  private var isInCDATA = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // As many as a document with short texts has.
    nodes.reserveCapacity(bytes.count / 24)
    attributes.reserveCapacity(bytes.count / 80)
  }

  mutating func take(_ event: CExpatEvent) {
    let start = min(max(0, Int(event.start)), bytes.count)
    let end = min(start + max(0, Int(event.length)), bytes.count)
    switch event.kind {
    case CExpatEventStart: openElement(event, start..<end)
    case CExpatEventEnd: closeElement(start..<end)
    case CExpatEventCDATAStart:
      add(.cdata, start..<end, content: end..<end)
      isInCDATA = true
    case CExpatEventCDATAEnd:
      isInCDATA = false
      guard let last = open.last?.last, last >= 0 else { return }
      nodes[last].span = nodes[last].span.lowerBound..<end
      nodes[last].content = nodes[last].content.lowerBound..<start
    case CExpatEventText: addText(start..<end)
    case CExpatEventComment:
      let content = min(start + 4, end)
      add(.comment, start..<end, content: content..<max(content, end - 3))
    default: add(.other, start..<end, content: start..<end)
    }
  }

  private mutating func addText(_ span: Range<Int>) {
    if isInCDATA { return }
    if let last = open.last?.last, last >= 0, nodes[last].kind == .text,
      nodes[last].span.upperBound == span.lowerBound
    {
      let whole = nodes[last].span.lowerBound..<span.upperBound
      nodes[last].span = whole
      nodes[last].content = whole
    } else {
      add(.text, span, content: span)
    }
  }

  private mutating func openElement(_ event: CExpatEvent, _ span: Range<Int>) {
    add(.element, span, content: span.upperBound..<span.upperBound)
    let index = nodes.count - 1
    if let name = event.name {
      nodes[index].name = Int32(truncatingIfNeeded: names.index(of: name))
    }
    if let list = event.attributes, list.pointee != nil {
      let start = attributes.count
      add(attributes: list, span)
      nodes[index].attributes = start..<attributes.count
    }
    if open.isEmpty { root = index }
    open.append((index, -1))
  }

  private mutating func closeElement(_ tag: Range<Int>) {
    guard let element = open.popLast()?.node else { return }
    // The end of `<name/>` is an event without bytes.
    let end = max(tag.upperBound, nodes[element].span.upperBound)
    let content = nodes[element].content.lowerBound
    nodes[element].content = content..<max(content, tag.isEmpty ? content : tag.lowerBound)
    nodes[element].span = nodes[element].span.lowerBound..<end
  }

  private mutating func add(_ kind: XMLNode.Kind, _ span: Range<Int>, content: Range<Int>) {
    let index = nodes.count
    nodes.append(XMLTree.Node(kind, span, content: content))
    guard let parent = open.indices.last else { return }
    let place = Int32(truncatingIfNeeded: index)
    if open[parent].last >= 0 {
      nodes[open[parent].last].nextSibling = place
    } else {
      nodes[open[parent].node].firstChild = place
    }
    open[parent].last = index
  }

  /// Expat's attributes, with the places that a look at the start tag gives.
  private mutating func add(
    attributes list: UnsafePointer<UnsafePointer<CChar>?>, _ tag: Range<Int>
  ) {
    var scanner = StartTagScanner(bytes, tag)
    var place = list
    while let expatName = place.pointee, let value = (place + 1).pointee {
      guard let written = scanner.next() else { break }
      let index = names.index(of: expatName)
      let name = names.all[index]
      attributes.append(
        XMLAttribute(
          name: name,
          qualifiedName: name.namespace.isEmpty
            ? name.local : String(decoding: bytes[written.name], as: UTF8.self),
          value: String(cString: value), span: written.value))
      place += 2
    }
  }
}

/// The names of a document, each once.
private struct XMLNames {
  private(set) var all = [XMLName(namespace: "", local: "")]
  private var indexes: [String: Int] = [:]
  /// The same namespace has the same storage, so that comparing it takes no look at its text.
  private var namespaces: Set<String> = []
  /// Names as Expat writes them, at places that their bytes give: most come again and again.
  private var recent: [(written: [UInt8], index: Int)] = Array(repeating: ([], 0), count: 64)

  /// - Parameter name: A namespace and a local name with a line feed between, or a local name.
  mutating func index(of name: UnsafePointer<CChar>) -> Int {
    let bytes = UnsafeRawBufferPointer(start: name, count: strlen(name))
    guard let last = bytes.last, let first = bytes.first else { return 0 }
    let third = bytes[max(0, bytes.count - 3)]
    let place = (bytes.count &+ Int(last) &* 5 &+ Int(first) &* 3 &+ Int(third) &* 17) & 63
    let isSame = recent[place].written.withUnsafeBytes { written in
      written.count == bytes.count && zip(written, bytes).allSatisfy(==)
    }
    if isSame { return recent[place].index }
    let index = index(of: String(cString: name))
    recent[place] = (Array(bytes), index)
    return index
  }

  private mutating func index(of name: String) -> Int {
    if let index = indexes[name] { return index }
    if let separator = name.firstIndex(of: "\n") {
      let namespace = namespaces.insert(String(name[..<separator])).memberAfterInsert
      all.append(
        XMLName(
          namespace: namespace, local: String(name[name.index(after: separator)...])))
    } else {
      all.append(XMLName(namespace: "", local: name))
    }
    indexes[name] = all.count - 1
    return all.count - 1
  }
}

/// Finds the attributes in a start tag that is known to be well-formed.
private struct StartTagScanner {
  private let bytes: [UInt8]
  private var offset: Int
  private let end: Int

  init(_ bytes: [UInt8], _ tag: Range<Int>) {
    self.bytes = bytes
    offset = tag.lowerBound
    end = min(tag.upperBound, bytes.count)
    skip { !Self.isSpace($0) }
  }

  /// The next attribute that does not declare a namespace.
  mutating func next() -> (name: Range<Int>, value: Range<Int>)? {
    while offset < end {
      skip(Self.isSpace)
      let start = offset
      skip { $0 != UInt8(ascii: "=") && !Self.isSpace($0) }
      let name = start..<offset
      skip { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
      guard offset < end else { return nil }
      let quote = bytes[offset]
      offset += 1
      let value = offset
      skip { $0 != quote }
      let range = value..<offset
      offset += 1
      if !declaresNamespace(name) { return (name, range) }
    }
    return nil
  }

  /// Whether an attribute's name is `xmlns` or starts with `xmlns:`.
  private func declaresNamespace(_ name: Range<Int>) -> Bool {
    bytes[name].starts(with: "xmlns".utf8)
      && (name.count == 5 || bytes[name.lowerBound + 5] == UInt8(ascii: ":"))
  }

  private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
    while offset < end, isSkipped(bytes[offset]) { offset += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
