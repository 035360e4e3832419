import CatalogExchange
import LocaleIdentifiers
import MessageFormat
import MessageSyntax
import StringCatalogs

/// Puts the text of values that stand in the message itself in their place: `{1984 :integer}` is `1 984`
/// for every reader of a locale, and few formats can say it.
struct ConstantText {
  private let context: MessageFormatContext

  init(_ locale: LocaleIdentifier) {
    context = MessageFormatContext(locale: locale)
  }

  func resolved(_ message: ExchangeMessage) -> ExchangeMessage {
    guard let meaning = message.message else { return message }
    let resolved = meaning.mapPatterns { pattern in
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

extension Message {
  /// The message with other patterns.
  func mapPatterns(_ transform: (Pattern) -> Pattern) -> Message {
    switch self {
    case .pattern(var message):
      message.pattern = transform(message.pattern)
      return .pattern(message)
    case .select(var message):
      for index in message.variants.indices {
        message.variants[index].value = transform(message.variants[index].value)
      }
      return .select(message)
    }
  }

  /// The message with its marks as tags in its text, for formats to which they are text.
  var writingMarkupAsTags: Message {
    mapPatterns { pattern in
      Pattern(
        pattern.elements.map { element in
          if case .markup(let markup) = element { .text(Text(markup.tag)) } else { element }
        })
    }
  }
}
