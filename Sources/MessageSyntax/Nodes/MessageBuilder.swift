/// Builds the tree of a message from the flat list of its nodes.
struct MessageBuilder {
  private let nodes: NodeList
  private var index = 0

  init(_ nodes: NodeList) { self.nodes = nodes }

  /// The message. `source` is the text that the nodes were read from.
  mutating func build(_ source: Span<UInt8>) -> Message {
    index = 0
    var declarations: [Declaration] = []
    while let node = next(.input) ?? next(.local) {
      declarations.append(declaration(node, source))
    }
    guard next(.match) != nil else {
      return .pattern(PatternMessage(declarations: declarations, pattern: pattern(source)))
    }
    var selectors: [VariableReference] = []
    while let node = next(.variable) { selectors.append(variable(node, source)) }
    var variants: [Variant] = []
    while let node = next(.variant) { variants.append(variant(node, source)) }
    return .select(
      SelectMessage(declarations: declarations, selectors: selectors, variants: variants))
  }
}

extension MessageBuilder {
  /// The next node, if it is of this kind, and goes past it.
  private mutating func next(_ kind: SyntaxNode.Kind) -> SyntaxNode? {
    guard index < nodes.count, nodes[index].kind == kind else { return nil }
    index += 1
    return nodes[index - 1]
  }

  private func span(_ node: SyntaxNode) -> SourceSpan { SourceSpan(node.range) }

  private mutating func declaration(_ node: SyntaxNode, _ source: Span<UInt8>) -> Declaration {
    if node.kind == .local {
      let name = next(.variable)?.name(in: source) ?? ""
      return .local(
        LocalDeclaration(name: name, value: declaredExpression(source), span: span(node)))
    }
    let value = declaredExpression(source)
    var name = ""
    if case .variable(let variable)? = value.operand { name = variable.name }
    return .input(InputDeclaration(name: name, value: value, span: span(node)))
  }

  private mutating func declaredExpression(_ source: Span<UInt8>) -> Expression {
    next(.expression).map { expression($0, source) } ?? Expression()
  }

  private mutating func variant(_ node: SyntaxNode, _ source: Span<UInt8>) -> Variant {
    var keys: [VariantKey] = []
    while true {
      if let node = next(.catchall) {
        keys.append(.catchall(span(node)))
      } else if let node = next(.literal) {
        keys.append(.literal(Literal(node.name(in: source), span: span(node))))
      } else {
        break
      }
    }
    return Variant(keys: keys, value: pattern(source), span: span(node))
  }

  private mutating func pattern(_ source: Span<UInt8>) -> Pattern {
    guard let node = next(.pattern) else { return Pattern([]) }
    var elements: [PatternElement] = []
    while let element = element(source) { elements.append(element) }
    return Pattern(elements, span: span(node))
  }

  private mutating func element(_ source: Span<UInt8>) -> PatternElement? {
    guard index < nodes.count else { return nil }
    let node = nodes[index]
    switch node.kind {
    case .text:
      index += 1
      return .text(Text(node.value(in: source), span: span(node)))
    case .expression:
      index += 1
      return .expression(expression(node, source))
    case .markupOpen, .markupClose, .markupStandalone:
      index += 1
      return .markup(markup(node, source))
    default:
      return nil
    }
  }

  private mutating func expression(_ node: SyntaxNode, _ source: Span<UInt8>) -> Expression {
    var expression = Expression(span: span(node))
    expression.operand = operand(source)
    if let function = next(.function) {
      expression.function = FunctionReference(
        function.name(in: source), options: options(source), span: span(function))
    }
    expression.attributes = attributes(source)
    return expression
  }

  private mutating func markup(_ node: SyntaxNode, _ source: Span<UInt8>) -> Markup {
    let kind: Markup.Kind =
      switch node.kind {
      case .markupClose: .close
      case .markupStandalone: .standalone
      default: .open
      }
    let name = next(.markupName)?.name(in: source) ?? ""
    return Markup(
      kind: kind, name: name, options: options(source), attributes: attributes(source),
      span: span(node))
  }

  private func variable(_ node: SyntaxNode, _ source: Span<UInt8>) -> VariableReference {
    VariableReference(node.name(in: source), span: span(node))
  }

  private mutating func operand(_ source: Span<UInt8>) -> Operand? {
    if let node = next(.variable) { return .variable(variable(node, source)) }
    if let node = next(.literal) {
      return .literal(Literal(node.value(in: source), span: span(node)))
    }
    return nil
  }

  private mutating func options(_ source: Span<UInt8>) -> [Option] {
    var options: [Option] = []
    while let node = next(.option) {
      let value = operand(source) ?? .literal(Literal(""))
      let end = max(node.range.upperBound, value.span.range.upperBound)
      options.append(
        Option(
          name: node.name(in: source), value: value,
          span: SourceSpan(node.range.lowerBound..<end)))
    }
    return options
  }

  private mutating func attributes(_ source: Span<UInt8>) -> [Attribute] {
    var attributes: [Attribute] = []
    while let node = next(.attribute) {
      var value: Literal?
      if case .literal(let literal)? = operand(source) { value = literal }
      let end = max(node.range.upperBound, value?.span.range.upperBound ?? 0)
      attributes.append(
        Attribute(
          name: node.name(in: source), value: value,
          span: SourceSpan(node.range.lowerBound..<end)))
    }
    return attributes
  }
}
