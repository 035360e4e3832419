/// One place where a message uses an argument.
public struct VariableUse: Hashable, Sendable {
  public enum Role: Hashable, Sendable { case operand, option, selector }

  /// The `$` and the name.
  public var span: SourceSpan
  public var role: Role
  /// The function that the use is annotated with: its own, or that of the variable's declaration.
  public var function: FunctionReference?

  public init(span: SourceSpan, role: Role, function: FunctionReference?) {
    self.span = span
    self.role = role
    self.function = function
  }
}

/// An argument that a message takes: a variable that no `.local` declares, with its uses.
public struct ExternalVariable: Hashable, Sendable {
  public var name: String
  public var uses: [VariableUse]

  public init(name: String, uses: [VariableUse]) {
    self.name = name
    self.uses = uses
  }

  /// The names of the functions it is used with, each once, in the order of the text.
  public var functionNames: [String] {
    var names: [String] = []
    for use in uses {
      if let name = use.function?.name, !names.contains(name) { names.append(name) }
    }
    return names
  }
}

extension Message {
  /// The arguments that the message takes, in the order of their first use.
  ///
  ///     MessageFormat2.parse(".local $x = {$n :number} {{{$x} {$name}}}").message?
  ///       .externalVariables.map(\.name)  // ["n", "name"]
  public var externalVariables: [ExternalVariable] {
    var collector = VariableCollector(self)
    collector.collect()
    return collector.variables
  }

  /// The declaration of a variable, or nil where it is an argument used as it is.
  public func declaration(of name: String) -> Declaration? {
    declarations.first { $0.name == name }
  }

  /// The function that annotates a variable: of its own declaration, or, where that has none, of
  /// the variable that it stands for.
  ///
  ///     .input {$n :number} .local $m = {$n} .match $m …   // $m is annotated by :number
  public func function(annotating name: String) -> FunctionReference? {
    var name = name
    // A chain of declarations goes back in the text, and no further than there are declarations.
    for _ in declarations {
      guard let declaration = declaration(of: name) else { return nil }
      if let function = declaration.value.function { return function }
      guard case .local(let local) = declaration,
        case .variable(let variable)? = local.value.operand
      else { return nil }
      name = variable.name
    }
    return nil
  }
}

/// Walks through a message and notes each use of a variable that comes from outside.
private struct VariableCollector {
  private let message: Message
  private let locals: Set<String>
  private let inputs: [String: FunctionReference]
  private var indexes: [String: Int] = [:]
  private(set) var variables: [ExternalVariable] = []

  init(_ message: Message) {
    self.message = message
    var locals: Set<String> = []
    var inputs: [String: FunctionReference] = [:]
    for declaration in message.declarations {
      switch declaration {
      case .local(let local): locals.insert(local.name)
      case .input(let input): inputs[input.name] = input.value.function
      }
    }
    self.locals = locals
    self.inputs = inputs
  }

  mutating func collect() {
    for declaration in message.declarations { collect(declaration.value) }
    if case .select(let select) = message {
      for selector in select.selectors { add(selector, .selector, nil) }
    }
    for pattern in message.patterns {
      for element in pattern.elements {
        switch element {
        case .text: break
        case .expression(let expression): collect(expression)
        case .markup(let markup): collect(markup.options)
        }
      }
    }
  }

  private mutating func collect(_ expression: Expression) {
    if case .variable(let variable)? = expression.operand {
      add(variable, .operand, expression.function)
    }
    if let function = expression.function { collect(function.options) }
  }

  private mutating func collect(_ options: [Option]) {
    for option in options {
      if case .variable(let variable) = option.value { add(variable, .option, nil) }
    }
  }

  private mutating func add(
    _ variable: VariableReference, _ role: VariableUse.Role, _ function: FunctionReference?
  ) {
    let name = variable.name
    if locals.contains(name) { return }
    let use = VariableUse(span: variable.span, role: role, function: function ?? inputs[name])
    if let index = indexes[name] {
      variables[index].uses.append(use)
    } else {
      indexes[name] = variables.count
      variables.append(ExternalVariable(name: name, uses: [use]))
    }
  }
}
