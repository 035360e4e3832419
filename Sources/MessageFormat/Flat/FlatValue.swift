import LocaleServices
import MessageSyntax

/// What is known of a placeholder's value before there are arguments.
struct FlatValue {
  enum Content {
    case constant(String)
    /// An argument without a function.
    case argument(Int)
    /// An argument that must be a string.
    case string(Int)
    case number(Int, Number)
    case date(Int, DateMessageValue)
  }

  /// A number's options, found by giving zero to its functions.
  struct Number {
    var value: NumberMessageValue
    var isWhole: Bool
  }

  var content: Content
  var direction: TextDirection?
  var hasExplicitDirection = false
  var isSelectable = false

  /// nil if the value can only be known in a run: an argument in an option, a fault, a site's function.
  init?(_ expression: ProgramExpression, formatter: MessageFormatter) {
    self.init(expression, formatter: formatter, depth: 0)
  }

  private init?(_ expression: ProgramExpression, formatter: MessageFormatter, depth: Int) {
    // Declarations only look back, so this ends; it need not go deep.
    guard depth < 32 else { return nil }
    if expression.isConstant(in: formatter.program, depth: 0) {
      self.init(constant: expression, formatter: formatter)
      return
    }
    let operand: FlatValue
    switch expression.operand {
    case nil, .literal: return nil
    case .argument(let index): operand = FlatValue(content: .argument(index))
    case .slot(let index):
      guard
        let value = FlatValue(
          formatter.program.slots[index].value, formatter: formatter, depth: depth + 1)
      else { return nil }
      operand = value
    }
    guard let function = expression.function else {
      self = operand
      return
    }
    self.init(applying: function, to: operand, expression, formatter: formatter)
  }

  private init(content: Content) {
    self.content = content
  }

  /// A value that no argument can change, formatted now.
  private init?(constant expression: ProgramExpression, formatter: MessageFormatter) {
    var faults = 0
    let value: MessageValue
    let part: MessagePart
    do {
      var run = MessageRun(
        formatter: formatter, arguments: ArgumentValues(names: []), onError: { _ in faults += 1 })
      value = run.resolve(expression)
      part = run.part(of: value, expression)
    }
    guard faults == 0 else { return nil }
    content = .constant(part.text)
    direction = value.direction
    hasExplicitDirection = value.hasExplicitDirection
    isSelectable = value.isSelectable
  }

  /// What a function makes of an argument, by what it makes of a stand-in.
  private init?(
    applying function: ProgramFunction, to operand: FlatValue, _ expression: ProgramExpression,
    formatter: MessageFormatter
  ) {
    guard let resolve = function.function, !function.options.contains(where: { !$0.isLiteral })
    else { return nil }
    let argument: Int
    var standIn: MessageValue
    var isWhole = function.name == "integer"
    switch (operand.content, resolve.result) {
    case (.argument(let index), .number):
      argument = index
      standIn = MessageValue(.number(NumberMessageValue(.integer(0))))
    case (.number(let index, let number), .number):
      argument = index
      standIn = MessageValue(.number(number.value))
      // Rounding after adding is not adding after rounding.
      if isWhole, number.value.value != .integer(0) { return nil }
      isWhole = isWhole || number.isWhole
    case (.argument(let index), .date):
      argument = index
      standIn = MessageValue(.date(DateMessageValue(DateValue(epochMilliseconds: 0))))
    case (.date(let index, let date), .date):
      argument = index
      standIn = MessageValue(.date(date))
    case (.argument(let index), .string), (.string(let index), .string):
      argument = index
      standIn = .string("")
    default: return nil
    }
    standIn.direction = operand.direction
    standIn.hasExplicitDirection = operand.hasExplicitDirection
    var faults = 0
    let value: MessageValue?
    do {
      var run = MessageRun(
        formatter: formatter, arguments: ArgumentValues(names: []), onError: { _ in faults += 1 })
      value = run.apply(function, to: standIn, expression)
    }
    guard let value, faults == 0 else { return nil }
    switch value.content {
    case .number(let number): content = .number(argument, Number(value: number, isWhole: isWhole))
    case .date(let date): content = .date(argument, date)
    case .string: content = .string(argument)
    case .fallback, .list, .boolean, .custom: return nil
    }
    direction = value.direction
    hasExplicitDirection = value.hasExplicitDirection
    isSelectable = value.isSelectable
  }
}

extension ProgramOption {
  fileprivate var isLiteral: Bool {
    if case .literal = value { true } else { false }
  }
}

extension ProgramExpression {
  /// Whether no argument and no function of a site takes part.
  fileprivate func isConstant(in program: MessageProgram, depth: Int) -> Bool {
    guard depth < 32 else { return false }
    if let function {
      guard let known = function.function, known.result != .unknown,
        function.options.allSatisfy({ $0.value.isConstant(in: program, depth: depth) })
      else { return false }
    }
    return operand?.isConstant(in: program, depth: depth) ?? true
  }
}

extension ProgramOperand {
  fileprivate func isConstant(in program: MessageProgram, depth: Int) -> Bool {
    switch self {
    case .literal: true
    case .argument: false
    case .slot(let index): program.slots[index].value.isConstant(in: program, depth: depth + 1)
    }
  }
}
