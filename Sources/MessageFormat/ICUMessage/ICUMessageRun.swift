import LocaleIdentifiers
import LocaleServices
import MessageSyntax

/// One formatting of an ICU message.
struct ICUMessageRun {
  let context: MessageFormatContext
  let arguments: [String: Argument]
  let onError: ((MessageFormatError) -> Void)?
  private var room = MessageFormatter.maximumLength
  private var isFull = false

  init(
    context: MessageFormatContext, arguments: [String: Argument],
    onError: ((MessageFormatError) -> Void)?
  ) {
    self.context = context
    self.arguments = arguments
    self.onError = onError
  }

  mutating func run(_ program: ICUProgram, _ emit: (MessagePart) -> Void) {
    run(program, number: nil, emit)
  }

  /// - Parameter number: What `#` stands for.
  private mutating func run(
    _ program: ICUProgram, number: NumericValue?, _ emit: (MessagePart) -> Void
  ) {
    for node in program.nodes where !isFull { run(node, number: number, emit) }
  }

  private mutating func run(
    _ node: ICUNode, number: NumericValue?, _ emit: (MessagePart) -> Void
  ) {
    switch node {
    case .text(let text): send(.text(text), emit)
    case .number:
      guard let number else { return send(.text("#"), emit) }
      send(value("number", context.icuNumberStyle(.standard).format(number) ?? ""), emit)
    case .value(let node): run(node, emit)
    case .plural(let plural): run(plural, emit)
    case .select(let name, let branches):
      guard let argument = argument(name, emit) else { return }
      guard case .string(let text) = argument else { return fail(name, "a text", emit) }
      // Byte for byte, as in ICU: Swift's equality would be by normal form.
      let branch =
        branches.first { $0.key.utf8.elementsEqual(text.utf8) }
        ?? branches.first { $0.key == "other" }
      if let branch { run(branch.program, number: nil, emit) }
    case .choice(let name, let branches):
      guard let argument = argument(name, emit) else { return }
      guard let number = argument.numericValue?.double else { return fail(name, "a number", emit) }
      // The last branch in a row whose limits are all reached; the first needs none.
      var chosen = branches.first
      for branch in branches.dropFirst() {
        guard branch.isExclusive ? number > branch.limit : number >= branch.limit else { break }
        chosen = branch
      }
      if let chosen { run(chosen.program, number: nil, emit) }
    case .tag(let name, let content):
      guard let content else {
        return send(.markup(MarkupPart(kind: .standalone, name: name)), emit)
      }
      send(.markup(MarkupPart(kind: .open, name: name)), emit)
      run(content, number: number, emit)
      send(.markup(MarkupPart(kind: .close, name: name)), emit)
    }
  }

  private mutating func run(_ node: ICUValueNode, _ emit: (MessagePart) -> Void) {
    guard let argument = argument(node.name, emit) else { return }
    switch node.format {
    case .none: fail(node.name, "of a style that ICU knows", emit)
    case .plain: send(plain(argument), emit)
    case .number(let style):
      guard let text = argument.numericValue.flatMap({ style.format($0) }) else {
        return fail(node.name, "a number", emit)
      }
      send(value("number", text), emit)
    case .rules(let rules):
      guard let number = argument.numericValue else { return fail(node.name, "a number", emit) }
      send(value("number", rules.format(number)), emit)
    case .date(let format):
      guard let date = argument.dateValue else { return fail(node.name, "a date", emit) }
      send(value("datetime", format.format(date)), emit)
    }
  }

  private func plain(_ argument: Argument) -> MessagePart {
    if let number = argument.numericValue {
      return value("number", context.icuNumberStyle(.standard).format(number) ?? "")
    }
    switch argument {
    case .date(let date):
      return value("datetime", context.icuPlainDateFormat?.format(date) ?? "")
    case .list(let items):
      return value("string", context.format(items, type: .conjunction, width: .long))
    case .boolean(let boolean): return value("string", boolean ? "true" : "false")
    case .string(let text), .decimal(let text): return value("string", text)
    case .integer, .number: return value("string", "")
    }
  }

  private mutating func run(_ plural: ICUPluralNode, _ emit: (MessagePart) -> Void) {
    guard let argument = argument(plural.name, emit) else { return }
    guard let number = argument.numericValue else { return fail(plural.name, "a number", emit) }
    let value = number.double
    let shown = plural.offset == 0 ? number : NumericValue.double(value - plural.offset)
    var category: PluralCategory?
    var chosen: ICUProgram?
    var other: ICUProgram?
    for branch in plural.branches {
      switch branch.selector {
      case .exact(let exact):
        if exact.value == value { return run(branch.program, number: shown, emit) }
      case .keyword("other"):
        if other == nil { other = branch.program }
      case .keyword(let keyword):
        guard chosen == nil else { continue }
        // ICU has no category for it, and fails.
        if value.isNaN { return fail(plural.name, "a number", emit) }
        let own = category ?? plural.rules.category(of: shown)
        category = own
        if own != .other, own.rawValue == keyword { chosen = branch.program }
      }
    }
    if let program = chosen ?? other { run(program, number: shown, emit) }
  }
}

extension ICUMessageRun {
  /// The argument; if there is none, its name in braces is shown.
  private mutating func argument(_ name: String, _ emit: (MessagePart) -> Void) -> Argument? {
    if let argument = arguments[name] { return argument }
    onError?(
      MessageFormatError(
        kind: .unresolvedVariable, source: name, message: "there is no argument `\(name)`"))
    send(.fallback(source: name), emit)
    return nil
  }

  private mutating func fail(
    _ name: String, _ expected: String, _ emit: (MessagePart) -> Void
  ) {
    onError?(
      MessageFormatError(
        kind: .badOperand, source: name, message: "the argument `\(name)` is not \(expected)"))
    send(.fallback(source: name), emit)
  }

  private func value(_ type: String, _ text: String) -> MessagePart {
    .value(ValuePart(type: type, value: text, locale: context.locale.tag))
  }

  /// A part, if there is room for it; otherwise the message ends here.
  private mutating func send(_ part: MessagePart, _ emit: (MessagePart) -> Void) {
    guard !isFull else { return }
    let length = part.text.utf8.count
    guard length <= room else {
      isFull = true
      onError?(
        MessageFormatError(
          kind: .unsupportedOperation, source: "",
          message: "the formatted message is longer than 1 MiB"))
      return
    }
    room -= length
    emit(part)
  }
}

extension Argument {
  /// The argument as a number, if it is one: texts are not, whatever they say.
  fileprivate var numericValue: NumericValue? {
    switch self {
    case .integer(let value): .integer(value)
    case .number(let value): .double(value)
    case .decimal(let text): ExactDecimal(text).map { NumericValue($0) }
    case .string, .date, .list, .boolean: nil
    }
  }

  /// The argument as a date. A number counts milliseconds; ICU refuses whole ones of 64 bits.
  fileprivate var dateValue: DateValue? {
    if case .date(let date) = self { return date }
    guard let milliseconds = numericValue?.double, milliseconds.isFinite else { return nil }
    let bounded = max(-8.64e15, min(8.64e15, milliseconds))
    return DateValue(epochMilliseconds: Int64(bounded.rounded(.down)))
  }
}
