import LocaleServices

extension MessageFunction {
  /// `:unit`: a measure, converted to the reader's own unit if `usage` says what it is for.
  static let unit = MessageFunction(.number) { call in
    guard var number = call.operandNumber else {
      return call.badOperand("`:unit` needs a number")
    }
    var unit: String?
    var usage: String?
    if case .unit(let name, let purpose) = number.options.style { (unit, usage) = (name, purpose) }
    number.skeleton = nil
    number.selection = nil
    for option in call.options {
      switch option.name {
      case "unit":
        guard let text = option.text, MeasureUnit.isWellFormed(text),
          call.context.hasUnit(text, usage: nil)
        else {
          call.badOption(option, expected: "a unit of CLDR's")
          continue
        }
        unit = text
      case "usage":
        guard let text = option.text, MeasureUnit.isWellFormed(text) else {
          call.badOption(option, expected: "a usage of CLDR's")
          continue
        }
        usage = text
      case "unitDisplay":
        guard let display = option.text.flatMap(NumberFormatOptions.UnitDisplay.init(rawValue:))
        else {
          call.badOption(option, expected: "`short`, `narrow` or `long`")
          continue
        }
        number.options.unitDisplay = display
      default: call.read(option, into: &number, taking: .unit)
      }
    }
    guard let unit else { return call.badOperand("there is no unit") }
    if let purpose = usage,
      !MeasureUnit.hasUsage(purpose, unit: unit) || !call.context.hasUnit(unit, usage: purpose)
    {
      call.report(.unsupportedOperation, "`\(unit)` cannot be converted for `\(purpose)`")
      usage = nil
    }
    number.options.style = .unit(unit, usage: usage)
    call.settle(&number.options)
    return MessageValue(.number(number), direction: call.localeDirection)
  }
}
