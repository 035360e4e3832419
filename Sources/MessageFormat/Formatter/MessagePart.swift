public import LocaleServices
public import MessageSyntax

/// A stretch of a formatted message; joined, the texts of all parts are the formatted message.
public enum MessagePart: Hashable, Sendable {
  case text(String)
  /// A mark that keeps the direction of a value to itself: U+2066 to U+2069.
  case bidiIsolation(String)
  case markup(MarkupPart)
  case value(ValuePart)
  /// A value that could not be had, by its source: shown in braces.
  case fallback(source: String)

  /// What the part adds to the message's text.
  public var text: String {
    switch self {
    case .text(let text), .bidiIsolation(let text): text
    case .markup: ""
    case .value(let part): part.value
    case .fallback(let source): "{" + source + "}"
    }
  }
}

/// A mark for the caller to turn into an element.
public struct MarkupPart: Hashable, Sendable {
  public var kind: Markup.Kind
  public var name: String
  public var options: [String: String]
  /// The message's name for this place (`u:id`).
  public var identifier: String?

  public init(
    kind: Markup.Kind, name: String, options: [String: String] = [:], identifier: String? = nil
  ) {
    self.kind = kind
    self.name = name
    self.options = options
    self.identifier = identifier
  }
}

/// A formatted value.
public struct ValuePart: Hashable, Sendable {
  /// `string`, `number`, `datetime`, or what a site's function says.
  public var type: String
  public var value: String
  /// The value's own parts, for numbers.
  public var parts: [NumberPart]
  public var direction: TextDirection?
  /// The message's name for this place (`u:id`).
  public var identifier: String?
  /// The locale that it was formatted for.
  public var locale: String

  public init(
    type: String, value: String, parts: [NumberPart] = [], direction: TextDirection? = nil,
    identifier: String? = nil, locale: String
  ) {
    self.type = type
    self.value = value
    self.parts = parts
    self.direction = direction
    self.identifier = identifier
    self.locale = locale
  }
}
