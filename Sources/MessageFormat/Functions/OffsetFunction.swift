import LocaleServices

extension MessageFunction {
  /// `:offset`: a number with a small whole number added or subtracted.
  static let offset = MessageFunction(.number) { call in
    guard var number = call.operandNumber else {
      return call.badOperand("`:offset` needs a number")
    }
    let changes = call.options.filter { $0.name == "add" || $0.name == "subtract" }
    guard let change = changes.first, changes.count == 1, let amount = change.digits else {
      call.report(.badOption, "`:offset` needs exactly one of `add` and `subtract`, from 0 to 99")
      return nil
    }
    if let exact = number.value.exact {
      number.value = NumericValue(exact + ExactDecimal(change.name == "add" ? amount : -amount))
    }
    var isSelectable = true
    if number.selection != nil {
      call.report(.badOption, "the operand already has the option `select`")
      number.selection = nil
      isSelectable = false
    }
    return MessageValue(
      .number(number), isSelectable: isSelectable, direction: call.localeDirection)
  }
}
