package import Diagnostics
package import MessageSyntax
import StringCatalogs

/// ICU MessageFormat 1 as formats carry it: read into MessageFormat 2's data model and back.
package enum ICUText {
  /// What a text means. A fault has its place in the text; what MessageFormat 2 cannot say is one.
  package static func parse(_ text: String, dialect: ICUMessageFormat.Dialect) -> ParseResult {
    let read = ICUMessageFormat.parse(text, dialect: dialect)
    guard let tree = read.message else {
      return ParseResult(message: nil, diagnostics: read.diagnostics)
    }
    let converted = ICUMessageFormat.convertToMessageFormat2(tree)
    let faults = converted.diagnostics.filter { $0.severity == .error }
    return ParseResult(message: converted.message, diagnostics: read.diagnostics + faults)
  }

  /// The text of a message, and what is lost; no text where it cannot be said.
  package static func text(
    of message: ExchangeMessage, dialect: ICUMessageFormat.Dialect
  ) -> (text: String?, diagnostics: [Diagnostic]) {
    if message.syntax == .icu { return (message.text, []) }
    guard let model = message.message else {
      return (nil, message.parsed.diagnostics.filter { $0.severity == .error })
    }
    let converted = MessageFormat2.convertToICUMessageFormat(model, dialect: dialect)
    let text = converted.message.map { ICUMessageFormat.print($0, dialect: dialect) }
    return (text, converted.diagnostics)
  }
}
