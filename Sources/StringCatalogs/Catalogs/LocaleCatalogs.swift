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
  private let places: [String: Int]

  /// A catalogue and an entry of it in one number: of the first catalogue just the entry.
  private static func packed(catalog: Int, entry: Int) -> Int { catalog << 32 | entry }

  /// Where a key stands.
  package func place(of key: String) -> (catalog: Int, entry: Int)? {
    places[key].map { ($0 >> 32, $0 & 0xFFFF_FFFF) }
  }

  /// All keys, in no order.
  package var keys: some Collection<String> { places.keys }

  /// Puts the catalogues of a locale together.
  ///
  /// Keys that an earlier catalogue has are taken out of the later one, which gets a finding
  /// `duplicate-key` for each.
  public init(locale: LocaleIdentifier, catalogs: [Catalog]) {
    if catalogs.count == 1, let places = catalogs[0].places {
      self.locale = locale
      self.catalogs = catalogs
      self.places = places
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
      catalogs[index].entries = catalogs[index].entries.enumerated()
        .compactMap { duplicates.contains($0.offset) ? nil : $0.element }
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
  public var count: Int { places.count }

  /// Every message, file by file, in the order of the files.
  public var entries: some Sequence<CatalogEntry> { catalogs.lazy.flatMap(\.entries) }

  /// What was wrong with the files.
  public var findings: [Finding] { catalogs.flatMap(\.findings).sorted() }

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
