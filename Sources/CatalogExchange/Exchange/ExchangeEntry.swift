import MessageSyntax
public import StringCatalogs

/// One message of a foreign file: its key, its texts, and what stands beside them.
public struct ExchangeEntry: Sendable {
  public var key: String
  public var keySpan: Range<Int>
  /// The message in the source language, in formats that carry both.
  public var source: ExchangeMessage?
  /// The message in the file's language; nil where it is not translated.
  public var translation: ExchangeMessage?
  public var metadata: EntryMetadata
  /// The fingerprint of the translation when the file was exported, for whoever merges it again.
  public var exported: String?
  /// Where it was read, for formats that write untouched entries back byte for byte.
  public var origin: EntryOrigin?
  /// What only this format has: references, flags, comments, in the order of the file.
  public var details: [ExchangeDetail]

  public init(
    key: String, keySpan: Range<Int> = 0..<0, source: ExchangeMessage? = nil,
    translation: ExchangeMessage? = nil, metadata: EntryMetadata = EntryMetadata(),
    exported: String? = nil, details: [ExchangeDetail] = []
  ) {
    self.key = key
    self.keySpan = keySpan
    self.source = source
    self.translation = translation
    self.metadata = metadata
    self.exported = exported
    self.details = details
  }

  /// The first detail of a name.
  public func detail(_ name: String) -> String? { details.first { $0.name == name }?.value }
}

/// Something that one format says and others do not: `reference: src/cart.py:12`.
public struct ExchangeDetail: Hashable, Sendable {
  public var name: String
  public var value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
