import LocaleServices
import MessageSyntax

/// Makes a flat program of a message, if it is plain enough for one.
struct FlatCompiler {
  let formatter: MessageFormatter
  private var text: [UInt8] = []
  private var operations: [FlatProgram.Operation] = []
  private var numbers: [FlatNumber] = []
  private var plainNumber: FlatNumber?
  /// Values of declared variables, by their place, and where their numbers and dates are.
  private var slots: [Int: (value: FlatValue, index: Int?)] = [:]
  private var dates: [FlatDate] = []
  /// How much of the text is part of an operation.
  private var flushed = 0
  private static let longestText = 1 << 20

  init(_ formatter: MessageFormatter) {
    self.formatter = formatter
  }

  private var program: MessageProgram { formatter.program }
  private var context: MessageFormatContext { formatter.context }

  /// nil if the message needs the rules step by step.
  static func compile(_ formatter: MessageFormatter) -> FlatProgram? {
    var compiler = FlatCompiler(formatter)
    return compiler.compile()
  }

  private mutating func compile() -> FlatProgram? {
    var columns: [FlatColumn] = []
    var variants: [FlatProgram.Variant] = []
    switch program.body {
    case .pattern(let pattern): guard add(pattern) else { return nil }
    case .select(let selectors, let sources):
      guard selectors.count <= FlatProgram.mostColumns,
        let selection = FlatSelection(selectors, sources, compiler: self)
      else { return nil }
      columns = selection.columns
      for row in selection.rows {
        let start = operations.count
        guard add(sources[row.variant].pattern) else { return nil }
        variants.append(FlatProgram.Variant(start: start, end: operations.count, keys: row.keys))
      }
    }
    return FlatProgram(
      text: text, operations: operations, numbers: numbers, dates: dates, columns: columns,
      variants: variants, plainNumber: plainNumber,
      isolatesStrings: formatter.bidiIsolation == .default,
      argumentCount: program.arguments.count)
  }

  private mutating func add(_ pattern: ProgramPattern) -> Bool {
    for element in pattern {
      switch element {
      case .text(let string):
        // Variants may repeat a text more often than anyone has memory for.
        guard text.count + string.utf8.count <= Self.longestText else { return false }
        text += string.utf8
      case .markup(let markup):
        guard markup.isSilent else { return false }
      case .expression(let expression):
        guard add(expression) else { return false }
      }
    }
    flush()
    return true
  }

  /// A bare variable is looked at once, however many variants show it.
  private mutating func add(_ expression: ProgramExpression) -> Bool {
    guard case .slot(let slot) = expression.operand, expression.function == nil else {
      return FlatValue(expression, formatter: formatter).map { add($0) != nil } ?? false
    }
    if let known = slots[slot] {
      return add(known.value, index: known.index) != nil
    }
    guard let value = FlatValue(expression, formatter: formatter), let index = add(value) else {
      return false
    }
    slots[slot] = (value, index)
    return true
  }

  private mutating func flush() {
    guard text.count > flushed else { return }
    operations.append(
      FlatProgram.Operation(code: .text, index: 0, start: flushed, end: text.count))
    flushed = text.count
  }

  /// Adds the operations of a value; where its number or date is, or 0. nil if there is no format.
  private mutating func add(_ value: FlatValue, index known: Int? = nil) -> Int? {
    let opening =
      formatter.bidiIsolation == .none
      ? nil
      : BidiMark.opening(
        direction: value.direction, isExplicit: value.hasExplicitDirection,
        messageDirection: context.direction)
    // The marks of a bare argument depend on what it is, and are written with it.
    var isolates = opening != nil
    if case .argument = value.content { isolates = false }
    if isolates, let opening { text += opening.utf8 }
    var place = 0
    switch value.content {
    case .constant(let string): text += string.utf8
    case .argument(let index):
      append(.value, index)
      preparePlainNumber()
    case .string(let index): append(.string, index)
    case .number(let argument, let number):
      place = known ?? numbers.count
      append(.number, place)
      if known == nil {
        guard let flat = flatNumber(argument, number) else { return nil }
        numbers.append(flat)
      }
    case .date(let argument, let date):
      place = known ?? dates.count
      append(.date, place)
      if known == nil {
        guard let flat = flatDate(argument, date) else { return nil }
        dates.append(flat)
      }
    }
    if isolates { text += BidiMark.popDirectionalIsolate.utf8 }
    return place
  }

  /// How a bare argument is written if it is a number.
  private mutating func preparePlainNumber() {
    // In a message from right to left a bare number is isolated as well: left to the rules.
    let isIsolated =
      formatter.bidiIsolation == .default && context.direction == .rightToLeft
    guard plainNumber == nil, !isIsolated, let format = context.plainNumberFormat else { return }
    plainNumber = FlatNumber(argument: 0, format: format)
  }

  private mutating func append(_ code: FlatProgram.Code, _ index: Int) {
    flush()
    operations.append(FlatProgram.Operation(code: code, index: index, start: 0, end: 0))
  }

  func flatNumber(_ argument: Int, _ number: FlatValue.Number) -> FlatNumber? {
    guard let format = context.numberFormat(for: number.value),
      case .integer(let addend) = number.value.value
    else { return nil }
    return FlatNumber(
      argument: argument, format: format, addend: addend, isWhole: number.isWhole)
  }

  private func flatDate(_ argument: Int, _ date: DateMessageValue) -> FlatDate? {
    let format = context.dateFormat(
      skeleton: date.skeleton ?? date.options.skeleton, calendar: date.options.calendar,
      timeZone: date.timeZone ?? context.timeZone)
    return format.map { FlatDate(argument: argument, format: $0) }
  }
}

extension ProgramMarkup {
  /// Whether nothing can be wrong with it: it adds no text.
  fileprivate var isSilent: Bool {
    options.allSatisfy { option in
      guard case .literal = option.value else { return false }
      return option.name != "u:dir"
    }
  }
}
