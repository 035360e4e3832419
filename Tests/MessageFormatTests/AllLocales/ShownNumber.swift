import LocaleIdentifiers
import LocaleServices
import MessageFormat
import MessageSyntax
import Testing

/// A number as a message shows it in some language, told in ASCII: what the specification and
/// ECMA-402 promise is then the same for all of them.
struct ShownNumber: Equatable {
  /// The digits with a point: `-1.234,50` is `1234.50`.
  var digits = ""
  /// `-`, `+` or none.
  var sign = ""
  /// How many group separators there are.
  var groups = 0
  /// Everything, as it is shown.
  var text = ""
  var errors: [String] = []

  /// The sign and the digits.
  var signed: String { sign + digits }
}

/// The number that an expression shows: `shown("{$n :number maximumFractionDigits=0}", 1.5, context)`.
func shown(
  _ source: String, _ number: Argument, _ context: MessageFormatContext
) throws -> ShownNumber {
  let message = try #require(MessageFormat2.parse(source).message, "\(source)")
  let formatter = try MessageFormatter(message, context: context, bidiIsolation: .none)
  var result = ShownNumber()
  for part in formatter.formatToParts(
    ["n": number], onError: { result.errors.append($0.kind.rawValue) })
  {
    result.text += part.text
    guard case .value(let value) = part else { continue }
    for part in value.parts {
      switch part.kind {
      case .integer, .fraction: result.digits += part.value.asciiDigits
      case .decimal: result.digits += "."
      case .group: result.groups += 1
      case .minusSign: result.sign = "-"
      case .plusSign: result.sign = "+"
      default: break
      }
    }
  }
  return result
}

extension String {
  /// The digits of any script, and nothing else, as ASCII.
  var asciiDigits: String {
    compactMap { $0.wholeNumberValue.flatMap { $0 < 10 ? String($0) : nil } }.joined()
  }
}
