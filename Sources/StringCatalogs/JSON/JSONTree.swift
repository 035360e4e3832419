/// A JSON value to be written, its members in the order they are given.
///
///     let tree: JSONTree = ["version": 1, "locales": ["ar", "pl"]]
///     tree.text(.compact)  // {"version":1,"locales":["ar","pl"]}
public indirect enum JSONTree: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// A number with a fraction; what is not finite is written as `null`.
  case number(Double)
  case string(String)
  case array([JSONTree])
  case object([Member])

  public struct Member: Hashable, Sendable {
    public var name: String
    public var value: JSONTree

    public init(_ name: String, _ value: JSONTree) {
      self.name = name
      self.value = value
    }
  }

  /// A string, or `null` for nil.
  public static func string(_ text: String?) -> JSONTree { text.map { .string($0) } ?? .null }

  /// An object with one more member at its end; anything else as it is.
  public func adding(_ name: String, _ value: JSONTree) -> JSONTree {
    guard case .object(let members) = self else { return self }
    return .object(members + [Member(name, value)])
  }
}

extension JSONTree: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(nilLiteral: ()) { self = .null }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(arrayLiteral elements: JSONTree...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONTree)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}

extension JSONTree {
  /// A value of a document as a tree, without its places.
  ///
  /// Numbers that fit neither an `Int` nor a `Double` become `null`.
  public init(_ value: JSONValue) {
    switch value.kind {
    case .null: self = .null
    case .boolean: self = .boolean(value.boolean ?? false)
    case .number:
      self = value.integer.map { .integer($0) } ?? value.double.map { .number($0) } ?? .null
    case .string: self = .string(value.string ?? "")
    case .array: self = .array(value.elements.map { JSONTree($0) })
    case .object:
      self = .object(value.members.map { Member($0.key.string ?? "", JSONTree($0.value)) })
    }
  }
}
