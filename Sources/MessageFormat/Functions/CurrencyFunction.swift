import LocaleServices

extension MessageFunction {
  /// `:currency`: an amount of money.
  static let currency = MessageFunction(.number) { call in
    guard var number = call.operandNumber else {
      return call.badOperand("`:currency` needs a number")
    }
    var code: String? =
      if case .currency(let code) = number.options.style { code } else { nil }
    let operandHasCurrency = code != nil
    number.skeleton = nil
    number.selection = nil
    if !operandHasCurrency {
      number.options.minimumFractionDigits = nil
      number.options.maximumFractionDigits = nil
    }
    for option in call.options {
      switch option.name {
      case "currency":
        guard let text = option.text, Currency.isWellFormed(text) else {
          call.badOption(option, expected: "a currency code of three letters")
          continue
        }
        guard !operandHasCurrency else {
          call.report(.badOption, "the operand already has a currency")
          continue
        }
        code = text.uppercased()
      case "currencySign":
        guard let sign = option.text.flatMap(NumberFormatOptions.CurrencySign.init(rawValue:))
        else {
          call.badOption(option, expected: "`standard` or `accounting`")
          continue
        }
        number.options.currencySign = sign
      case "currencyDisplay":
        guard
          let display = option.text.flatMap(NumberFormatOptions.CurrencyDisplay.init(rawValue:))
        else {
          call.badOption(
            option, expected: "`symbol`, `narrowSymbol`, `name`, `code` or `never`")
          continue
        }
        number.options.currencyDisplay = display
      case "fractionDigits":
        if option.text == "auto" {
          number.options.minimumFractionDigits = nil
          number.options.maximumFractionDigits = nil
        } else if let digits = option.digits {
          number.options.minimumFractionDigits = digits
          number.options.maximumFractionDigits = digits
        } else {
          call.badOption(option, expected: "`auto` or a number of digits")
        }
      default: call.read(option, into: &number, taking: .currency)
      }
    }
    guard let code else { return call.badOperand("there is no currency") }
    number.options.style = .currency(code)
    call.settle(&number.options)
    return MessageValue(.number(number), direction: call.localeDirection)
  }
}
