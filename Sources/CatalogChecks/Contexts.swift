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

/// All messages of a locale beside the source's.
public struct LocaleContext: Sendable {
  public var site: Site
  public var source: CheckedCatalogs
  public var target: CheckedCatalogs
  public var glossary: Glossary
  /// Where the source of each of the target's messages stands, by catalogue and entry.
  var origins: [PlaceList]
  /// Where the translation of each of the source's messages stands, by catalogue and entry.
  var translations: [PlaceList]
}

/// The site as a whole.
public struct SiteContext: Sendable {
  public var site: Site
  public var names: SelectorNames
  public var source: CheckedCatalogs
  public var templates: [PageTemplate]
}
