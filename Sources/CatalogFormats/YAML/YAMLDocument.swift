import CYAML
import Diagnostics

/// A YAML document as a tree whose nodes know their bytes.
///
/// Tags are never acted on; aliases stay aliases, so that a small file never becomes a large tree. Nodes
/// nest at most ``maximumDepth`` deep.
struct YAMLDocument {
  static let maximumDepth = 32

  let bytes: [UInt8]
  /// The nodes, children before what holds them; nil where the document is empty.
  private(set) var root: YAMLNode?
  /// What aliases stand for.
  private(set) var anchors: [String: YAMLNode] = [:]

  /// - Throws: What is wrong with the document, where.
  init(parsing bytes: [UInt8]) throws(Diagnostic) {
    if let fault = Encoding.fault(of: bytes) { throw fault }
    self.bytes = bytes
    let builder = YAMLTreeBuilder(bytes)
    let start = builder.start
    // libyaml insists on a place to read from.
    if bytes.count == start { return }
    let fault = bytes.withUnsafeBytes { buffer in
      let text = UnsafeRawBufferPointer(rebasing: buffer[start...]).bindMemory(to: CChar.self)
      return cyaml_parse(
        text.baseAddress, Int64(text.count),
        { context, event in
          guard let context, let event else { return false }
          return Unmanaged<YAMLTreeBuilder>.fromOpaque(context).takeUnretainedValue()
            .take(event.pointee)
        }, Unmanaged.passUnretained(builder).toOpaque())
    }
    if let fault = builder.fault { throw fault }
    if let message = fault.message {
      // From the start once more: the place may lie before the last event's.
      var places = YAMLPlaces(bytes, from: start)
      let place = places.byte(of: Int(fault.offset))
      throw Diagnostic(
        code: "invalid-yaml", message: "no YAML: \(String(cString: message))",
        span: place..<min(place + 1, bytes.count))
    }
    root = builder.root
    anchors = builder.anchors
  }
}

/// A key of a mapping and its value.
struct YAMLPair {
  var key: YAMLNode
  var value: YAMLNode
}

/// A node of a document.
struct YAMLNode {
  enum Content {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([YAMLPair])
    case alias(String)
  }

  enum Style { case plain, singleQuoted, doubleQuoted, literal, folded, flow, block }

  var content: Content
  var style: Style
  /// Its bytes; for a mapping or sequence from its first to its last node.
  var span: Range<Int>
  var tag: String?

  /// A scalar's text.
  var scalar: String? { if case .scalar(let text) = content { text } else { nil } }

  /// Whether it is a string, and no number, truth value or nothing (YAML 1.1, as Ruby reads it).
  var isString: Bool {
    guard let scalar else { return false }
    if let tag { return tag == "!" || tag == "tag:yaml.org,2002:str" }
    return style != .plain || !YAMLNode.isTyped(scalar)
  }

  private static func isTyped(_ text: String) -> Bool {
    switch text.lowercased() {
    case "", "~", "null", "true", "false", "yes", "no", "on", "off": return true
    default: break
    }
    // A symbol of Ruby.
    if text.hasPrefix(":") { return true }
    var digits = text[...]
    if digits.hasPrefix("-") || digits.hasPrefix("+") { digits.removeFirst() }
    if digits.hasPrefix("0x") || digits.hasPrefix("0o") { return true }
    let allowed = "0123456789._eE+-,:".unicodeScalars
    return digits.unicodeScalars.first.map { ("0"..."9").contains($0) || $0 == "." } ?? false
      && digits.unicodeScalars.contains { ("0"..."9").contains($0) }
      && digits.unicodeScalars.allSatisfy { allowed.contains($0) }
  }
}

/// Leads from characters, which libyaml counts, to bytes; asked in rising order.
struct YAMLPlaces {
  private let bytes: [UInt8]
  private var character = 0
  private var offset: Int

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    offset = start
  }

  mutating func byte(of index: Int) -> Int {
    while character > index, offset > 0 {
      offset -= 1
      while offset > 0, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      character -= 1
    }
    while character < index, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      character += 1
    }
    return offset
  }
}

