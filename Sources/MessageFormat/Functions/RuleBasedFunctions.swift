import LocaleServices

extension MessageFunction {
  /// `:icu:spellout`: a number in words; `rules` names one of the locale's rule sets.
  static let spellout = ruleBased(.spellout)
  /// `:icu:ordinal`: a number as a place in an order ("3rd"); `rules` as above.
  static let ordinal = ruleBased(.ordinal)
  /// `:icu:duration`: a number of seconds as a duration ("1:02:03"); `rules` as above.
  static let duration = ruleBased(.duration)

  private static func ruleBased(_ style: RuleBasedNumberFormat.Style) -> MessageFunction {
    MessageFunction(.text) { call in
      guard let number = call.operandNumber else {
        return call.badOperand("`:icu:\(style.rawValue)` needs a number")
      }
      var rules: String?
      for option in call.options where option.name == "rules" {
        guard let text = option.text, text.utf8.count <= 64,
          call.context.ruleBasedFormat(style, rules: text) != nil
        else {
          call.badOption(option, expected: "one of the locale's rule sets")
          continue
        }
        rules = text
      }
      guard let format = call.context.ruleBasedFormat(style, rules: rules) else {
        call.report(.unsupportedOperation, "the locale has no such rules")
        return nil
      }
      var value = MessageValue.string(format.format(number.value))
      value.direction = call.localeDirection
      return value
    }
  }
}
