import CatalogExchange

/// The comments that a reader has met since the last entry, which belong to the next one.
struct EntryComments {
  private var lines: [String] = []
  private var start: Int?

  /// - Parameter place: Where the comment starts in the file.
  mutating func add(_ lines: [String], at place: Int) {
    start = start ?? place
    self.lines += lines
  }

  /// Takes the comments for an entry.
  ///
  /// - Returns: What is its description, what explains its placeholders, and where the entry starts
  ///   with them, or where it starts without any.
  mutating func take(
    before entry: Int
  ) -> (description: String?, notes: PlaceholderNotes, start: Int) {
    let start = start ?? entry
    let notes = PlaceholderNotes(takenFrom: &lines)
    let description = lines.isEmpty ? nil : lines.joined(separator: "\n")
    self = EntryComments()
    return (description, notes, start)
  }

  /// What stands behind the last entry, for the file's header.
  var rest: ExchangeDetail? {
    lines.isEmpty ? nil : ExchangeDetail(Self.last, lines.joined(separator: "\n"))
  }

  /// The name of that detail.
  static let last = "last-comment"
}