/// Puts libyaml's events into a tree.
private final class YAMLTreeBuilder {
  private struct Open {
    var isMapping: Bool
    var style: YAMLNode.Style
    var start: Int
    var end: Int
    var nodes: [YAMLNode] = []
    var anchor: String?
    var tag: String?
  }

  private(set) var root: YAMLNode?
  private(set) var anchors: [String: YAMLNode] = [:]
  private(set) var fault: Diagnostic?
  /// Behind the byte order mark.
  let start: Int
  private var places: YAMLPlaces
  private var open: [Open] = []
  private var documents = 0

  init(_ bytes: [UInt8]) {
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    places = YAMLPlaces(bytes, from: start)
  }

  /// - Returns: Whether to go on.
  func take(_ event: CYAMLEvent) -> Bool {
    let start = places.byte(of: Int(event.start))
    let end = max(start, places.byte(of: Int(event.end)))
    switch event.kind {
    case CYAMLEventDocument:
      documents += 1
      return documents == 1
        || fail("invalid-yaml", "more than one document", start..<min(start + 3, end + 3))
    case CYAMLEventScalar:
      let bytes = UnsafeRawBufferPointer(start: event.value, count: Int(event.length))
      let text = String(decoding: bytes, as: UTF8.self)
      add(
        YAMLNode(
          content: .scalar(text), style: Self.style(event.style), span: start..<end,
          tag: Self.text(event.tag)), anchor: Self.text(event.anchor))
    case CYAMLEventAlias:
      let name = Self.text(event.anchor) ?? ""
      guard anchors[name] != nil else {
        return fail("invalid-yaml", "there is no anchor `\(name)` before", start..<end)
      }
      add(YAMLNode(content: .alias(name), style: .plain, span: start..<end), anchor: nil)
    case CYAMLEventMappingStart, CYAMLEventSequenceStart:
      guard open.count < YAMLDocument.maximumDepth else {
        return fail(
          "too-deep", "nodes nest deeper than \(YAMLDocument.maximumDepth)", start..<end)
      }
      open.append(
        Open(
          isMapping: event.kind == CYAMLEventMappingStart, style: Self.style(event.style),
          start: start, end: end, anchor: Self.text(event.anchor), tag: Self.text(event.tag)))
    default: close(end)
    }
    return true
  }

  private func fail(_ code: String, _ message: String, _ span: Range<Int>) -> Bool {
    fault = Diagnostic(code: code, message: message, span: span)
    return false
  }

  private func close(_ end: Int) {
    guard let closed = open.popLast() else { return }
    // The end of a node in lines is found only at the next one's beginning.
    let last = closed.style == .flow ? end : closed.nodes.last?.span.upperBound ?? closed.end
    let content: YAMLNode.Content
    if closed.isMapping {
      let pairs = stride(from: 0, to: closed.nodes.count - 1, by: 2).map {
        YAMLPair(key: closed.nodes[$0], value: closed.nodes[$0 + 1])
      }
      content = .mapping(pairs)
    } else {
      content = .sequence(closed.nodes)
    }
    let start = closed.style == .flow ? closed.start : closed.nodes.first?.span.lowerBound
    let span = (start ?? closed.start)..<max(start ?? closed.start, last)
    add(
      YAMLNode(content: content, style: closed.style, span: span, tag: closed.tag),
      anchor: closed.anchor)
  }

  private func add(_ node: YAMLNode, anchor: String?) {
    if let anchor { anchors[anchor] = node }
    if open.isEmpty {
      root = node
    } else {
      open[open.count - 1].nodes.append(node)
    }
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private static func style(_ style: CYAMLStyle) -> YAMLNode.Style {
    switch style {
    case CYAMLStyleSingleQuoted: .singleQuoted
    case CYAMLStyleDoubleQuoted: .doubleQuoted
    case CYAMLStyleLiteral: .literal
    case CYAMLStyleFolded: .folded
    case CYAMLStyleFlow: .flow
    case CYAMLStyleBlock: .block
    default: .plain
    }
  }
}
