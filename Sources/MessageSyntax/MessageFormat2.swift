public import Diagnostics

/// MessageFormat 2's syntax (LDML part 9): text to data model and back.
///
///     let result = MessageFormat2.parse("Hello {$name}!")
///     result.message  // a pattern of three elements
///     MessageFormat2.print(result.message!)  // "Hello {$name}!"
public enum MessageFormat2 {}

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
