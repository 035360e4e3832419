import LocaleServices
import MessageSyntax

struct FluentArguments {
  var positional: [FluentExpression] = []
  var named: [(name: String, value: String)] = []
}

/// What stands in a placeable, and what it is in MessageFormat 2.
///
/// `NUMBER` and `DATETIME` are `:number` and `:datetime`, other functions `:fluent:NAME`; references are
/// `{-brand :fluent:term}` and `{other :fluent:message}`.
indirect enum FluentExpression {
  case string(String)
  case number(String)
  case variable(String)
  case message(String)
  case term(String, [(name: String, value: String)])
  case termAttribute(String, [(name: String, value: String)])
  case function(String, [FluentExpression], [(name: String, value: String)])

  /// - Parameter source: The placeable as it is written.
  func element(source: String) -> PatternElement {
    var expression = expression
    expression.attributes = [Attribute(name: "source", value: Literal(source))]
    return .expression(expression)
  }

  private var expression: Expression {
    switch self {
    case .string(let value): Expression(operand: .literal(Literal(value)))
    case .number(let value):
      Expression(operand: .literal(Literal(value)), function: FunctionReference("number"))
    case .variable(let name): Expression(operand: .variable(VariableReference(name)))
    case .message(let name):
      Expression(
        operand: .literal(Literal(name)), function: FunctionReference("fluent:message"))
    case .term(let name, let options):
      Expression(
        operand: .literal(Literal(name)), function: Self.function("fluent:term", options))
    case .termAttribute(let name, let options):
      Expression(
        operand: .literal(Literal(name)), function: Self.function("fluent:attribute", options))
    case .function(let name, let arguments, let options):
      Expression(
        operand: arguments.first?.operand,
        function: Self.function(Self.functionName(name), options))
    }
  }

  private var operand: Operand? {
    switch self {
    case .string(let value), .number(let value), .message(let value), .term(let value, _),
      .termAttribute(let value, _):
      .literal(Literal(value))
    case .variable(let name): .variable(VariableReference(name))
    case .function(_, let arguments, _): arguments.first?.operand
    }
  }

  private static func functionName(_ name: String) -> String {
    switch name {
    case "NUMBER": "number"
    case "DATETIME": "datetime"
    default: "fluent:" + name
    }
  }

  private static func function(
    _ name: String, _ options: [(name: String, value: String)]
  ) -> FunctionReference {
    var seen: Set<String> = []
    return FunctionReference(
      name,
      options: options.compactMap { option in
        let isType = name == "number" && option.name == "type"
        let own = isType ? "select" : option.name
        guard seen.insert(own).inserted else { return nil }
        let value = isType && option.value == "cardinal" ? "plural" : option.value
        return Option(name: own, value: .literal(Literal(value)))
      })
  }

  // MARK: Choosing

  static func isNumber(_ key: String) -> Bool {
    key.utf8.first.map { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") } ?? false
  }

  static func isPluralKey(_ key: String) -> Bool {
    isNumber(key) || PluralCategory(rawValue: key) != nil
  }

  /// What declares the value that a choice goes by, or nil where it cannot be one.
  func selector(isPlural: Bool) -> Choice.Selector? {
    var expression = expression
    switch self {
    case .message, .term: return nil
    case .variable(let name):
      expression.function = FunctionReference(isPlural ? "number" : "string")
      return Choice.Selector(variable: name, declaration: ".input \(Self.print(expression))")
    case .function(_, let arguments, _):
      guard case .variable(let name)? = arguments.first else { break }
      let isPlain = expression.function == FunctionReference("number")
      if isPlain {
        return Choice.Selector(variable: name, declaration: ".input \(Self.print(expression))")
      }
      let variable = name + "-" + Self.mark(Self.print(expression))
      return Choice.Selector(
        variable: variable, declaration: ".local $\(variable) = \(Self.print(expression))")
    case .string, .number, .termAttribute: break
    }
    if expression.function == nil {
      expression.function = FunctionReference(isPlural ? "number" : "string")
    }
    let variable = "by-" + Self.mark(Self.print(expression))
    return Choice.Selector(
      variable: variable, declaration: ".local $\(variable) = \(Self.print(expression))")
  }

  private static func print(_ expression: Expression) -> String {
    MessageFormat2.print(.pattern(PatternMessage(pattern: Pattern([.expression(expression)]))))
  }

  /// A name for a value that has none: the letters of what it is made of.
  private static func mark(_ text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
      let isKept = scalar.isASCII && scalar.properties.isAlphabetic
      if isKept {
        name.unicodeScalars.append(scalar)
      } else if !name.isEmpty, !name.hasSuffix("-") {
        name += "-"
      }
    }
    return name.hasSuffix("-") ? String(name.dropLast()) : name
  }
}
