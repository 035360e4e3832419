public import MessageSyntax

extension MessageSyntaxKind {
  /// Reads a message that is written in this syntax.
  ///
  ///     MessageSyntaxKind.messageFormat2.parse("Hello {$name}").isValid  // true
  public func parse(_ text: String) -> ParseResult {
    switch self {
    case .messageFormat2: MessageFormat2.parse(text)
    case .icu: ParseResult(message: nil, diagnostics: [])
    }
  }
}
