/// The messages of a catalogue in the order of its file.
///
///     for entry in catalog.entries { print(entry.key, entry.text) }
///
/// It is used as an array is. Where it comes from a file of the site's own format, an entry is made
/// when it is asked for, each time anew: keep one that is needed several times.
public struct CatalogEntries: RandomAccessCollection, MutableCollection, Sendable,
  ExpressibleByArrayLiteral
{
  private enum Storage {
    case made([CatalogEntry])
    case read(CatalogTable)
  }

  private var storage: Storage

  public init(_ entries: [CatalogEntry]) {
    storage = .made(entries)
  }

  public init(arrayLiteral entries: CatalogEntry...) {
    storage = .made(entries)
  }

  init(_ table: CatalogTable) {
    storage = .read(table)
  }

  /// Where the messages stand in their file, if they were read from one of the site's own format.
  var table: CatalogTable? {
    if case .read(let table) = storage { table } else { nil }
  }

  public var startIndex: Int { 0 }

  public var endIndex: Int {
    switch storage {
    case .made(let entries): entries.count
    case .read(let table): table.count
    }
  }

  public subscript(index: Int) -> CatalogEntry {
    get {
      switch storage {
      case .made(let entries): entries[index]
      case .read(let table): table.entry(index)
      }
    }
    _modify {
      var entries = made()
      storage = .made([])
      defer { storage = .made(entries) }
      yield &entries[index]
    }
  }

  /// All entries.
  private func made() -> [CatalogEntry] {
    switch storage {
    case .made(let entries): entries
    case .read(let table): (0..<table.count).map(table.entry)
    }
  }
}

// MARK: - Without making entries

extension CatalogEntries {
  /// What stands beside a message.
  package func metadata(at index: Int) -> EntryMetadata {
    switch storage {
    case .made(let entries): entries[index].metadata
    case .read(let table): table.metadata(index)
    }
  }

  package func key(at index: Int) -> String {
    switch storage {
    case .made(let entries): entries[index].key
    case .read(let table): table.list.key(index)
    }
  }

  /// Where a message's value stands in the file.
  package func valueSpan(at index: Int) -> Range<Int> {
    switch storage {
    case .made(let entries): entries[index].valueSpan
    case .read(let table): table.list.rows[index].value
    }
  }

  /// Calls a function with the place, the text and the syntax of each message.
  package func forEachText(
    _ body: (Int, UnsafeBufferPointer<UInt8>, MessageSyntaxKind) -> Void
  ) {
    switch storage {
    case .made(let entries):
      for (index, entry) in entries.enumerated() {
        var text = entry.text
        text.withUTF8 { body(index, $0, entry.syntax) }
      }
    case .read(let table):
      var decoded: [UInt8] = []
      table.list.bytes.withUnsafeBufferPointer { bytes in
        for (index, row) in table.list.rows.enumerated() {
          guard row.hasEscapes else {
            body(index, UnsafeBufferPointer(rebasing: bytes[row.content]), table.syntax)
            continue
          }
          decoded.removeAll(keepingCapacity: true)
          JSONEscapes.decode(bytes, row.content, into: &decoded)
          decoded.withUnsafeBufferPointer { body(index, $0, table.syntax) }
        }
      }
    }
  }

  /// Whether something may stand beside a message: a state, a fingerprint, ….
  package var hasMetadata: Bool {
    switch storage {
    case .made: true
    case .read(let table): !table.metadata.isEmpty || table.state != nil
    }
  }

  package func state(at index: Int) -> TranslationState? {
    switch storage {
    case .made(let entries): entries[index].metadata.state
    case .read(let table):
      table.metadata.isEmpty ? table.state : table.metadata(index).state
    }
  }

  /// The fingerprint of the source that a message was translated from, as its metadata has it.
  package func fingerprint(at index: Int) -> String? {
    switch storage {
    case .made(let entries): entries[index].metadata.source
    case .read(let table): table.metadata.isEmpty ? nil : table.metadata[index]?.source
    }
  }
}
