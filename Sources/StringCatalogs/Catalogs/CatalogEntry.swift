public import MessageSyntax

/// Which syntax a message is written in.
public enum MessageSyntaxKind: String, Hashable, Sendable, CaseIterable {
  case messageFormat2 = "mf2"
  case icu
}

/// One message of a catalogue: its key, its text, where each stands in the file, and what it means.
public struct CatalogEntry: Sendable {
  /// The dotted key (`cart.items`).
  public var key: String
  /// The key's text in the file, in UTF-8 bytes.
  public var keySpan: Range<Int>
  /// The message's source, escapes of the file format resolved.
  public var text: String
  /// The value in the file, with its quotes.
  public var valueSpan: Range<Int>
  /// Leads from a place in `text` to the place in the file.
  public var offsets: OffsetMap
  public var syntax: MessageSyntaxKind
  /// What the parser makes of `text`. Its spans count bytes of `text`.
  ///
  /// A message is read when it is asked for, and every time again until `keepParsed` was called: most
  /// messages of a catalogue are never looked at that closely.
  public var parsed: ParseResult {
    get { known ?? syntax.parse(text) }
    set { known = newValue }
  }
  private var known: ParseResult?
  public var metadata: EntryMetadata
  /// The section, where the key does not say it: keys of gettext are whole sentences.
  public var group: String?

  public init(
    key: String, keySpan: Range<Int>, text: String, valueSpan: Range<Int>, offsets: OffsetMap,
    syntax: MessageSyntaxKind, parsed: ParseResult? = nil, metadata: EntryMetadata
  ) {
    self.key = key
    self.keySpan = keySpan
    self.text = text
    self.valueSpan = valueSpan
    self.offsets = offsets
    self.syntax = syntax
    known = parsed
    self.metadata = metadata
  }

  /// Reads the message, in memory that is used again for the next one, and keeps what came of it.
  public mutating func keepParsed(using buffer: inout MessageSyntaxBuffer) {
    if known == nil { known = syntax.parse(text, using: &buffer) }
  }

  /// The page section that the key belongs to: its first component (`cart` of `cart.items`).
  public var section: Substring { group.map { $0[...] } ?? key.prefix { $0 != "." } }
}

/// How far a translation has come; the names are XLIFF 2's.
public enum TranslationState: String, Hashable, Sendable, CaseIterable {
  case initial, translated, reviewed, final
}

/// What stands beside a message in its `"@key"` object.
public struct EntryMetadata: Hashable, Sendable {
  /// For translators: what it is, where it stands, what a variable means.
  public var description: String?
  /// The most graphemes that there is room for.
  public var maxLength: Int?
  public var state: TranslationState?
  /// The fingerprint of the source message's meaning when this was translated.
  public var source: String?
  /// The variables of a source message, by name.
  public var placeholders: [String: Placeholder]

  public init(
    description: String? = nil, maxLength: Int? = nil, state: TranslationState? = nil,
    source: String? = nil, placeholders: [String: Placeholder] = [:]
  ) {
    self.description = description
    self.maxLength = maxLength
    self.state = state
    self.source = source
    self.placeholders = placeholders
  }
}

/// A variable as its source catalogue describes it, with the value that previews show.
public struct Placeholder: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case string, integer, number, currency, percent, date, datetime, list
  }

  public var kind: Kind
  public var description: String?
  /// The example as text: a number's digits, a date in ISO 8601, a string.
  public var example: String?
  /// The example of a list, item by item.
  public var exampleItems: [String]
  /// The values that a select tells apart.
  public var values: [String]
  /// The keys of the messages that make up a list.
  public var keys: [String]

  public init(
    kind: Kind, description: String? = nil, example: String? = nil, exampleItems: [String] = [],
    values: [String] = [], keys: [String] = []
  ) {
    self.kind = kind
    self.description = description
    self.example = example
    self.exampleItems = exampleItems
    self.values = values
    self.keys = keys
  }
}
