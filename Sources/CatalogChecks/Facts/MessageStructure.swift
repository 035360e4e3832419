public import MessageSyntax
public import StringCatalogs

/// The variables, selectors and patterns of a message that is more than one run of text, with
/// names given to expressions (`.local`) traced back to the arguments that they come from.
public struct MessageStructure: Sendable {
  /// A variable that the caller hands in.
  public struct Argument: Sendable {
    public var name: String
    /// Where it is named first.
    public var span: Range<Int>
    /// Whether a pattern shows it.
    public var isShown = false
    /// Whether a variant is chosen by it.
    public var isSelector = false
    /// What is done with it where it is shown, without repetitions.
    public var treatments: [Treatment] = []
  }

  /// How an argument is formatted: the function, what of its options matters, and where.
  public struct Treatment: Sendable, Equatable {
    public var function: String
    /// The `currency`, `unit`, `select`, `style` and like options that make it another thing.
    public var manner: String
    public var span: SourceSpan
  }

  /// What a selector's keys are compared with.
  public enum SelectorKind: Hashable, Sendable {
    case cardinal(NumberDomain)
    case ordinal
    case exact
    case string
    case unknown
  }

  public struct Selector: Sendable {
    public var name: String
    /// The argument that it comes from, an index into `arguments`.
    public var argument: Int?
    public var kind: SelectorKind
    /// What is subtracted before a plural category is chosen.
    public var offset: Int
    public var span: Range<Int>
  }

  /// One pattern of the message and the arguments that it shows.
  public struct Branch: Sendable {
    public var keys: [VariantKey]
    public var pattern: Pattern
    /// Indices into `arguments`, each once, in order of appearance.
    public var shown: [Int]
    /// The keys and the pattern, or the pattern where the message has only one.
    public var span: Range<Int>
    public var hasMarkup: Bool
  }

  public var arguments: [Argument] = []
  public var selectors: [Selector] = []
  public var branches: [Branch] = []
  public var hasMarkup = false

  public init(_ message: Message, placeholders: [String: Placeholder]) {
    var tracer = Tracer(declarations: message.declarations, placeholders: placeholders)
    for declaration in message.declarations { tracer.enter(declaration) }
    if case .select(let select) = message {
      for selector in select.selectors { selectors.append(tracer.selector(selector)) }
      branches.reserveCapacity(select.variants.count)
      for variant in select.variants {
        branches.append(tracer.branch(variant.value, keys: variant.keys, span: variant.span))
      }
    } else {
      for pattern in message.patterns {
        branches.append(tracer.branch(pattern, keys: [], span: pattern.span))
      }
    }
    arguments = tracer.arguments
    hasMarkup = branches.contains { $0.hasMarkup }
  }

  public func argument(named name: String) -> Int? {
    arguments.firstIndex { $0.name == name }
  }
}

/// Walks a message and keeps a list of the arguments that it meets.
private struct Tracer {
  let declarations: [Declaration]
  let placeholders: [String: Placeholder]
  var arguments: [MessageStructure.Argument] = []

  init(declarations: [Declaration], placeholders: [String: Placeholder]) {
    self.declarations = declarations
    self.placeholders = placeholders
  }

  /// Notes the arguments that a declaration names, without saying that they are shown.
  mutating func enter(_ declaration: Declaration) {
    switch declaration {
    case .input(let input):
      _ = argument(input.name, span: input.value.operand?.span ?? input.span)
    case .local(let local):
      if case .variable(let variable)? = local.value.operand { _ = root(of: variable) }
    }
    for option in declaration.value.function?.options ?? [] {
      if case .variable(let variable) = option.value { _ = root(of: variable) }
    }
  }

  mutating func argument(_ name: String, span: SourceSpan) -> Int {
    if let index = arguments.firstIndex(where: { $0.name == name }) { return index }
    arguments.append(MessageStructure.Argument(name: name, span: span.range))
    return arguments.count - 1
  }

  func local(_ name: String) -> LocalDeclaration? {
    for declaration in declarations {
      if case .local(let local) = declaration, local.name == name { return local }
    }
    return nil
  }

  /// The argument that a variable comes from; nil where it names a constant.
  mutating func root(of variable: VariableReference) -> Int? {
    var variable = variable
    // A name can only be given to what was declared before, so this ends; a broken message may
    // name itself.
    for _ in 0...declarations.count {
      guard let local = local(variable.name) else {
        return argument(variable.name, span: variable.span)
      }
      guard case .variable(let next)? = local.value.operand else { return nil }
      variable = next
    }
    return nil
  }

