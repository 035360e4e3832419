import LocaleServices
import MessageSyntax

/// One formatting of a message: the values so far, and where errors go.
struct MessageRun {
  let formatter: MessageFormatter
  let arguments: [Argument?]
  let onError: ((MessageFormatError) -> Void)?
  /// Whether values are cut into their own parts.
  var detailsParts = false
  private var values: [MessageValue?]
  /// How many bytes the message may still take.
  private var room = MessageFormatter.maximumLength

  init(
    formatter: MessageFormatter, arguments: ArgumentValues,
    onError: ((MessageFormatError) -> Void)?
  ) {
    self.formatter = formatter
    self.arguments = arguments.storage.values
    self.onError = onError
    values = Array(repeating: nil, count: formatter.program.slots.count)
  }

  var context: MessageFormatContext { formatter.context }

  /// Hands the parts over, in order. The part that would make the message too long, and all behind it,
  /// are left out.
  mutating func run(_ emit: (MessagePart) -> Void) {
    switch formatter.program.body {
    case .pattern(let pattern): run(pattern, emit)
    case .select(let selectors, let variants):
      if let pattern = selectPattern(selectors, variants) { run(pattern, emit) }
    }
  }

  private mutating func run(_ pattern: ProgramPattern, _ emit: (MessagePart) -> Void) {
    for element in pattern {
      let goesOn: Bool
      switch element {
      case .text(let text): goesOn = send([.text(text)], emit)
      case .markup(let markup): goesOn = send([.markup(part(of: markup))], emit)
      case .expression(let expression): goesOn = run(expression, emit)
      }
      guard goesOn else { return }
    }
  }

  private mutating func run(
    _ expression: ProgramExpression, _ emit: (MessagePart) -> Void
  ) -> Bool {
    let value = resolve(expression)
    let part = part(of: value, expression)
    guard formatter.bidiIsolation == .default,
      let mark = BidiMark.opening(
        direction: value.direction, isExplicit: value.hasExplicitDirection,
        messageDirection: context.direction)
    else { return send([part], emit) }
    return send(
      [.bidiIsolation(mark), part, .bidiIsolation(BidiMark.popDirectionalIsolate)], emit)
  }

  /// Parts that belong together: all of them, or, if there is no room, none.
  private mutating func send(_ parts: [MessagePart], _ emit: (MessagePart) -> Void) -> Bool {
    let length = parts.reduce(0) { $0 + $1.text.utf8.count }
    guard length <= room else {
      report(
        .unsupportedOperation, "the formatted message is longer than 1 MiB", source: "",
        span: .none)
      return false
    }
    room -= length
    for part in parts { emit(part) }
    return true
  }

  mutating func report(
    _ kind: MessageFormatError.Kind, _ message: String, source: String, span: SourceSpan
  ) {
    onError?(MessageFormatError(kind: kind, source: source, message: message, span: span))
  }
}

// Values
extension MessageRun {
  /// The value of a declared variable, evaluated when it is first asked for.
  mutating func value(ofSlot index: Int) -> MessageValue {
    if let known = values[index] { return known }
    // Variables that each show the one before are evaluated from the first on, so that a long row of
    // them takes no deep stack.
    var row = [index]
    while let last = row.last,
      case .slot(let earlier) = formatter.program.slots[last].value.operand,
      values[earlier] == nil
    {
      row.append(earlier)
    }
    for slot in row.dropFirst().reversed() { _ = evaluate(slot) }
    return evaluate(index)
  }

  private mutating func evaluate(_ index: Int) -> MessageValue {
    let slot = formatter.program.slots[index]
    var value = resolve(slot.value)
    // What is shown of a value that failed is the name by which it is asked for.
    value.source = "$" + slot.name
    values[index] = value
    return value
  }

  mutating func resolve(_ expression: ProgramExpression) -> MessageValue {
    let operand = expression.operand.map { resolve($0, source: expression.source, expression.span) }
    guard let call = expression.function else {
      var value = operand ?? .fallback(expression.source)
      value.source = expression.source
      return value
    }
    return apply(call, to: operand, expression) ?? .fallback(expression.source)
  }

