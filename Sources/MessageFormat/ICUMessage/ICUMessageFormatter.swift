public import LocaleIdentifiers
public import MessageSyntax

/// An ICU MessageFormat 1 message made ready for a locale: it formats as ICU 72 does.
///
///     let message = ICUMessageFormat.parse("{n, plural, one {# file} other {# files}}").message!
///     ICUMessageFormatter(message, locale: "en").format(["n": 2])   // "2 files"
///
/// Formatting never fails: an argument that is missing, or of the wrong kind, is shown as `{name}` and
/// reported. ICU itself shows the missing one so too, and fails for the other. Dates are shown in the
/// context's time zone.
public struct ICUMessageFormatter: Sendable {
  public let context: MessageFormatContext
  let program: ICUProgram

  public init(_ message: ICUMessage, context: MessageFormatContext) {
    self.context = context
    program = ICUProgram(message, context: context)
  }

  /// A formatter with a context of its own; for more than one message, make a context and share it.
  public init(_ message: ICUMessage, locale: LocaleIdentifier) {
    self.init(message, context: MessageFormatContext(locale: locale))
  }

  public var locale: LocaleIdentifier { context.locale }

  public func format(
    _ arguments: [String: Argument] = [:], onError: ((MessageFormatError) -> Void)? = nil
  ) -> String {
    var text = ""
    var run = ICUMessageRun(context: context, arguments: arguments, onError: onError)
    run.run(program) { text += $0.text }
    return text
  }

  /// The formatted message in parts; tags are markup.
  public func formatToParts(
    _ arguments: [String: Argument] = [:], onError: ((MessageFormatError) -> Void)? = nil
  ) -> [MessagePart] {
    var parts: [MessagePart] = []
    var run = ICUMessageRun(context: context, arguments: arguments, onError: onError)
    run.run(program) { parts.append($0) }
    return parts
  }
}
