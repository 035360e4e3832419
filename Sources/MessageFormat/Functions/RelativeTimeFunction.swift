import LocaleServices

extension MessageFunction {
  /// `:icu:relativeTime`: how far away a time is. Options: `unit` (`day`, needed), `numeric` (`always`,
  /// `auto`), `style` (`long`, `short`, `narrow`).
  static let relativeTime = MessageFunction(.text) { call in
    guard let number = call.operandNumber else {
      return call.badOperand("`:icu:relativeTime` needs a number")
    }
    var unit: RelativeTimeFormat.Unit?
    var numeric = RelativeTimeFormat.Numeric.always
    var width = RelativeTimeFormat.Width.long
    for option in call.options {
      switch option.name {
      case "unit": call.read(option) { unit = $0 }
      case "numeric": call.read(option) { numeric = $0 }
      case "style": call.read(option) { width = $0 }
      default: break
      }
    }
    guard let unit else { return call.badOperand("there is no unit of time") }
    guard let format = call.context.relativeTimeFormat(width) else {
      call.report(.unsupportedOperation, "the locale has no relative times")
      return nil
    }
    var value = MessageValue.string(
      format.format(number.value.double, unit: unit, numeric: numeric))
    value.direction = call.localeDirection
    return value
  }
}

extension FunctionCall {
  /// Reads an option that has one of a few names; another is reported and left out.
  mutating func read<Choice: RawRepresentable & CaseIterable>(
    _ option: Option, _ set: (Choice) -> Void
  ) where Choice.RawValue == String {
    guard let choice = option.text.flatMap(Choice.init(rawValue:)) else {
      let names = Choice.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      badOption(option, expected: "one of \(names)")
      return
    }
    set(choice)
  }
}
