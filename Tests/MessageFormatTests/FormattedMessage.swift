import LocaleIdentifiers
import MessageFormat
import MessageSyntax
import Testing

/// A message formatted without isolation: the text, and the errors by name.
func formatted(
  _ source: String, _ arguments: [String: Argument] = [:], locale: LocaleIdentifier = "en-US",
  functions: MessageFunctionRegistry = .standard
) throws -> FormattedMessage {
  let message = try #require(MessageFormat2.parse(source).message, "\(source)")
  let formatter = try MessageFormatter(
    message, context: MessageFormatContext(locale: locale, functions: functions),
    bidiIsolation: .none)
  var errors: [String] = []
  let text = formatter.format(arguments) { errors.append($0.kind.rawValue) }
  return FormattedMessage(text: text, errors: errors)
}

struct FormattedMessage: Equatable, CustomStringConvertible {
  var text: String
  var errors: [String]

  init(text: String, errors: [String] = []) {
    self.text = text
    self.errors = errors
  }

  var description: String { errors.isEmpty ? text : "\(text) \(errors)" }
}

extension FormattedMessage: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self.init(text: text) }
}
