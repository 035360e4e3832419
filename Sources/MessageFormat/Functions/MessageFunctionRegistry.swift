/// The functions that messages can use, by name. Sites add their own under a namespace.
///
///     let functions = MessageFunctionRegistry.standard.adding("site:shout", shout)
public struct MessageFunctionRegistry: Sendable {
  private var functions: [String: MessageFunction]

  public init(_ functions: [String: MessageFunction] = [:]) {
    self.functions = functions
  }

  /// The functions of the specification and the `icu:` ones.
  public static let standard = MessageFunctionRegistry([
    "string": .string,
    "number": .number,
    "integer": .integer,
    "offset": .offset,
    "percent": .percent,
    "currency": .currency,
    "unit": .unit,
    "date": .date,
    "time": .time,
    "datetime": .datetime,
    "icu:date": .dateSkeleton,
    "icu:displayName": .displayName,
    "icu:duration": .duration,
    "icu:list": .list,
    "icu:number": .numberSkeleton,
    "icu:ordinal": .ordinal,
    "icu:relativeTime": .relativeTime,
    "icu:spellout": .spellout,
  ])

  public subscript(name: String) -> MessageFunction? { functions[name] }

  /// The names, sorted.
  public var names: [String] { functions.keys.sorted() }

  public func adding(_ name: String, _ function: MessageFunction) -> MessageFunctionRegistry {
    var copy = self
    copy.functions[name] = function
    return copy
  }
}
