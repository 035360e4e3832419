import MessageSyntax

/// Turns a message's data model into a program.
struct MessageCompiler {
  let functions: MessageFunctionRegistry
  private(set) var arguments: [String] = []
  private(set) var slots: [MessageProgram.Slot] = []
  private var slotIndex: [String: Int] = [:]
  private var argumentIndex: [String: Int] = [:]

  init(functions: MessageFunctionRegistry) {
    self.functions = functions
  }

  mutating func declare(_ declaration: Declaration) throws(MessageCompilationError) {
    let name = declaration.name
    let isInput =
      switch declaration {
      case .input: true
      case .local: false
      }
    // A variable that was used before is an argument, and cannot become something else.
    guard slotIndex[name] == nil, argumentIndex[name] == nil else {
      throw .duplicateDeclaration(variable: name)
    }
    // The operand of `.input {$x}` is the argument itself: there is no slot of that name yet.
    var value = expression(declaration.value)
    value.source = "$" + name
    guard isInput || argumentIndex[name] == nil else {
      throw .duplicateDeclaration(variable: name)
    }
    slotIndex[name] = slots.count
    slots.append(MessageProgram.Slot(name: name, value: value))
  }

  mutating func select(
    _ message: SelectMessage
  ) throws(MessageCompilationError) -> MessageProgram.Body {
    var selectors: [MessageProgram.Selector] = []
    for selector in message.selectors {
      guard let slot = slotIndex[selector.name] else {
        throw .missingSelectorAnnotation(variable: selector.name)
      }
      selectors.append(
        MessageProgram.Selector(slot: slot, source: "$" + selector.name, span: selector.span))
    }
    var variants: [ProgramVariant] = []
    for variant in message.variants {
      guard variant.keys.count == selectors.count else { throw .variantKeyMismatch }
      let keys = variant.keys.map { key -> String? in
        switch key {
        case .literal(let literal): literal.value
        case .catchall: nil
        }
      }
      variants.append(ProgramVariant(keys: keys, pattern: try pattern(variant.value)))
    }
    guard variants.contains(where: { $0.keys.allSatisfy { $0 == nil } }) else {
      throw .missingFallbackVariant
    }
    return .select(selectors, variants)
  }

  mutating func pattern(_ pattern: Pattern) throws(MessageCompilationError) -> ProgramPattern {
    var placeholders = 0
    var elements: ProgramPattern = []
    for element in pattern.elements {
      switch element {
      case .text(let text): elements.append(.text(text.value))
      case .expression(let value):
        placeholders += 1
        elements.append(.expression(expression(value)))
      case .markup(let markup):
        placeholders += 1
        elements.append(
          .markup(
            ProgramMarkup(
              kind: markup.kind, name: markup.name, options: markup.options.map { option($0) },
              source: (markup.kind == .close ? "/" : "#") + markup.name, span: markup.span)))
      }
    }
    guard placeholders <= MessageProgram.maximumPlaceholders else {
      throw .tooManyPlaceholders(limit: MessageProgram.maximumPlaceholders)
    }
    return elements
  }

  private mutating func expression(_ expression: Expression) -> ProgramExpression {
    let operand = expression.operand.map { self.operand($0) }
    let function = expression.function.map { function in
      ProgramFunction(
        name: function.name, function: functions[function.name],
        options: function.options.map { option($0) })
    }
    let source =
      expression.operand.map { Self.source(of: $0) } ?? ":" + (expression.function?.name ?? "")
    return ProgramExpression(
      operand: operand, function: function, source: source, span: expression.span)
  }

  private mutating func option(_ option: Option) -> ProgramOption {
    ProgramOption(
      name: option.name, value: operand(option.value), source: Self.source(of: option.value),
      span: option.span)
  }

  private mutating func operand(_ operand: Operand) -> ProgramOperand {
    switch operand {
    case .literal(let literal): return .literal(literal.value)
    case .variable(let variable):
      if let slot = slotIndex[variable.name] { return .slot(slot) }
      if let index = argumentIndex[variable.name] { return .argument(index) }
      argumentIndex[variable.name] = arguments.count
      arguments.append(variable.name)
      return .argument(arguments.count - 1)
    }
  }

  /// `$name`, or the literal in bars with its escapes.
  static func source(of operand: Operand) -> String {
    switch operand {
    case .variable(let variable): return "$" + variable.name
    case .literal(let literal):
      var text = "|"
      for scalar in literal.value.unicodeScalars {
        if scalar == "\\" || scalar == "|" { text += "\\" }
        text.unicodeScalars.append(scalar)
      }
      return text + "|"
    }
  }
}
