public import LocaleServices
import MessageSyntax
public import StringCatalogs

/// Where an entry stands among the catalogues of its locale.
public struct CatalogPlace: Hashable, Sendable {
  public var catalog: Int
  public var entry: Int

  public init(catalog: Int, entry: Int) {
    self.catalog = catalog
    self.entry = entry
  }
}

/// A message to be checked by itself.
public struct MessageContext: Sendable {
  public var entry: CatalogEntry
  public var facts: MessageFacts
  public var locale: LocaleFacts
  /// Whether it is in the language that all others are translated from.
  public var isSource: Bool
  /// The source's metadata for the key: how much room there is, what the variables are.
  public var metadata: EntryMetadata
  /// Plural categories that most messages of the locale have.
  public var usualCategories: Set<PluralCategory>
}

/// A translation to be checked beside its source; both could be parsed.
public struct TranslationContext: Sendable {
  public var source: CatalogEntry
  public var sourceFacts: MessageFacts
  public var sourceLocale: LocaleFacts
  public var target: CatalogEntry
  public var targetFacts: MessageFacts
  public var locale: LocaleFacts
}

/// All messages of a locale, with what was found out about each.
public struct CheckedCatalogs: Sendable {
  /// The place of each key.
  public struct KeyPlaces: Sendable {
    let catalogs: LocaleCatalogs

    public subscript(key: String) -> CatalogPlace? {
      catalogs.place(of: key).map { CatalogPlace(catalog: $0.catalog, entry: $0.entry) }
    }

    public var count: Int { catalogs.count }

    /// All keys, in the order of the alphabet.
    public var sortedKeys: [String] { catalogs.keys.sorted() }
  }

  public var catalogs: [Catalog]
  public var locale: LocaleFacts
  /// By catalogue and entry, as in `catalogs`.
  public var facts: [[MessageFacts]]
  public var places: KeyPlaces
  /// Plural categories that most of the plural messages have, whether they need them or not.
  public var usualCategories: Set<PluralCategory>
  /// Keys of the source with one text and one description, where there are several.
  public var repeatedTexts: [[String]] = []

  public init(_ catalogs: LocaleCatalogs, locale: LocaleFacts) {
    self.init(catalogs, locale: locale, isOutlineEnough: false)
  }

  /// - Parameter isOutlineEnough: whether messages need not be read that have an outline.
  init(_ catalogs: LocaleCatalogs, locale: LocaleFacts, isOutlineEnough: Bool) {
    self.catalogs = catalogs.catalogs
    self.locale = locale
    var buffer = MessageSyntaxBuffer()
    facts = catalogs.catalogs.map { catalog in
      catalog.entries.map { entry in
        MessageFacts(
          entry, foreign: locale.foreignLetters, isOutlineEnough: isOutlineEnough, using: &buffer)
      }
    }
    usualCategories = Self.usualCategories(facts)
    places = KeyPlaces(catalogs: catalogs)
  }

  private static func usualCategories(_ facts: [[MessageFacts]]) -> Set<PluralCategory> {
    var messages = 0
    var counts: [PluralCategory: Int] = [:]
    for facts in facts.joined() {
      if let outline = facts.outline {
        guard !outline.categories.isEmpty else { continue }
        messages += 1
        for category in outline.categories.categories { counts[category, default: 0] += 1 }
        continue
      }
      guard let structure = facts.structure else { continue }
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
    guard messages > 3 else { return [] }
    return Set(counts.filter { $0.value * 3 > messages * 2 }.keys)
  }

  /// Keeps what the parser made of the messages: a source is compared with many times.
  mutating func keepParsed() {
    for catalog in catalogs.indices {
      var entries = catalogs[catalog].entries
      for entry in entries.indices {
        guard let parsed = facts[catalog][entry].parsed else { continue }
        entries[entry].parsed = parsed
      }
      catalogs[catalog].entries = entries
    }
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

  public subscript(place: CatalogPlace) -> CatalogEntry {
    catalogs[place.catalog].entries[place.entry]
  }
}

/// All messages of a locale beside the source's.
public struct LocaleContext: Sendable {
  public var site: Site
  public var source: CheckedCatalogs
  public var target: CheckedCatalogs
  public var glossary: Glossary
  /// Where the source of each of the target's messages stands, by catalogue and entry.
  var origins: [[CatalogPlace?]]
  /// Where the translation of each of the source's messages stands, by catalogue and entry.
  var translations: [[CatalogPlace?]]
}

/// The site as a whole.
public struct SiteContext: Sendable {
  public var site: Site
  public var names: SelectorNames
  public var source: CheckedCatalogs
  public var templates: [PageTemplate]
}
