/// A message: MessageFormat 2's data model (LDML part 9, "Interchange Data Model").
///
/// Both front ends, MessageFormat 2 and ICU MessageFormat 1, read into it. Names of types and
/// fields are the specification's.
public enum Message: Hashable, Sendable {
  case pattern(PatternMessage)
  case select(SelectMessage)

  public var declarations: [Declaration] {
    switch self {
    case .pattern(let message): message.declarations
    case .select(let message): message.declarations
    }
  }

  /// Every pattern of the message: the one of a pattern message, one a variant of a select message.
  public var patterns: [Pattern] {
    switch self {
    case .pattern(let message): [message.pattern]
    case .select(let message): message.variants.map(\.value)
    }
  }
}

/// A message with a single pattern.
public struct PatternMessage: Hashable, Sendable {
  public var declarations: [Declaration]
  public var pattern: Pattern

  public init(declarations: [Declaration] = [], pattern: Pattern) {
    self.declarations = declarations
    self.pattern = pattern
  }
}

/// A message that chooses one of several variants (`.match`).
public struct SelectMessage: Hashable, Sendable {
  public var declarations: [Declaration]
  public var selectors: [VariableReference]
  public var variants: [Variant]

  public init(
    declarations: [Declaration], selectors: [VariableReference], variants: [Variant]
  ) {
    self.declarations = declarations
    self.selectors = selectors
    self.variants = variants
  }
}

/// A declaration in front of a message's body.
public enum Declaration: Hashable, Sendable {
  /// `.input {$name :function …}`: annotates an argument. The expression's operand is the variable.
  case input(InputDeclaration)
  /// `.local $name = {…}`: gives an expression a name.
  case local(LocalDeclaration)

  /// The variable that is declared, without its `$`.
  public var name: String {
    switch self {
    case .input(let declaration): declaration.name
    case .local(let declaration): declaration.name
    }
  }

  public var value: Expression {
    switch self {
    case .input(let declaration): declaration.value
    case .local(let declaration): declaration.value
    }
  }

  public var span: SourceSpan {
    switch self {
    case .input(let declaration): declaration.span
    case .local(let declaration): declaration.span
    }
  }
}

public struct InputDeclaration: Hashable, Sendable {
  public var name: String
  public var value: Expression
  public var span: SourceSpan

  public init(name: String, value: Expression, span: SourceSpan = .none) {
    self.name = name
    self.value = value
    self.span = span
  }
}

public struct LocalDeclaration: Hashable, Sendable {
  public var name: String
  public var value: Expression
  public var span: SourceSpan

  public init(name: String, value: Expression, span: SourceSpan = .none) {
    self.name = name
    self.value = value
    self.span = span
  }
}

/// One variant of a select message: a key for each selector, and the pattern they choose.
public struct Variant: Hashable, Sendable {
  public var keys: [VariantKey]
  public var value: Pattern
  /// The keys and the pattern.
  public var span: SourceSpan

  public init(keys: [VariantKey], value: Pattern, span: SourceSpan = .none) {
    self.keys = keys
    self.value = value
    self.span = span
  }
}

public enum VariantKey: Hashable, Sendable {
  /// A key to compare with; its value is in NFC.
  case literal(Literal)
  /// `*`, which matches everything.
  case catchall(SourceSpan)

  public var span: SourceSpan {
    switch self {
    case .literal(let literal): literal.span
    case .catchall(let span): span
    }
  }
}
