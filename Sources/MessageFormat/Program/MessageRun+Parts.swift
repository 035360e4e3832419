import LocaleIdentifiers
import LocaleServices

// Formatted values
extension MessageRun {
  /// A value as a part; a value that cannot be formatted is reported and shown as a fallback.
  mutating func part(of value: MessageValue, _ expression: ProgramExpression) -> MessagePart {
    func made(_ type: String, _ text: String, _ parts: [NumberPart] = []) -> MessagePart {
      .value(
        ValuePart(
          type: type, value: text, parts: parts, direction: value.direction,
          identifier: value.identifier, locale: context.locale.tag))
    }
    switch value.content {
    case .fallback: return .fallback(source: value.source)
    case .string(let text): return made("string", text)
    case .boolean(let boolean): return made("string", boolean ? "true" : "false")
    case .list(let items):
      return made("string", context.format(items, type: .conjunction, width: .long))
    case .date(let date): return made("datetime", context.format(date))
    case .number(let number):
      guard let format = context.numberFormat(for: number) else {
        return failed(.unsupportedOperation, value, expression)
      }
      return made(
        "number", format.format(number.value),
        detailsParts ? format.formatToParts(number.value) : [])
    case .custom(let custom):
      do throws(MessageFormatError.Kind) {
        return made(custom.partType, try custom.format())
      } catch {
        return failed(error, value, expression)
      }
    }
  }

  private mutating func failed(
    _ kind: MessageFormatError.Kind, _ value: MessageValue, _ expression: ProgramExpression
  ) -> MessagePart {
    report(
      kind, "the value cannot be formatted", source: expression.source, span: expression.span)
    return .fallback(source: value.source)
  }

  /// A value as the text of an option of markup.
  func text(of value: MessageValue) -> String? {
    switch value.content {
    case .fallback: nil
    case .string(let text): text
    case .boolean(let boolean): boolean ? "true" : "false"
    case .list(let items): items.joined(separator: ", ")
    case .date(let date): context.format(date)
    case .number(let number): context.numberFormat(for: number)?.format(number.value)
    case .custom(let custom): try? custom.format()
    }
  }
}
