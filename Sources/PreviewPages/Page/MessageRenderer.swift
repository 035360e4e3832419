import LocaleIdentifiers
import LocaleServices
import MessageFormat
import MessageSyntax

/// Formats messages of one locale into HTML and plain text.
struct MessageRenderer {
  struct Output {
    var html: String
    var plain: String
    var problems: [MarkupProblem] = []
    var errors: [String] = []
  }

  let context: MessageFormatContext

  func render(_ message: Message, arguments: [String: PageArgument]) -> Output {
    if let output = Self.renderText(message) { return output }
    do {
      return render(try MessageFormatter(message, context: context), arguments)
    } catch {
      let shown = MessageFormatter.invalidMessage
      return Output(html: HTMLEscaping.text(shown), plain: shown, errors: ["\(error)"])
    }
  }

  /// One message with many values, as plain text: the message is made ready once.
  func plain(_ message: Message, arguments: [[String: PageArgument]]) -> [String] {
    guard let formatter = try? MessageFormatter(message, context: context) else {
      return arguments.map { _ in MessageFormatter.invalidMessage }
    }
    return arguments.map { formatter.format($0.mapValues(Argument.init)) }
  }

  /// A message of text and marks alone, which most are: there is nothing to format. Nil for others.
  private static func renderText(_ message: Message) -> Output? {
    guard case .pattern(let whole) = message, message.declarations.isEmpty else { return nil }
    var html = MessageHTML()
    var plain = ""
    for element in whole.pattern.elements {
      switch element {
      case .text(let text):
        html.append(text.value)
        plain += text.value
      case .markup(let markup):
        var options: [String: String] = [:]
        for option in markup.options {
          guard case .literal(let literal) = option.value, !option.name.hasPrefix("u:") else {
            return nil
          }
          options[option.name] = literal.value
        }
        html.add(markup.kind, markup.name, options, &plain)
      case .expression: return nil
      }
    }
    return Output(html: html.finish(), plain: plain, problems: html.problems)
  }

  private func render(
    _ formatter: MessageFormatter, _ arguments: [String: PageArgument]
  ) -> Output {
    var errors: [String] = []
    var html = MessageHTML()
    var plain = ""
    let values = arguments.mapValues(Argument.init)
    let note = { (error: MessageFormatError) in errors.append(error.description) }
    formatter.forEachPart(values, onError: note) { part in
      guard case .markup(let markup) = part else {
        html.append(part.text)
        plain += part.text
        return
      }
      html.add(markup.kind, markup.name, markup.options, &plain)
    }
    return Output(html: html.finish(), plain: plain, problems: html.problems, errors: errors)
  }
}

extension MessageHTML {
  /// Writes a mark, and what stands for it in plain text.
  fileprivate mutating func add(
    _ kind: Markup.Kind, _ name: String, _ options: [String: String], _ plain: inout String
  ) {
    switch kind {
    case .open: open(name, options: options)
    case .close: close(name)
    case .standalone:
      standalone(name, options: options)
      if name == "br" { plain += " " }
    }
  }
}

extension Argument {
  fileprivate init(_ argument: PageArgument) {
    switch argument {
    case .string(let text): self = .string(text)
    case .number(let digits):
      // Whole numbers in their shortest form, which most are, need not be read as decimals.
      let whole = Int(digits).flatMap { String($0) == digits ? $0 : nil }
      self = whole.map { .integer($0) } ?? .decimal(digits)
    case .date(let text): self = DateValue(text).map(Argument.date) ?? .string(text)
    case .list(let items): self = .list(items)
    }
  }
}
