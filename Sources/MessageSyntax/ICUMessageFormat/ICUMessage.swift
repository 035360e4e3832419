/// A message of ICU MessageFormat 1: text, arguments, and the `#` of plurals, in order.
///
///     ICUMessageFormat.parse("{n, plural, one {# file} other {# files}}").message
///
/// It is a tree of its own, as ICU's rules differ from MessageFormat 2's in many small things.
/// Spans never take part in equality.
public struct ICUMessage: Hashable, Sendable {
  public var elements: [ICUMessageElement]
  /// The text of the message, without the braces around it.
  public var span: SourceSpan

  public init(_ elements: [ICUMessageElement], span: SourceSpan = .none) {
    self.elements = elements
    self.span = span
  }
}

public indirect enum ICUMessageElement: Hashable, Sendable {
  /// Text, quotes resolved; never empty.
  case text(Text)
  case argument(ICUArgument)
  /// `#` directly in a branch of a plural: its number, less the offset.
  case number(SourceSpan)
  /// `<b>…</b>`, in FormatJS's dialect only.
  case tag(ICUTag)

  public var span: SourceSpan {
    switch self {
    case .text(let text): text.span
    case .argument(let argument): argument.span
    case .number(let span): span
    case .tag(let tag): tag.span
    }
  }
}

/// `{name}`, `{name, type}`, `{name, type, style}`.
public struct ICUArgument: Hashable, Sendable {
  /// The name as written, `0` for a numbered argument.
  public var name: String
  public var kind: ICUArgumentKind
  public var nameSpan: SourceSpan
  /// From `{` to `}`, both included.
  public var span: SourceSpan

  public init(
    name: String, kind: ICUArgumentKind = .plain, nameSpan: SourceSpan = .none,
    span: SourceSpan = .none
  ) {
    self.name = name
    self.kind = kind
    self.nameSpan = nameSpan
    self.span = span
  }

  /// The number of a numbered argument (`{0}`), or nil of a named one.
  public var number: Int? {
    name.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(name) : nil
  }
}

/// What an argument is formatted as.
public enum ICUArgumentKind: Hashable, Sendable {
  case plain
  case number(ICUStyle)
  case date(ICUStyle)
  case time(ICUStyle)
  /// Numbers in words, as ordinals, as durations; the style names a set of rules, or is `standard`.
  case spellout(ICUStyle)
  case ordinal(ICUStyle)
  case duration(ICUStyle)
  case choice([ICUChoiceBranch])
  case plural(ICUPlural)
  case select([ICUSelectBranch])
}

extension ICUArgumentKind {
  /// The text of the style, if there is one.
  var style: String? {
    switch self {
    case .number(let style), .date(let style), .time(let style), .spellout(let style),
      .ordinal(let style), .duration(let style):
      style.text
    case .plain, .choice, .plural, .select: nil
    }
  }
}

/// The third part of a simple argument.
public enum ICUStyle: Hashable, Sendable {
  /// None.
  case standard
  /// One of the type's own names, in lower case: `integer`, `currency`, `percent` of numbers,
  /// `short`, `medium`, `long`, `full` of dates and times.
  case named(String)
  /// A pattern (`#,##0.00`, `d. MMMM y`), exactly as written.
  case pattern(String)
  /// What follows `::`, exactly as written.
  case skeleton(String)

  var text: String? {
    switch self {
    case .standard: nil
    case .named(let text), .pattern(let text), .skeleton(let text): text
    }
  }
}

/// `plural` and `selectordinal`.
public struct ICUPlural: Hashable, Sendable {
  public var isOrdinal: Bool
  public var offset: ICUNumber
  /// In the order of the text. Of two with the same selector the first counts.
  public var branches: [ICUPluralBranch]

  public init(isOrdinal: Bool, offset: ICUNumber = .zero, branches: [ICUPluralBranch]) {
    self.isOrdinal = isOrdinal
    self.offset = offset
    self.branches = branches
  }
}

extension ICUPlural {
  /// As what the plural's own argument is first written in the first `other` branch; nil if it is
  /// not, or is `#`. ICU takes the category of the number as it is written there.
  package func decidingKind(of name: String) -> ICUArgumentKind? {
    let other = branches.first { $0.selector == .keyword("other") }
    for element in other?.message.elements ?? [] {
      switch element {
      case .number: return nil
      case .argument(let argument) where argument.name == name:
        switch argument.kind {
        case .plain: return nil
        case .choice, .plural, .select: continue
        case .number, .date, .time, .spellout, .ordinal, .duration: return argument.kind
        }
      default: continue
      }
    }
    return nil
  }
}

public struct ICUPluralBranch: Hashable, Sendable {
  public enum Selector: Hashable, Sendable {
    /// `=1`: the value itself, before the offset.
    case exact(ICUNumber)
    /// `one`, `other`: the category of the value less the offset.
    case keyword(String)
  }

  public var selector: Selector
  public var message: ICUMessage
  public var selectorSpan: SourceSpan

  public init(_ selector: Selector, _ message: ICUMessage, selectorSpan: SourceSpan = .none) {
    self.selector = selector
    self.message = message
    self.selectorSpan = selectorSpan
  }
}

public struct ICUSelectBranch: Hashable, Sendable {
  public var key: String
  public var message: ICUMessage
  public var keySpan: SourceSpan

  public init(_ key: String, _ message: ICUMessage, keySpan: SourceSpan = .none) {
    self.key = key
    self.message = message
    self.keySpan = keySpan
  }
}

/// One part of a `choice`: it is taken from its limit up to the next one's.
public struct ICUChoiceBranch: Hashable, Sendable {
  public var limit: ICUNumber
  /// Whether the limit itself is left to the part before (`<`, not `#` or `≤`).
  public var isExclusive: Bool
  public var message: ICUMessage

  public init(limit: ICUNumber, isExclusive: Bool, message: ICUMessage) {
    self.limit = limit
    self.isExclusive = isExclusive
    self.message = message
  }
}

/// `<name>…</name>` or `<name/>`.
public struct ICUTag: Hashable, Sendable {
  public var name: String
  /// nil of `<name/>`.
  public var content: ICUMessage?
  /// From the first `<` to the last `>`.
  public var span: SourceSpan

  public init(name: String, content: ICUMessage?, span: SourceSpan = .none) {
    self.name = name
    self.content = content
    self.span = span
  }
}

/// A number in a message's syntax: its value, and how it was written.
public struct ICUNumber: Hashable, Sendable {
  public var value: Double
  public var text: String

  public static let zero = ICUNumber(value: 0, text: "0")

  public init(value: Double, text: String) {
    self.value = value
    self.text = text
  }

  /// The value as an integer, if it is one that a double holds exactly.
  public var integer: Int? { Int(exactly: value) }

  public static func == (left: Self, right: Self) -> Bool { left.value == right.value }
  public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