  /// What a function makes of its operand; nil if it failed, which is reported.
  mutating func apply(
    _ call: ProgramFunction, to operand: MessageValue?, _ expression: ProgramExpression
  ) -> MessageValue? {
    guard let function = call.function else {
      report(
        .unknownFunction, "there is no function `:\(call.name)`", source: expression.source,
        span: expression.span)
      return nil
    }
    var shared = SharedOptions()
    let options = resolve(call.options, shared: &shared, allowsDirection: true)
    var functionCall = FunctionCall(
      operand: operand, options: options, context: context, source: expression.source,
      span: expression.span)
    let result = function.resolve(&functionCall)
    for fault in functionCall.faults { onError?(fault) }
    guard var value = result else { return nil }
    value.source = expression.source
    if value.identifier == nil { value.identifier = operand?.identifier }
    if operand?.hasExplicitDirection == true, let operand {
      value.direction = operand.direction
      value.hasExplicitDirection = true
    }
    shared.apply(to: &value)
    return value
  }

  private mutating func resolve(
    _ operand: ProgramOperand, source: String, _ span: SourceSpan
  ) -> MessageValue {
    switch operand {
    case .literal(let text): return MessageValue(.string(text), source: source)
    case .slot(let index): return value(ofSlot: index)
    case .argument(let index):
      let name = formatter.program.arguments[index]
      guard index < arguments.count, let argument = arguments[index] else {
        report(
          .unresolvedVariable, "there is no argument `\(name)`", source: "$" + name, span: span)
        return .fallback(source)
      }
      return MessageValue(argument, direction: context.direction, source: source)
    }
  }

  /// The options of a function or of markup; those that every function has are put aside.
  private mutating func resolve(
    _ options: [ProgramOption], shared: inout SharedOptions, allowsDirection: Bool
  ) -> [FunctionCall.Option] {
    var resolved: [FunctionCall.Option] = []
    resolved.reserveCapacity(options.count)
    for option in options {
      let value = resolve(option.value, source: option.source, option.span)
      var isLiteral = false
      if case .literal = option.value { isLiteral = true }
      if value.isFallback {
        report(
          .badOption, "the option `\(option.name)` has no value", source: option.source,
          span: option.span)
        continue
      }
      let entry = FunctionCall.Option(name: option.name, value: value, isLiteral: isLiteral)
      guard option.name.hasPrefix("u:") else {
        resolved.append(entry)
        continue
      }
      if !shared.read(entry, allowsDirection: allowsDirection) {
        report(
          .badOption, "the option `\(option.name)` cannot have this value here",
          source: option.source, span: option.span)
      }
    }
    return resolved
  }

  private mutating func part(of markup: ProgramMarkup) -> MarkupPart {
    var shared = SharedOptions()
    var texts: [String: String] = [:]
    for option in resolve(markup.options, shared: &shared, allowsDirection: false) {
      if let text = text(of: option.value) { texts[option.name] = text }
    }
    return MarkupPart(
      kind: markup.kind, name: markup.name, options: texts, identifier: shared.identifier)
  }
}

/// The options that the specification defines for all functions (`u:id`, `u:dir`).
private struct SharedOptions {
  var identifier: String?
  var direction: TextDirection??

  /// False if the value is not one that the option can have.
  mutating func read(_ option: FunctionCall.Option, allowsDirection: Bool) -> Bool {
    switch option.name {
    case "u:id":
      guard let text = option.text else { return false }
      identifier = text
    case "u:dir":
      guard allowsDirection else { return false }
      switch option.text {
      case "ltr": direction = .some(.leftToRight)
      case "rtl": direction = .some(.rightToLeft)
      case "auto": direction = .some(nil)
      case "inherit": direction = nil
      default: return false
      }
    default: break
    }
    return true
  }

  func apply(to value: inout MessageValue) {
    if let identifier { value.identifier = identifier }
    if let direction {
      value.direction = direction
      value.hasExplicitDirection = true
    }
  }
}

extension MessageValue {
  /// The value of an argument: numbers and dates are written in the message's locale.
  init(_ argument: Argument, direction: TextDirection, source: String) {
    switch argument {
    case .string(let text): self.init(.string(text), source: source)
    case .integer(let value):
      self.init(.number(NumberMessageValue(.integer(value))), direction: direction, source: source)
    case .number(let value):
      self.init(.number(NumberMessageValue(.double(value))), direction: direction, source: source)
    case .decimal(let text):
      if let exact = ExactDecimal(text) {
        self.init(
          .number(NumberMessageValue(NumericValue(exact))), direction: direction, source: source)
      } else {
        self.init(.string(text), source: source)
      }
    case .date(let date):
      self.init(.date(DateMessageValue(date)), direction: direction, source: source)
    case .list(let items): self.init(.list(items), source: source)
    case .boolean(let value): self.init(.boolean(value), source: source)
    }
  }
}
