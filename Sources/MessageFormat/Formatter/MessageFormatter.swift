public import LocaleIdentifiers
public import MessageSyntax

/// A message made ready for a locale, to be formatted any number of times, on any thread.
///
///     let formatter = try MessageFormatter(message, locale: "en")
///     formatter.format(["name": "Anna"])   // "Hello Anna!"
///
/// Formatting never fails and never stops: what cannot be formatted is shown in braces (`{$name}`) and
/// reported to the caller, in the order that the specification gives. Output ends after 1 MiB.
public struct MessageFormatter: Sendable {
  public let context: MessageFormatContext
  public let bidiIsolation: BidiIsolation
  let program: MessageProgram

  public init(
    _ message: Message, context: MessageFormatContext, bidiIsolation: BidiIsolation = .default
  ) throws(MessageCompilationError) {
    self.context = context
    self.bidiIsolation = bidiIsolation
    program = try MessageProgram(message, functions: context.functions)
  }

  /// A formatter with a context of its own; for more than one message, make a context and share it.
  public init(
    _ message: Message, locale: LocaleIdentifier, bidiIsolation: BidiIsolation = .default
  ) throws(MessageCompilationError) {
    try self.init(
      message, context: MessageFormatContext(locale: locale), bidiIsolation: bidiIsolation)
  }

  public var locale: LocaleIdentifier { context.locale }

  /// The names of the arguments that the message can use, in the order of their first use.
  public var argumentNames: [String] { program.arguments }

  /// What an invalid message is shown as.
  public static let invalidMessage = "{\u{FFFD}}"

  /// The longest text that is made, in bytes of UTF-8.
  public static let maximumLength = 1 << 20

  public func format(
    _ arguments: [String: Argument] = [:],
    onError: ((MessageFormatError) -> Void)? = nil
  ) -> String {
    var run = MessageRun(formatter: self, arguments: arguments, onError: onError)
    var text = ""
    run.run { part in
      text += part.text
      return text.utf8.count <= Self.maximumLength
    }
    return text
  }

  /// The formatted message in parts: text, isolation marks, markup, values.
  public func formatToParts(
    _ arguments: [String: Argument] = [:],
    onError: ((MessageFormatError) -> Void)? = nil
  ) -> [MessagePart] {
    var run = MessageRun(formatter: self, arguments: arguments, onError: onError)
    run.detailsParts = true
    var parts: [MessagePart] = []
    var length = 0
    run.run { part in
      parts.append(part)
      length += part.text.utf8.count
      return length <= Self.maximumLength
    }
    return parts
  }
}
