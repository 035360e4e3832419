public import LocaleServices

/// A value inside a message, with what its functions made of it (LDML part 9, "Resolved Values").
public struct MessageValue: Sendable {
  public enum Content: Sendable {
    /// Nothing: an earlier step failed, and `source` is shown instead.
    case fallback
    case string(String)
    case number(NumberMessageValue)
    case date(DateMessageValue)
    case list([String])
    case boolean(Bool)
    /// A value of a function that is not one of the standard ones.
    case custom(any CustomMessageValue)
  }

  public var content: Content
  /// Whether a function allowed the value to choose a variant.
  public var isSelectable: Bool
  /// The direction of the formatted text, if it is known.
  public var direction: TextDirection?
  /// Whether the message itself says the direction (`u:dir`), so that the text is always isolated.
  public var hasExplicitDirection = false
  /// The message's name for this place (`u:id`).
  public var identifier: String?
  /// What is shown in braces if there is no value: `$name`, `|literal|`, `:function`.
  public var source: String

  public init(
    _ content: Content, isSelectable: Bool = false, direction: TextDirection? = nil,
    source: String = ""
  ) {
    self.content = content
    self.isSelectable = isSelectable
    self.direction = direction
    self.source = source
  }

  /// A plain text of unknown direction.
  public static func string(_ text: String) -> MessageValue { MessageValue(.string(text)) }

  static func fallback(_ source: String) -> MessageValue {
    MessageValue(.fallback, source: source)
  }

  public var isFallback: Bool {
    if case .fallback = content { true } else { false }
  }
}

/// A value that a site's own function makes.
public protocol CustomMessageValue: Sendable {
  /// The name of its parts' type: `test`.
  var partType: String { get }
  /// The text; or the reason why there is none, and the value is shown as a fallback.
  func format() throws(MessageFormatError.Kind) -> String
  /// How well a key of a variant fits: nil for not at all, 0 for best, more for less. Failing makes
  /// the selector match `*` alone.
  func match(_ key: String) throws(MessageFormatError.Kind) -> Int?
}

extension CustomMessageValue {
  public func match(_ key: String) throws(MessageFormatError.Kind) -> Int? { nil }
}
