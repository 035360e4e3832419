import LocaleServices

extension MessageFunction {
  /// `:string`: any value as text, to format or to choose a variant by.
  static let string = MessageFunction(.string) { call in
    guard let operand = call.operand else {
      return call.badOperand("`:string` needs an operand")
    }
    let text: String
    switch operand.content {
    case .fallback:
      // Still a selector, one that no key matches: `.input {$x :string}` without `x` is no second
      // fault.
      var value = operand
      value.isSelectable = true
      return value
    case .string(let string): text = string
    case .number(let number): text = number.value.exact?.description ?? number.value.icuText
    case .boolean(let boolean): text = boolean ? "true" : "false"
    case .date(let date):
      text = call.context.format(date)
    case .list(let items): text = items.joined(separator: ", ")
    case .custom(let custom):
      do throws(MessageFormatError.Kind) {
        text = try custom.format()
      } catch {
        call.report(error, "the operand cannot be formatted")
        return nil
      }
    }
    return MessageValue(.string(text), isSelectable: true)
  }
}
