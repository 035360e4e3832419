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
  private(set) var flat: FlatProgram?
  /// About how many bytes the formatted message takes.
  let sizeHint: Int

  public init(
    _ message: Message, context: MessageFormatContext, bidiIsolation: BidiIsolation = .default
  ) throws(MessageCompilationError) {
    self.context = context
    self.bidiIsolation = bidiIsolation
    program = try MessageProgram(message, functions: context.functions)
    sizeHint = 64
    flat = FlatCompiler.compile(self)
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

  /// The formatted message.
  public func format(
    _ arguments: [String: Argument] = [:],
    onError: ((MessageFormatError) -> Void)? = nil
  ) -> String {
    format(argumentValues(arguments), onError: onError)
  }

  public func format(
    _ arguments: ArgumentValues, onError: ((MessageFormatError) -> Void)? = nil
  ) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sizeHint)
    format(arguments, into: &bytes, onError: onError)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the formatted message in UTF-8. With a buffer that has room, nothing is allocated for
  /// text, strings and the common numbers and dates.
  public func format(
    _ arguments: ArgumentValues, into buffer: inout [UInt8],
    onError: ((MessageFormatError) -> Void)? = nil
  ) {
    let start = buffer.count
    if let flat, arguments.values.count == flat.argumentCount {
      if flat.run(arguments.values, into: &buffer), buffer.count - start <= Self.maximumLength {
        return
      }
      buffer.removeLast(buffer.count - start)
    }
    var run = MessageRun(formatter: self, arguments: arguments, onError: onError)
    run.run { buffer.append(contentsOf: $0.text.utf8) }
  }

  /// The formatted message in parts: text, isolation marks, markup, values.
  public func formatToParts(
    _ arguments: [String: Argument] = [:],
    onError: ((MessageFormatError) -> Void)? = nil
  ) -> [MessagePart] {
    var run = MessageRun(
      formatter: self, arguments: argumentValues(arguments), onError: onError)
    run.detailsParts = true
    var parts: [MessagePart] = []
    run.run { parts.append($0) }
    return parts
  }

  /// Arguments by their place in this message.
  public func argumentValues(_ arguments: [String: Argument] = [:]) -> ArgumentValues {
    ArgumentValues(names: program.arguments, arguments: arguments)
  }
}
