public import StringCatalogs

/// Where an entry stood in the file that it was read from, and what it said there.
///
/// A writer copies the bytes of entries that still say the same, so that a file in which one message
/// changes comes back with that one changed and every other byte as it was.
public struct EntryOrigin: Hashable, Sendable {
  /// The whole entry in the file: its comments, its key and its texts.
  public let span: Range<Int>
  private let content: Content

  private struct Content: Hashable, Sendable {
    var source: String?
    var translation: String?
    var metadata: EntryMetadata
    var exported: String?
    var details: [ExchangeDetail]

    init(_ entry: ExchangeEntry) {
      source = entry.source?.text
      translation = entry.translation?.text
      metadata = entry.metadata
      exported = entry.exported
      details = entry.details
    }
  }

  /// Notes where an entry was read, once it is complete.
  public init(_ entry: ExchangeEntry, at span: Range<Int>) {
    self.span = span
    content = Content(entry)
  }

  /// Whether an entry says what it said when it was read.
  public func isUntouched(_ entry: ExchangeEntry) -> Bool { content == Content(entry) }
}