  mutating func branch(_ pattern: Pattern, keys: [VariantKey], span: SourceSpan)
    -> MessageStructure.Branch
  {
    var shown: [Int] = []
    var hasMarkup = false
    for element in pattern.elements {
      switch element {
      case .text: break
      case .expression(let expression):
        show(expression, in: &shown)
      case .markup(let markup):
        hasMarkup = true
        for option in markup.options {
          if case .variable(let variable) = option.value, let index = root(of: variable) {
            arguments[index].isShown = true
            if !shown.contains(index) { shown.append(index) }
          }
        }
      }
    }
    return MessageStructure.Branch(
      keys: keys, pattern: pattern, shown: shown, span: span.range, hasMarkup: hasMarkup)
  }

  private mutating func show(_ expression: Expression, in shown: inout [Int]) {
    for option in expression.function?.options ?? [] {
      if case .variable(let variable) = option.value, let index = root(of: variable) {
        arguments[index].isShown = true
        if !shown.contains(index) { shown.append(index) }
      }
    }
    guard case .variable(let variable)? = expression.operand, let index = root(of: variable)
    else { return }
    arguments[index].isShown = true
    if !shown.contains(index) { shown.append(index) }
    let chain = functions(of: expression)
    let treatment = MessageStructure.Treatment(
      function: chain.last?.name ?? "", manner: manner(of: chain), span: expression.span)
    if !arguments[index].treatments.contains(treatment) {
      arguments[index].treatments.append(treatment)
    }
  }

  /// The functions that an expression's value goes through, the first applied first.
  func functions(of expression: Expression) -> [FunctionReference] {
    var found: [FunctionReference] = []
    if let function = expression.function { found.append(function) }
    var operand = expression.operand
    for _ in 0..<declarations.count {
      guard case .variable(let variable)? = operand,
        let declaration = declarations.first(where: { $0.name == variable.name })
      else { break }
      if let function = declaration.value.function { found.append(function) }
      if case .input = declaration { break }
      operand = declaration.value.operand
    }
    return found.reversed()
  }

  private func manner(of chain: [FunctionReference]) -> String {
    var manner = ""
    for name in ["currency", "unit", "select", "add", "subtract", "style", "skeleton"] {
      for function in chain.reversed() {
        if let option = function.options.first(where: { $0.name == name }) {
          if case .literal(let literal) = option.value { manner += "\(name)=\(literal.value) " }
          break
        }
      }
    }
    return manner
  }

  mutating func selector(_ variable: VariableReference) -> MessageStructure.Selector {
    let index = root(of: variable)
    if let index { arguments[index].isSelector = true }
    let chain = functions(of: Expression(operand: .variable(variable), span: variable.span))
    var kind = MessageStructure.SelectorKind.unknown
    var offset = 0
    for function in chain {
      switch function.name {
      case "string":
        kind = .string
      case "number", "integer", "percent", "icu:number", "test:select", "test:function":
        kind = .cardinal(domain(of: function, argument: index))
        if let select = literal("select", of: function) {
          if select == "ordinal" { kind = .ordinal }
          if select == "exact" { kind = .exact }
        }
      case "offset":
        if case .unknown = kind { kind = .cardinal(.integer) }
        if let value = literal("subtract", of: function).flatMap({ Int($0) }) { offset = value }
        if let value = literal("add", of: function).flatMap({ Int($0) }) { offset = -value }
      default: break
      }
    }
    return MessageStructure.Selector(
      name: variable.name, argument: index, kind: kind, offset: offset,
      span: variable.span.range)
  }

  private func literal(_ name: String, of function: FunctionReference) -> String? {
    guard let option = function.options.first(where: { $0.name == name }),
      case .literal(let literal) = option.value
    else { return nil }
    return literal.value
  }

  private func domain(of function: FunctionReference, argument: Int?) -> NumberDomain {
    if function.name == "integer" { return .integer }
    if function.name == "percent" { return .decimal }
    if let digits = literal("minimumFractionDigits", of: function) {
      return digits == "0" ? .count : .decimal
    }
    if literal("maximumFractionDigits", of: function) == "0" { return .integer }
    if let argument, let placeholder = placeholders[arguments[argument].name] {
      switch placeholder.kind {
      case .integer: return .integer
      case .number, .currency, .percent: return .decimal
      default: break
      }
    }
    return .count
  }
}
