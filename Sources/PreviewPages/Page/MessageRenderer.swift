import LocaleIdentifiers
import LocaleServices
import MessageFormat
import MessageSyntax

/// Formats messages of one locale into HTML and plain text.
///
/// It keeps the locale's formats, so one is made for a page and used for all its texts.
struct MessageRenderer {
  struct Output {
    var html: String
    var plain: String
    var problems: [MarkupProblem] = []
    var errors: [String] = []
  }

  private let context: MessageFormatContext

  init(locale: LocaleIdentifier) {
    context = MessageFormatContext(locale: locale)
  }

  func render(_ message: Message, arguments: [String: PageArgument]) -> Output {
    do {
      return render(try MessageFormatter(message, context: context), arguments)
    } catch {
      let shown = MessageFormatter.invalidMessage
      return Output(html: HTMLEscaping.text(shown), plain: shown, errors: ["\(error)"])
    }
  }

  /// One message with many values, as plain text: the message is compiled once.
  func plain(_ message: Message, arguments: [[String: PageArgument]]) -> [String] {
    guard let formatter = try? MessageFormatter(message, context: context) else {
      return arguments.map { _ in MessageFormatter.invalidMessage }
    }
    return arguments.map { render(formatter, $0).plain }
  }

  private func render(
    _ formatter: MessageFormatter, _ arguments: [String: PageArgument]
  ) -> Output {
    var errors: [String] = []
    let parts = formatter.formatToParts(arguments.mapValues(Argument.init)) { error in
      errors.append(error.description)
    }
    var html = MessageHTML()
    var plain = ""
    for part in parts {
      plain += part.text
      guard case .markup(let markup) = part else {
        html.append(part.text)
        continue
      }
      switch markup.kind {
      case .open: html.open(markup.name, options: markup.options)
      case .close: html.close(markup.name)
      case .standalone:
        html.standalone(markup.name, options: markup.options)
        if markup.name == "br" { plain += " " }
      }
    }
    return Output(html: html.finish(), plain: plain, problems: html.problems, errors: errors)
  }
}

extension Argument {
  fileprivate init(_ argument: PageArgument) {
    switch argument {
    case .string(let text): self = .string(text)
    case .number(let digits): self = .decimal(digits)
    case .date(let text): self = DateValue(text).map(Argument.date) ?? .string(text)
    case .list(let items): self = .list(items)
    }
  }
}
