public import MessageSyntax

extension MessageSyntaxKind {
  /// Reads a message that is written in this syntax.
  ///
  ///     MessageSyntaxKind.messageFormat2.parse("Hello {$name}").isValid  // true
  public func parse(_ text: String) -> ParseResult {
    var buffer = MessageSyntaxBuffer()
    return parse(text, using: &buffer)
  }

  /// Reads a message in memory that is reused for the next one.
  public func parse(_ text: String, using buffer: inout MessageSyntaxBuffer) -> ParseResult {
    switch self {
    case .messageFormat2: MessageFormat2.parse(text, using: &buffer)
    case .icu: ParseResult(message: nil, diagnostics: ICUMessageFormat.parse(text).diagnostics)
    }
  }
}
