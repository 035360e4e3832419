import LocaleServices

extension MessageFunction {
  /// `:number`: formats a number, and chooses a variant by its value or its plural category.
  static let number = MessageFunction(.number) { call in
    guard var number = call.operandNumber else {
      return call.badOperand("`:number` needs a number")
    }
    number.skeleton = nil
    number.options.style = .decimal
    return call.number(number, taking: .number)
  }

  /// `:integer`: a number as a whole number.
  static let integer = MessageFunction(.number) { call in
    guard var number = call.operandNumber else {
      return call.badOperand("`:integer` needs a number")
    }
    number.skeleton = nil
    number.options.style = .decimal
    number.options.minimumFractionDigits = nil
    number.options.minimumSignificantDigits = nil
    // Selection and arithmetic see what the reader sees.
    if let exact = number.value.exact { number.value = NumericValue(exact.rounded) }
    number.options.maximumFractionDigits = 0
    return call.number(number, taking: .integer)
  }
}

extension FunctionCall {
  /// Applies the options to a number that can be formatted and chosen by.
  mutating func number(
    _ operand: NumberMessageValue, taking set: NumberOptionSet
  ) -> MessageValue {
    var number = operand
    for option in options { read(option, into: &number, taking: set) }
    let isSelectable = readSelect(into: &number)
    settle(&number.options)
    return MessageValue(
      .number(number), isSelectable: isSelectable, direction: localeDirection)
  }
}
