import CatalogExchange
import MessageSyntax

/// The places of a message's arguments, for formats that number them: those of the source's message in
/// their order, so that a translation may turn them around, and then what only the translation has.
struct ArgumentPlaces {
  private var places: [String: Int] = [:]

  /// The arguments in the order of their places.
  var names: [String] { places.sorted { $0.value < $1.value }.map(\.key) }

  init(_ entry: ExchangeEntry) {
    for message in [entry.source?.message, entry.translation?.message].compactMap({ $0 }) {
      for variable in message.externalVariables where places[variable.name] == nil {
        places[variable.name] = places.count
      }
    }
  }

  /// The place of an argument, from 0.
  subscript(name: String) -> Int? { places[name] }
}

/// Writes a pattern whose placeholders are numbered.
struct NumberedPattern {
  let places: ArgumentPlaces
  /// Text with what the format reads as something else escaped.
  let escape: (String) -> String
  /// The writing of an argument at a place with its function; nil where the format has none.
  let placeholder: (Int, FunctionReference?) -> String?

  /// - Throws: What cannot be written.
  func text(of pattern: Pattern, in message: Message) throws(NotWritten) -> String {
    var text = ""
    for element in pattern.elements {
      switch element {
      case .text(let value): text += escape(value.value)
      case .markup(let markup): text += escape(markup.tag())
      case .expression(let expression): text += try writing(of: expression, message)
      }
    }
    return text
  }

  private func writing(of expression: Expression, _ message: Message) throws(NotWritten) -> String {
    var expression = expression
    // A declared variable stands for what it is declared as.
    for _ in message.declarations where expression.function == nil {
      guard case .variable(let variable)? = expression.operand,
        let declaration = message.declaration(of: variable.name),
        declaration.value != expression
      else { break }
      expression = declaration.value
    }
    switch expression.operand {
    case .literal(let literal) where expression.function == nil: return escape(literal.value)
    case .variable(let variable):
      guard let place = places[variable.name],
        let writing = placeholder(place, expression.function)
      else { throw NotWritten("`$\(variable.name)` is a value that only the message makes") }
      return writing
    default: throw NotWritten("it formats a value that stands in the message")
    }
  }
}

/// Why a message has no place in a format.
struct NotWritten: Error {
  var reason: String

  init(_ reason: String) { self.reason = reason }
}
