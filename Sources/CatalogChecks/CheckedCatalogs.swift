public import LocaleServices
import MessageSyntax
public import StringCatalogs

/// All messages of a locale, with what was found out about each.
public struct CheckedCatalogs: Sendable {
  /// The place of each key.
  public struct KeyPlaces: Sendable {
    let catalogs: LocaleCatalogs
    private let search = KeySearch()

    init(catalogs: LocaleCatalogs) { self.catalogs = catalogs }

    public subscript(key: String) -> CatalogPlace? {
      catalogs.place(of: key).map { CatalogPlace(catalog: $0.catalog, entry: $0.entry) }
    }

    public var count: Int { catalogs.count }

    /// The key that is most likely meant by one that there is not.
    func nearest(to key: String) -> String? { search.nearest(to: key, among: catalogs) }
  }

  public var catalogs: [Catalog]
  public var locale: LocaleFacts
  public var places: KeyPlaces
  /// Plural categories that most of the plural messages have, whether they need them or not.
  public private(set) var usualCategories: Set<PluralCategory> = []
  /// Keys of the source with one text and one description, where there are several.
  public private(set) var repeatedTexts: [[String]] = []
  /// What one look at each message told, by catalogue and entry.
  private(set) var notes: [[MessageNote]] = []
  /// What there is to know of the messages that had to be read, by catalogue and entry.
  private var read: [[Int: MessageFacts]] = []

  /// - Parameters:
  ///   - isOutlineEnough: whether messages need not be read that have an outline.
  ///   - judge: what is to be looked at in a message with an outline; the place is the catalogue's and
  ///     the entry's.
  init(
    _ catalogs: LocaleCatalogs, locale: LocaleFacts, isOutlineEnough: Bool,
    judge: (CatalogPlace, MessageSight) -> CheckAspects
  ) {
    self.catalogs = catalogs.catalogs
    self.locale = locale
    places = KeyPlaces(catalogs: catalogs)
    var usual = UsualCategories()
    var buffer = MessageSyntaxBuffer()
    locale.letters.withTables { tables in
      for (catalog, contents) in catalogs.catalogs.enumerated() {
        var notes: [MessageNote] = []
        notes.reserveCapacity(contents.entries.count)
        var read: [Int: MessageFacts] = [:]
        contents.entries.forEachText { index, text, syntax in
          let scan = TextScan(of: text, tables)
          var note = MessageNote(traits: scan.traits)
          if isOutlineEnough, let outline = MessageOutline(of: text, syntax, scan) {
            usual.add(outline.categories)
            note.categories = outline.categories
            if outline.hasLetter { note.traits.insert(.textLetter) }
            note.aspects = judge(
              CatalogPlace(catalog: catalog, entry: index),
              MessageSight(text: text, syntax: syntax, traits: scan.traits, outline: outline))
          } else {
            let facts = MessageFacts(contents.entries[index], scan.traits, using: &buffer)
            usual.add(facts.structure)
            read[index] = facts
          }
          notes.append(note)
        }
        self.notes.append(notes)
        self.read.append(read)
      }
    }
    usualCategories = usual.categories
  }

  /// Finds out which messages say the same: asked of the source only.
  mutating func findRepeatedTexts() {
    struct Saying: Hashable {
      var text: String
      var description: String?
    }
    var keys: [Saying: [String]] = [:]
    var order: [Saying] = []
    for contents in catalogs {
      for entry in contents.entries where !entry.text.isEmpty {
        let saying = Saying(text: entry.text, description: entry.metadata.description)
        if keys[saying] == nil { order.append(saying) }
        keys[saying, default: []].append(entry.key)
      }
    }
    repeatedTexts = order.compactMap { keys[$0].flatMap { $0.count > 1 ? $0 : nil } }
  }

  /// Keeps what a message turned out to be, for those who ask again.
  mutating func keep(_ facts: MessageFacts, at place: CatalogPlace) {
    read[place.catalog][place.entry] = facts
  }

  /// The message at a place, with what the parser made of it, where that is known.
  public subscript(place: CatalogPlace) -> CatalogEntry {
    var entry = catalogs[place.catalog].entries[place.entry]
    if let parsed = read[place.catalog][place.entry]?.parsed { entry.parsed = parsed }
    return entry
  }

  /// All that checks want to know of a message.
  public func facts(at place: CatalogPlace) -> MessageFacts {
    if let facts = read[place.catalog][place.entry] { return facts }
    var buffer = MessageSyntaxBuffer()
    return facts(at: place, using: &buffer)
  }

  func facts(at place: CatalogPlace, using buffer: inout MessageSyntaxBuffer) -> MessageFacts {
    read[place.catalog][place.entry]
      ?? MessageFacts(
        catalogs[place.catalog].entries[place.entry],
        notes[place.catalog][place.entry].traits, using: &buffer)
  }
}

/// What one look at a message tells, in few bytes: there is one for each message of a locale.
struct MessageNote: Sendable {
  var traits: TextTraits
  /// The plural categories of its outline.
  var categories: PluralBits = []
  /// What is to be looked at.
  var aspects = CheckAspects.all
}

/// A message as it is seen when all are looked at, with its outline.
struct MessageSight {
  var text: UnsafeBufferPointer<UInt8>
  var syntax: MessageSyntaxKind
  var traits: TextTraits
  var outline: MessageOutline
}

/// Counts which plural categories the messages of a locale have.
private struct UsualCategories {
  private var messages = 0
  private var counts: [PluralCategory: Int] = [:]
  private var outlines: [PluralBits: Int] = [:]

  mutating func add(_ categories: PluralBits) {
    if !categories.isEmpty { outlines[categories, default: 0] += 1 }
  }

  mutating func add(_ structure: MessageStructure?) {
    guard let structure else { return }
    for (column, selector) in structure.selectors.enumerated() {
      guard case .cardinal = selector.kind else { continue }
      messages += 1
      var found: Set<PluralCategory> = []
      for branch in structure.branches where column < branch.keys.count {
        if case .literal(let literal) = branch.keys[column],
          let category = PluralCategory(rawValue: literal.value)
        {
          found.insert(category)
        }
      }
      for category in found { counts[category, default: 0] += 1 }
    }
  }

  /// Those that more than two thirds have.
  var categories: Set<PluralCategory> {
    var messages = messages
    var counts = counts
    for (bits, count) in outlines {
      messages += count
      for category in bits.categories { counts[category, default: 0] += count }
    }
    guard messages > 3 else { return [] }
    return Set(counts.filter { $0.value * 3 > messages * 2 }.keys)
  }
}

/// Places of a catalogue's messages among others, as many as there are messages.
struct PlaceList: Sendable {
  /// The catalogue in the upper half, the entry in the lower; -1 where there is none.
  private var places: [Int]

  init(count: Int) { places = Array(repeating: -1, count: count) }

  var count: Int { places.count }

  subscript(index: Int) -> CatalogPlace? {
    get {
      let place = places[index]
      return place < 0 ? nil : CatalogPlace(catalog: place >> 32, entry: place & 0xFFFF_FFFF)
    }
    set { places[index] = newValue.map { $0.catalog << 32 | $0.entry } ?? -1 }
  }
}
