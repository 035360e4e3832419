/// What an expression of MessageFormat 2 comes to, declarations followed: an argument or a literal,
/// the function that it is formatted with, and what was added to it on the way.
struct ResolvedValue {
  enum Source: Hashable {
    case argument(String)
    case literal(String)
    case none
  }

  var source: Source
  var function: FunctionReference?
  /// What `:offset` subtracted, all in all.
  var offset = 0
}

/// Follows the declarations of a message.
struct ValueResolver {
  private var declared: [String: ResolvedValue] = [:]

  init(_ message: Message, _ log: inout ConversionLog) {
    for declaration in message.declarations {
      declared[declaration.name] = resolve(
        declaration.value, own: declaration.name, span: declaration.span, &log)
    }
  }

  func value(of variable: String) -> ResolvedValue {
    declared[variable] ?? ResolvedValue(source: .argument(variable))
  }

  /// `own` is the variable that a declaration is for: an `.input` names itself.
  func resolve(
    _ expression: Expression, own: String? = nil, span: SourceSpan? = nil,
    _ log: inout ConversionLog
  ) -> ResolvedValue {
    var value: ResolvedValue
    switch expression.operand {
    case .variable(let variable):
      value =
        variable.name == own
        ? ResolvedValue(source: .argument(variable.name)) : self.value(of: variable.name)
    case .literal(let literal): value = ResolvedValue(source: .literal(literal.value))
    case nil: value = ResolvedValue(source: .none)
    }
    if !expression.attributes.isEmpty {
      log.warn("attributes are left out", span ?? expression.span)
    }
    guard let function = expression.function else { return value }
    if function.name == "offset" {
      value.offset += offset(function, &log)
      value.function = value.function ?? FunctionReference("number")
      return value
    }
    value.function = combined(function, over: value.function)
    return value
  }

  private func offset(_ function: FunctionReference, _ log: inout ConversionLog) -> Int {
    for option in function.options {
      guard case .literal(let literal) = option.value, let size = Int(literal.value) else {
        continue
      }
      if option.name == "subtract" { return size }
      if option.name == "add" { return -size }
    }
    log.refuse("`:offset` has no fixed number", function.span)
    return 0
  }

  /// A function applied to a value that has one already: options are inherited, but for `select`.
  private func combined(
    _ function: FunctionReference, over inner: FunctionReference?
  ) -> FunctionReference {
    let numeric: Set<String> = ["number", "integer", "percent", "currency", "unit"]
    guard let inner, numeric.contains(inner.name), numeric.contains(function.name) else {
      return function
    }
    var result = function
    for option in inner.options where option.name != "select" {
      if !function.options.contains(where: { $0.name == option.name }) {
        result.options.append(option)
      }
    }
    return result
  }
}
