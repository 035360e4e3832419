package import LocaleIdentifiers
import MessageFormat
import MessageSyntax
import StringCatalogs

/// Puts the text of values that stand in the message itself in their place: `{1984 :integer}` is `1 984`
/// for every reader of a locale, and few formats can say it.
package struct ConstantText {
  private let context: MessageFormatContext

  package init(_ locale: LocaleIdentifier) {
    context = MessageFormatContext(locale: locale)
  }

  package func resolved(_ message: ExchangeMessage) -> ExchangeMessage {
    guard let meaning = message.message else { return message }
    let resolved = meaning.mappingPatterns { pattern in
      Pattern(pattern.elements.map { self.text(of: $0).map { .text(Text($0)) } ?? $0 })
    }
    return resolved == meaning ? message : ExchangeMessage(resolved)
  }

  private func text(of element: PatternElement) -> String? {
    guard case .expression(let expression) = element, case .literal? = expression.operand,
      expression.function?.options.allSatisfy({ $0.value.isLiteral }) != false
    else { return nil }
    let message = Message.pattern(PatternMessage(pattern: Pattern([element])))
    guard
      let formatter = try? MessageFormatter(message, context: context, bidiIsolation: .none)
    else { return nil }
    var isWhole = true
    let text = formatter.format { _ in isWhole = false }
    return isWhole ? text : nil
  }
}

extension Operand {
  fileprivate var isLiteral: Bool {
    if case .literal = self { true } else { false }
  }
}
