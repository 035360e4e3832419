/// A placeholder: `{operand :function option=value @attribute}`.
///
/// It has an operand, a function, or both.
public struct Expression: Hashable, Sendable {
  public var operand: Operand?
  public var function: FunctionReference?
  public var attributes: [Attribute]
  /// From `{` to `}`, both included.
  public var span: SourceSpan

  public init(
    operand: Operand? = nil, function: FunctionReference? = nil, attributes: [Attribute] = [],
    span: SourceSpan = .none
  ) {
    self.operand = operand
    self.function = function
    self.attributes = attributes
    self.span = span
  }
}

/// A literal or a variable: an expression's operand, or an option's value.
public enum Operand: Hashable, Sendable {
  case literal(Literal)
  case variable(VariableReference)

  public var span: SourceSpan {
    switch self {
    case .literal(let literal): literal.span
    case .variable(let variable): variable.span
    }
  }
}

/// A literal's value: quotes and escapes resolved.
public struct Literal: Hashable, Sendable {
  public var value: String
  /// The literal as written, with its `|` where it has them.
  public var span: SourceSpan

  public init(_ value: String, span: SourceSpan = .none) {
    self.value = value
    self.span = span
  }
}

/// A variable's name in NFC, without its `$`.
public struct VariableReference: Hashable, Sendable {
  public var name: String
  /// The `$` and the name.
  public var span: SourceSpan

  public init(_ name: String, span: SourceSpan = .none) {
    self.name = name
    self.span = span
  }
}

/// `:name option=value …`: the name of a function (with its namespace, `icu:list`) and its options.
public struct FunctionReference: Hashable, Sendable {
  public var name: String
  public var options: [Option]
  /// The `:` and the name, without the options.
  public var span: SourceSpan

  public init(_ name: String, options: [Option] = [], span: SourceSpan = .none) {
    self.name = name
    self.options = options
    self.span = span
  }
}

/// `name=value` of a function or of markup, in the order they were written.
public struct Option: Hashable, Sendable {
  public var name: String
  public var value: Operand
  public var span: SourceSpan

  public init(name: String, value: Operand, span: SourceSpan = .none) {
    self.name = name
    self.value = value
    self.span = span
  }
}

/// `@name` or `@name=literal`: a remark that never changes what is formatted.
public struct Attribute: Hashable, Sendable {
  public var name: String
  public var value: Literal?
  public var span: SourceSpan

  public init(name: String, value: Literal? = nil, span: SourceSpan = .none) {
    self.name = name
    self.value = value
    self.span = span
  }
}

/// `{#name option=value}`, `{/name}` or `{#name/}`: a mark that the caller turns into an element.
public struct Markup: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable { case open, close, standalone }

  public var kind: Kind
  public var name: String
  public var options: [Option]
  public var attributes: [Attribute]
  /// From `{` to `}`, both included.
  public var span: SourceSpan

  public init(
    kind: Kind, name: String, options: [Option] = [], attributes: [Attribute] = [],
    span: SourceSpan = .none
  ) {
    self.kind = kind
    self.name = name
    self.options = options
    self.attributes = attributes
    self.span = span
  }
}
