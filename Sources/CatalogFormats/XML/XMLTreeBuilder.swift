import CExpat
import Diagnostics

extension XMLTree {
  /// - Parameter allowedDoctype: The public identifier of the one DOCTYPE that is let through.
  static func parse(
    _ bytes: [UInt8], allowedDoctype: String?
  ) throws(Diagnostic) -> XMLTree {
    let builder = XMLTreeBuilder(bytes)
    let fault = bytes.withUnsafeBytes { buffer in
      let start = buffer.bindMemory(to: CChar.self)
      let context = Unmanaged.passUnretained(builder).toOpaque()
      func parse(_ doctype: UnsafePointer<CChar>?) -> CExpatFault {
        cexpat_parse(
          start.baseAddress, Int64(start.count), Int32(XMLDocument.maximumDepth), doctype,
          { context, event in
            guard let context, let event else { return }
            Unmanaged<XMLTreeBuilder>.fromOpaque(context).takeUnretainedValue()
              .take(event.pointee)
          }, context)
      }
      return allowedDoctype.map { $0.withCString { parse($0) } } ?? parse(nil)
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
      bytes: bytes, nodes: builder.nodes, names: builder.names, root: builder.root)
  }
}

/// Puts Expat's events into a tree.
private final class XMLTreeBuilder {
  private let bytes: [UInt8]
  private(set) var nodes: [XMLTree.Node] = []
  private(set) var names: [XMLName] = [XMLName(namespace: "", local: "")]
  private(set) var root = -1
  private var nameIndexes: [String: Int] = [:]
  /// The open elements, each with its last child so far.
  private var open: [(node: Int, last: Int)] = []
  private var isInCDATA = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func take(_ event: CExpatEvent) {
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

  private func addText(_ span: Range<Int>) {
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

  private func openElement(_ event: CExpatEvent, _ span: Range<Int>) {
    add(.element, span, content: span.upperBound..<span.upperBound)
    let index = nodes.count - 1
    if let name = event.name { nodes[index].name = self.name(String(cString: name)) }
    if let attributes = event.attributes, attributes.pointee != nil {
      nodes[index].attributes = self.attributes(attributes, span)
    }
    if open.isEmpty { root = index }
    open.append((index, -1))
  }

  private func closeElement(_ tag: Range<Int>) {
    guard let element = open.popLast()?.node else { return }
    // The end of `<name/>` is an event without bytes.
    let end = max(tag.upperBound, nodes[element].span.upperBound)
    let content = nodes[element].content.lowerBound
    nodes[element].content = content..<max(content, tag.isEmpty ? content : tag.lowerBound)
    nodes[element].span = nodes[element].span.lowerBound..<end
  }

  private func add(_ kind: XMLNode.Kind, _ span: Range<Int>, content: Range<Int>) {
    let index = nodes.count
    nodes.append(XMLTree.Node(kind: kind, span: span, content: content, name: 0))
    guard let parent = open.indices.last else { return }
    if open[parent].last >= 0 {
      nodes[open[parent].last].nextSibling = index
    } else {
      nodes[open[parent].node].firstChild = index
    }
    open[parent].last = index
  }

  private func name(_ expatName: String) -> Int {
    if let index = nameIndexes[expatName] { return index }
    names.append(Self.name(expatName))
    nameIndexes[expatName] = names.count - 1
    return names.count - 1
  }

  private static func name(_ expatName: String) -> XMLName {
    guard let separator = expatName.firstIndex(of: "\n") else {
      return XMLName(namespace: "", local: expatName)
    }
    return XMLName(
      namespace: String(expatName[..<separator]),
      local: String(expatName[expatName.index(after: separator)...]))
  }

  /// Expat's attributes, with the places that a look at the start tag gives.
  private func attributes(
    _ list: UnsafePointer<UnsafePointer<CChar>?>, _ tag: Range<Int>
  ) -> [XMLAttribute] {
    var result: [XMLAttribute] = []
    var scanner = StartTagScanner(bytes, tag)
    var place = list
    while let name = place.pointee, let value = (place + 1).pointee {
      guard let written = scanner.next() else { break }
      result.append(
        XMLAttribute(
          name: names[self.name(String(cString: name))], qualifiedName: written.name,
          value: String(cString: value), span: written.value))
      place += 2
    }
    return result
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
  mutating func next() -> (name: String, value: Range<Int>)? {
    while offset < end {
      skip(Self.isSpace)
      let start = offset
      skip { $0 != UInt8(ascii: "=") && !Self.isSpace($0) }
      let name = String(decoding: bytes[start..<offset], as: UTF8.self)
      skip { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
      guard offset < end else { return nil }
      let quote = bytes[offset]
      offset += 1
      let value = offset
      skip { $0 != quote }
      let range = value..<offset
      offset += 1
      if name != "xmlns", !name.hasPrefix("xmlns:") { return (name, range) }
    }
    return nil
  }

  private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
    while offset < end, isSkipped(bytes[offset]) { offset += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
