import LocaleIdentifiers
import MessageSyntax

/// Formats messages of one locale into HTML and plain text.
struct MessageRenderer {
  struct Output {
    var html: String
    var plain: String
    var problems: [MarkupProblem]
    var errors: [String]
  }

  let locale: LocaleIdentifier

  func render(_ message: Message, arguments: [String: PageArgument]) -> Output {
    var html = MessageHTML()
    var plain = ""
    for element in message.patterns.last?.elements ?? [] {
      switch element {
      case .text(let text):
        html.append(text.value)
        plain += text.value
      case .expression(let expression):
        var text = ""
        switch expression.operand {
        case .variable(let variable): text = "{$\(variable.name)}"
        case .literal(let literal): text = literal.value
        case nil: text = ""
        }
        html.append(text)
        plain += text
      case .markup(let markup):
        var options: [String: String] = [:]
        for option in markup.options {
          if case .literal(let literal) = option.value { options[option.name] = literal.value }
        }
        switch markup.kind {
        case .open: html.open(markup.name, options: options)
        case .close: html.close(markup.name)
        case .standalone: html.standalone(markup.name, options: options)
        }
      }
    }
    return Output(html: html.finish(), plain: plain, problems: html.problems, errors: [])
  }
}
