public import LocaleServices
package import MessageSyntax

/// One use of a function: what it is applied to, with which options, and where it reports faults.
public struct FunctionCall {
  /// An option as the function sees it. Options that could not be resolved, and those of the
  /// `u:` namespace, are not there.
  public struct Option: Sendable {
    public var name: String
    public var value: MessageValue
    /// Whether the value stands in the message itself, so that a translator can see it.
    public var isLiteral: Bool

    package init(name: String, value: MessageValue, isLiteral: Bool) {
      self.name = name
      self.value = value
      self.isLiteral = isLiteral
    }
  }

  /// The operand; nil for `{:function}`.
  public let operand: MessageValue?
  /// In the order in which they are written.
  public let options: [Option]
  public let context: MessageFormatContext
  let source: String
  let span: SourceSpan
  private(set) var faults: [MessageFormatError] = []

  package init(
    operand: MessageValue?, options: [Option], context: MessageFormatContext, source: String,
    span: SourceSpan
  ) {
    self.operand = operand
    self.options = options
    self.context = context
    self.source = source
    self.span = span
  }

  public mutating func report(_ kind: MessageFormatError.Kind, _ message: String) {
    faults.append(MessageFormatError(kind: kind, source: source, message: message, span: span))
  }

  /// Reports a bad operand; the placeholder is shown as a fallback.
  public mutating func badOperand(_ message: String) -> MessageValue? {
    report(.badOperand, message)
    return nil
  }

  /// Reports an option's value; the option is left out.
  public mutating func badOption(_ option: Option, expected: String) {
    report(.badOption, "the value of option `\(option.name)` must be \(expected)")
  }

  /// The operand as text, if it is one.
  public var operandText: String? {
    guard case .string(let text) = operand?.content else { return nil }
    return text
  }

  /// The operand as a number: a number, or a text that is a number literal.
  public var operandNumber: NumberMessageValue? {
    switch operand?.content {
    case .number(let number): number
    case .string(let text): ExactDecimal(text).map { NumberMessageValue(NumericValue($0)) }
    default: nil
    }
  }

  /// The operand as a date: a date, or a text that is a date literal.
  public var operandDate: DateMessageValue? {
    switch operand?.content {
    case .date(let date): date
    case .string(let text): DateValue(text).map { DateMessageValue($0) }
    default: nil
    }
  }

  /// The direction of text that is written in the message's locale.
  public var localeDirection: TextDirection { context.direction }
}

extension FunctionCall.Option {
  /// The value as text: a string, or a number as it is written in a message.
  public var text: String? {
    switch value.content {
    case .string(let text): text
    case .number(let number): number.value.exact?.description
    case .boolean(let boolean): boolean ? "true" : "false"
    case .custom(let custom): try? custom.format()
    default: nil
    }
  }

  /// The value as a digit size (LDML part 9): 0 to 99.
  public var digits: Int? {
    guard let text, (1...2).contains(text.utf8.count), text == "0" || text.utf8.first != 0x30,
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}
