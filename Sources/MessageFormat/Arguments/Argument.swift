public import LocaleServices

/// A value that a caller hands to a message.
///
///     formatter.format(["name": "Anna", "count": 3, "price": .decimal("19.90")])
public enum Argument: Hashable, Sendable {
  case string(String)
  case integer(Int)
  case number(Double)
  /// An exact decimal number as text, `-1234.50`: what a `Double` would change. A text that is no
  /// number is treated as a string.
  case decimal(String)
  case date(DateValue)
  case list([String])
  case boolean(Bool)
}

extension Argument: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) { self = .string(value) }
}

extension Argument: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self = .integer(value) }
}

extension Argument: ExpressibleByFloatLiteral {
  public init(floatLiteral value: Double) { self = .number(value) }
}

extension Argument: ExpressibleByBooleanLiteral {
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension Argument: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: String...) { self = .list(elements) }
}
