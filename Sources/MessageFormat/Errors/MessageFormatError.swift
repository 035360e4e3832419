public import MessageSyntax

/// What went wrong while a valid message was formatted; the text around it is formatted all the same.
public struct MessageFormatError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The errors of the specification (LDML part 9, "Errors"), by its names.
  public enum Kind: String, Error, Hashable, Sendable, CaseIterable {
    case unresolvedVariable = "unresolved-variable"
    case unknownFunction = "unknown-function"
    case badSelector = "bad-selector"
    case badOperand = "bad-operand"
    case badOption = "bad-option"
    case badVariantKey = "bad-variant-key"
    case unsupportedOperation = "unsupported-operation"
  }

  public var kind: Kind
  /// What it happened to, as it would be shown in place of a value: `$count`, `|foo|`, `:number`.
  public var source: String
  /// What is wrong, in words.
  public var message: String
  /// Where in the message's source, if the message was parsed.
  public var span: SourceSpan

  public init(kind: Kind, source: String, message: String, span: SourceSpan = .none) {
    self.kind = kind
    self.source = source
    self.message = message
    self.span = span
  }

  public var description: String { "\(kind.rawValue): \(message) (\(source))" }
}
