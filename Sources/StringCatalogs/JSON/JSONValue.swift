/// One value of a `JSONDocument`, with its place.
///
///     for member in document.root.members { print(member.key.string ?? "", member.value.span) }
///
/// A value is a view: strings and numbers are decoded when they are asked for.
public struct JSONValue: Sendable {
  public enum Kind: UInt8, Hashable, Sendable {
    case null, boolean, number, string, array, object
  }

  let storage: JSONStorage
  let index: Int

  private var node: JSONNode { storage.nodes[index] }

  public var kind: Kind { node.kind }

  /// The value in the document, a string with its quotes, in bytes.
  public var span: Range<Int> { Int(node.start)..<Int(node.end) }

  public var isNull: Bool { kind == .null }

  public var boolean: Bool? {
    kind == .boolean ? storage.bytes[span.lowerBound] == UInt8(ascii: "t") : nil
  }

  /// The number as written, or nil for another kind.
  public var numberText: String? {
    kind == .number ? String(decoding: storage.bytes[span], as: UTF8.self) : nil
  }

  /// The number, where it is written without fraction and exponent and fits.
  public var integer: Int? { numberText.flatMap { Int($0) } }

  /// The number, or nil where it is too large to be finite.
  public var double: Double? {
    guard let text = numberText, let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// The text of a string, escapes resolved.
  public var string: String? {
    guard kind == .string else { return nil }
    if node.hasEscapes { return decoded?.text }
    return String(decoding: storage.bytes[content], as: UTF8.self)
  }

  /// The text of a string, and the way from each of its bytes back to the document.
  public var decoded: (text: String, offsets: OffsetMap)? {
    guard kind == .string else { return nil }
    if node.hasEscapes { return JSONEscapes.decode(storage.bytes, content) }
    let text = String(decoding: storage.bytes[content], as: UTF8.self)
    return (text, OffsetMap(start: content.lowerBound))
  }

  /// Whether a string's text differs from its bytes.
  var hasEscapes: Bool { node.hasEscapes }

  /// Whether a string's text may start with an ASCII character: false where it surely does not. Spares
  /// decoding most names.
  package func mayStart(with character: UInt8) -> Bool {
    guard kind == .string, !content.isEmpty else { return false }
    let first = storage.bytes[content.lowerBound]
    return first == character || first == UInt8(ascii: "\\")
  }

  /// The members of an object in the order of the document, duplicates included; else empty.
  public var members: Members { Members(object: self) }

  /// The values of an array; else empty.
  public var elements: Elements { Elements(array: self) }

  /// The value of a member by name: the first that has it.
  public func member(_ name: String) -> JSONValue? {
    members.first { $0.key.string == name }?.value
  }

  /// A string between its quotes.
  private var content: Range<Int> {
    let span = span
    return span.lowerBound + 1..<max(span.lowerBound + 1, span.upperBound - 1)
  }

  fileprivate var next: Int { Int(node.next) }
}

extension JSONValue {
  /// A name and its value in an object.
  public struct Member: Sendable {
    public var key: JSONValue
    public var value: JSONValue
  }

  /// The members of an object, one after another.
  public struct Members: Sequence, IteratorProtocol, Sendable {
    private let storage: JSONStorage
    private var index: Int
    private let end: Int

    fileprivate init(object: JSONValue) {
      storage = object.storage
      index = object.index + 1
      end = object.kind == .object ? object.next : object.index + 1
    }

    public mutating func next() -> Member? {
      guard index < end else { return nil }
      let key = JSONValue(storage: storage, index: index)
      let value = JSONValue(storage: storage, index: key.next)
      index = value.next
      return Member(key: key, value: value)
    }
  }

  /// The values of an array, one after another.
  public struct Elements: Sequence, IteratorProtocol, Sendable {
    private let storage: JSONStorage
    private var index: Int
    private let end: Int

    fileprivate init(array: JSONValue) {
      storage = array.storage
      index = array.index + 1
      end = array.kind == .array ? array.next : array.index + 1
    }

    public mutating func next() -> JSONValue? {
      guard index < end else { return nil }
      let value = JSONValue(storage: storage, index: index)
      index = value.next
      return value
    }
  }
}
