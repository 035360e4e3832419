public import Diagnostics
public import LocaleIdentifiers

/// All catalogues of one locale.
///
///     let polish = try loader.load("pl")
///     polish["cart.items"]?.text
///
/// Keys are one space for the whole site: the same key in two files of a locale is a duplicate, and
/// the file that comes first by name has it.
public struct LocaleCatalogs: Sendable {
  public let locale: LocaleIdentifier
  public let catalogs: [Catalog]
  /// Where each key stands; nil where the catalogues themselves know it.
  private let places: [String: Int]?

  /// A catalogue and an entry of it in one number: of the first catalogue just the entry.
  private static func packed(catalog: Int, entry: Int) -> Int { catalog << 32 | entry }

  /// Where a key stands.
  package func place(of key: String) -> (catalog: Int, entry: Int)? {
    if let places { return places[key].map { ($0 >> 32, $0 & 0xFFFF_FFFF) } }
    for (catalog, contents) in catalogs.enumerated() {
      if let entry = contents.entries.table?.place(of: key) { return (catalog, entry) }
    }
    return nil
  }

  /// All keys, in no order.
  package var keys: [String] {
    if let places { return Array(places.keys) }
    return catalogs.flatMap { contents in contents.entries.indices.map(contents.entries.key) }
  }

  /// Where the keys of a catalogue stand here, key by key.
  ///
  /// The files of all locales mostly have their keys in one order: each is first looked for behind the
  /// one before it.
  package func forEachPlace(
    ofKeysIn other: CatalogEntries, _ body: (Int, (catalog: Int, entry: Int)?) -> Void
  ) {
    let tables = places == nil ? catalogs.compactMap(\.entries.table) : []
    guard let rows = other.table?.list, tables.count == catalogs.count else {
      for index in other.indices { body(index, place(of: other.key(at: index))) }
      return
    }
    var catalog = 0
    var next = 0
    for index in rows.rows.indices {
      var found: Int?
      for distance in tables.indices where found == nil {
        let candidate = (catalog + distance) % tables.count
        found = tables[candidate].place(of: index, in: rows, guess: distance == 0 ? next : 0)
        if found != nil { catalog = candidate }
      }
      if let found { next = found + 1 }
      body(index, found.map { (catalog, $0) })
    }
  }

  /// Puts the catalogues of a locale together.
  ///
  /// Keys that an earlier catalogue has are taken out of the later one, which gets a finding
  /// `duplicate-key` for each.
  public init(locale: LocaleIdentifier, catalogs: [Catalog]) {
    if Self.areApart(catalogs.map(\.entries.table)) {
      self.locale = locale
      self.catalogs = catalogs
      places = nil
      return
    }
    var catalogs = catalogs
    var places: [String: Int] = [:]
    places.reserveCapacity(catalogs.reduce(0) { $0 + $1.entries.count })
    for index in catalogs.indices {
      var duplicates: Set<Int> = []
      for (position, entry) in catalogs[index].entries.enumerated() {
        if let packed = places[entry.key] {
          let first = (catalog: packed >> 32, entry: packed & 0xFFFF_FFFF)
          duplicates.insert(position)
          let owner = catalogs[first.catalog]
          catalogs[index].findings.append(
            Self.duplicate(entry, in: catalogs[index], of: owner.entries[first.entry], in: owner))
        } else {
          places[entry.key] = Self.packed(catalog: index, entry: position - duplicates.count)
        }
      }
      guard !duplicates.isEmpty else { continue }
      catalogs[index].entries = CatalogEntries(
        catalogs[index].entries.enumerated()
          .compactMap { duplicates.contains($0.offset) ? nil : $0.element })
    }
    self.locale = locale
    self.catalogs = catalogs
    self.places = places
  }

  /// The message of a key.
  public subscript(key: String) -> CatalogEntry? {
    place(of: key).map { catalogs[$0.catalog].entries[$0.entry] }
  }

  /// The catalogue that has a key.
  public func catalog(of key: String) -> Catalog? {
    place(of: key).map { catalogs[$0.catalog] }
  }

  /// The number of keys.
  public var count: Int { places?.count ?? catalogs.reduce(0) { $0 + $1.entries.count } }

  /// Every message, file by file, in the order of the files.
  public var entries: some Sequence<CatalogEntry> { catalogs.lazy.flatMap(\.entries) }

  /// What was wrong with the files.
  public var findings: [Finding] { catalogs.flatMap(\.findings).sorted() }

  /// Whether all catalogues know where their keys stand, and no key is in two of them.
  private static func areApart(_ tables: [CatalogTable?]) -> Bool {
    let known = tables.compactMap(\.self)
    guard known.count == tables.count else { return false }
    return known.indices.allSatisfy { later in
      known[..<later].allSatisfy { earlier in
        known[later].list.rows.indices.allSatisfy { place in
          earlier.place(of: place, in: known[later].list, guess: 0) == nil
        }
      }
    }
  }

  private static func duplicate(
    _ entry: CatalogEntry, in catalog: Catalog, of first: CatalogEntry, in owner: Catalog
  ) -> Finding {
    let place = LineIndex(owner.file.bytes).position(at: first.keySpan.lowerBound)
    return Finding(
      rule: "duplicate-key", severity: .error, locale: catalog.locale.tag, key: entry.key,
      file: catalog.file.path, range: LineIndex(catalog.file.bytes).range(entry.keySpan),
      message: "the key `\(entry.key)` also stands in `\(owner.file.path)`",
      help: "the first is on line \(place.line) there; keep one of them, or give one another name")
  }
}
