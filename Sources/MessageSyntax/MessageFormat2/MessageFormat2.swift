public import Diagnostics

/// MessageFormat 2's syntax (LDML part 9): text to data model and back.
///
///     let result = MessageFormat2.parse("Hello {$name}!")
///     result.message  // a pattern of three elements
///     MessageFormat2.print(result.message!)  // "Hello {$name}!"
public enum MessageFormat2 {
  /// The longest message that is read, in UTF-8 bytes.
  public static let longestMessage = MessageScanner.longestMessage
  /// The most placeholders (expressions and markup) that a message may hold.
  public static let mostPlaceholders = MessageScanner.mostPlaceholders

  /// Reads a message and finds every data model error.
  ///
  ///     MessageFormat2.parse("Hello {$name").diagnostics
  ///     // 6..<7: `{` is never closed
  ///
  /// A syntax error is reported alone (code `syntax-error`, or `message-too-long`,
  /// `too-many-placeholders` for the limits); a message without one has a tree, and a diagnostic
  /// for each data model error: `variant-key-mismatch`, `missing-fallback-variant`,
  /// `missing-selector-annotation`, `duplicate-declaration`, `duplicate-option-name`,
  /// `duplicate-variant`.
  public static func parse(_ source: String) -> ParseResult {
    var buffer = MessageSyntaxBuffer()
    return parse(source, using: &buffer)
  }

  /// Reads a message in memory that is reused for the next one.
  public static func parse(
    _ source: String, using buffer: inout MessageSyntaxBuffer
  ) -> ParseResult {
    source.withUTF8Span { span in
      if buffer.parse(utf8: span) {
        return ParseResult(message: buffer.message(span), diagnostics: [])
      }
      return ParseResult(
        message: buffer.hasSyntaxError ? nil : buffer.message(span),
        diagnostics: buffer.faults.map { $0.diagnostic(in: span) })
    }
  }
}

extension MessageSyntaxBuffer {
  /// The tree of the message that was parsed last from `source`.
  fileprivate func message(_ source: Span<UInt8>) -> Message {
    var builder = MessageBuilder(nodes)
    return builder.build(source)
  }
}

/// What a parser found: the message, where there is one, and every fault.
///
/// A message with an error in `diagnostics` must not be formatted; `message` is then nil for a
/// syntax error, and present, for tools to look at, for a data model error.
public struct ParseResult: Sendable {
  public var message: Message?
  public var diagnostics: [Diagnostic]

  public init(message: Message?, diagnostics: [Diagnostic]) {
    self.message = message
    self.diagnostics = diagnostics
  }

  /// Whether the message may be formatted.
  public var isValid: Bool {
    message != nil && !diagnostics.contains { $0.severity == .error }
  }
}
