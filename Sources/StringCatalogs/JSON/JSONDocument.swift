public import Diagnostics

/// A JSON text (RFC 8259) with the place of every value in it.
///
///     let document = try JSONDocument(parsing: Array(#"{"a": "l\u00e9a"}"#.utf8))
///     document.root.members.first?.value.string  // "léa"
///     document.root.members.first?.value.span    // 6..<16
///
/// Reading is strict: no trailing comma, no comment, no lone surrogate, no invalid UTF-8, and at
/// most 32 values inside one another. Members stay in the order of the file, with duplicates. A
/// byte order mark is passed over, as RFC 8259 section 8.1 allows; `hasByteOrderMark` tells.
public struct JSONDocument: Sendable {
  /// The greatest size of a file, in bytes: 16 MiB.
  public static let maximumSize = 16 << 20
  /// The greatest number of arrays and objects inside one another.
  public static let maximumDepth = 32

  let storage: JSONStorage

  /// Reads a whole text.
  ///
  /// - Throws: The first fault, with the code `invalid-json`, `invalid-utf-8` or `too-large`.
  public init(parsing bytes: [UInt8]) throws(Diagnostic) {
    var reader = JSONReader(bytes: bytes)
    try reader.readDocument()
    storage = JSONStorage(bytes: bytes, nodes: reader.nodes)
  }

  public var root: JSONValue { JSONValue(storage: storage, index: 0) }

  public var bytes: [UInt8] { storage.bytes }

  /// The number of values, names of members included.
  package var valueCount: Int { storage.nodes.count }

  public var hasByteOrderMark: Bool { storage.bytes.starts(with: JSONReader.byteOrderMark) }
}

/// A document's bytes and its values, depth first.
final class JSONStorage: Sendable {
  let bytes: [UInt8]
  let nodes: [JSONNode]

  init(bytes: [UInt8], nodes: [JSONNode]) {
    self.bytes = bytes
    self.nodes = nodes
  }
}

/// A value in the flat list of a document: its place, and where the value after it is listed.
struct JSONNode {
  var kind: JSONValue.Kind
  /// Whether a string's text differs from its bytes.
  var hasEscapes = false
  var start: Int32
  var end: Int32
  /// The index behind the last value inside this one.
  var next: Int32
}
