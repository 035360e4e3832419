import LocaleServices

extension MessageFunction {
  /// `:percent`: a fraction as a percentage, 0.25 as 25 %.
  static let percent = MessageFunction(.number) { call in
    guard var number = call.operandNumber else {
      return call.badOperand("`:percent` needs a number")
    }
    number.skeleton = nil
    number.options.style = .percent
    number.options.minimumIntegerDigits = 1
    number.options.roundingIncrement = 1
    number.selection = nil
    for option in call.options { call.read(option, into: &number, taking: .percent) }
    call.settle(&number.options)
    return MessageValue(.number(number), isSelectable: true, direction: call.localeDirection)
  }
}
