/// Where the messages of a file stand in it.
struct CatalogRows: Sendable {
  /// Where one message stands.
  struct Row {
    /// The key in the file, between its quotes.
    var nameStart: Int32
    var nameEnd: Int32
    /// The whole key: in the file, or in `keyBytes` where it has escapes or stands in nested objects.
    var keyStart: Int32
    var keyCount: Int32
    /// The value with its quotes.
    var valueStart: Int32
    var valueEnd: Int32
    var isKeyInFile: Bool
    var hasEscapes: Bool

    var value: Range<Int> { Int(valueStart)..<Int(valueEnd) }

    /// The value between its quotes.
    var content: Range<Int> {
      let start = Int(valueStart) + 1
      return start..<max(start, Int(valueEnd) - 1)
    }
  }

  let bytes: [UInt8]
  private(set) var keyBytes: [UInt8] = []
  var rows: [Row] = []

  /// - Parameters:
  ///   - value: its place with the quotes.
  ///   - name: its name between the quotes.
  ///   - key: its whole key, where that is not `name` as it stands in the file.
  mutating func append(_ value: Range<Int>, hasEscapes: Bool, name: Range<Int>, key: String?) {
    let start = key == nil ? name.lowerBound : keyBytes.count
    if let key { keyBytes += key.utf8 }
    rows.append(
      Row(
        nameStart: Int32(name.lowerBound), nameEnd: Int32(name.upperBound),
        keyStart: Int32(start), keyCount: Int32(key?.utf8.count ?? name.count),
        valueStart: Int32(value.lowerBound), valueEnd: Int32(value.upperBound),
        isKeyInFile: key == nil, hasEscapes: hasEscapes))
  }

  func key(_ place: Int) -> String {
    withKey(place) { String(decoding: $0, as: UTF8.self) }
  }

  @inline(__always)
  func withKey<Result>(_ place: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let row = rows[place]
    let start = Int(row.keyStart)
    let span = start..<start + Int(row.keyCount)
    return row.isKeyInFile
      ? bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[span])) }
      : keyBytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[span])) }
  }
}

/// The messages of a file of the site's own format, read as far as they are looked at.
///
/// Most messages of a site are looked at once, as bytes; keys and texts become strings, and messages
/// models, for the few that somebody wants to see.
struct CatalogTable: Sendable {
  private(set) var list: CatalogRows
  var syntax = MessageSyntaxKind.messageFormat2
  var state: TranslationState?
  /// What stands in `@key` objects, by the place of its message.
  var metadata: [Int: EntryMetadata] = [:]
  private var places = KeyPlaces()

  init(bytes: [UInt8]) {
    list = CatalogRows(bytes: bytes)
  }

  var count: Int { list.rows.count }

  mutating func reserve(_ count: Int) {
    list.rows.reserveCapacity(count)
    places.reserve(count)
  }

  /// Adds a message, unless there is one with its key; then that one's place is returned. What the
  /// arguments are, `CatalogRows.append` says.
  mutating func add(_ value: Range<Int>, hasEscapes: Bool, name: Range<Int>, key: String?) -> Int? {
    list.append(value, hasEscapes: hasEscapes, name: name, key: key)
    let known = places.add(list.rows.count - 1, in: list)
    if known != nil { list.rows.removeLast() }
    return known
  }

  /// Takes the last message out again.
  mutating func removeLast() {
    list.rows.removeLast()
    places = KeyPlaces()
    places.reserve(count)
    for place in list.rows.indices { _ = places.add(place, in: list) }
  }

  /// Where a key stands. Keys are equal if they are the same characters, however they are encoded.
  func place(of key: String) -> Int? { places.place(of: key, in: list) }

  /// Where a key of another table stands in this one.
  ///
  /// - Parameter guess: where it most likely stands.
  func place(of place: Int, in other: CatalogRows, guess: Int) -> Int? {
    other.withKey(place) { key in
      if guess < count, list.withKey(guess, { $0.isSame(as: key) }) { return guess }
      return KeyPlaces.isASCII(key)
        ? places.place(ofASCII: key, in: list)
        : places.place(of: String(decoding: key, as: UTF8.self), in: list)
    }
  }

  func metadata(_ place: Int) -> EntryMetadata {
    if !metadata.isEmpty, let own = metadata[place] { return own }
    return EntryMetadata(state: state)
  }

  /// Makes a message with all that is known of it.
  func entry(_ place: Int) -> CatalogEntry {
    let row = list.rows[place]
    let text: String
    var offsets = OffsetMap(start: row.content.lowerBound)
    if row.hasEscapes {
      (text, offsets) = JSONEscapes.decode(list.bytes, row.content)
    } else {
      text = String(decoding: list.bytes[row.content], as: UTF8.self)
    }
    return CatalogEntry(
      key: list.key(place), keySpan: Int(row.nameStart)..<Int(row.nameEnd), text: text,
      valueSpan: row.value, offsets: offsets, syntax: syntax, metadata: metadata(place))
  }
}
