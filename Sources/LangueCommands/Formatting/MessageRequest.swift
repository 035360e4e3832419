import Diagnostics
import LocaleIdentifiers
import LocaleServices
import MessageFormat
import MessageSyntax
import StringCatalogs

/// A message that is to be formatted once, with the values of its variables.
struct MessageRequest {
  enum Outcome {
    /// The text, and what could not be formatted in it.
    case text(String, errors: [String])
    /// The message cannot be read; the findings count places from its start.
    case invalid([Finding])
  }

  var message: String
  var syntax: MessageSyntaxKind
  var locale: LocaleIdentifier
  var arguments: [MessageArgument]
  var isolatesValues: Bool

  func outcome() throws -> Outcome {
    let result = syntax.parse(message)
    let faults = result.diagnostics.filter { $0.severity == .error }
    guard let parsed = result.message, faults.isEmpty else {
      let lines = LineIndex(Array(message.utf8))
      return .invalid(faults.map { Finding($0, file: "message", lines: lines) })
    }
    let formatter: MessageFormatter
    do {
      formatter = try MessageFormatter(
        parsed, locale: locale, bidiIsolation: isolatesValues ? .default : .none)
    } catch {
      throw Failure("the message cannot be made ready: \(error)")
    }
    var errors: [String] = []
    let text = formatter.format(try values()) { errors.append($0.description) }
    return .text(text, errors: errors)
  }

  private func values() throws -> [String: Argument] {
    try arguments.reduce(into: [:]) { values, argument in
      guard values.updateValue(try Self.value(of: argument), forKey: argument.name) == nil else {
        throw Failure("--arg \(argument.name) is given twice")
      }
    }
  }

  private static func value(of argument: MessageArgument) throws -> Argument {
    switch argument.kind {
    case .string: return .string(argument.value)
    case .number: return Int(argument.value).map { .integer($0) } ?? .decimal(argument.value)
    case .datetime:
      guard let date = DateValue(argument.value) else {
        throw Failure(
          "--arg \(argument.name): `\(argument.value)` is no date;"
            + " write ISO 8601, as 2017-06-12 or 2017-06-12T19:30:00Z")
      }
      return .date(date)
    }
  }
}
