public import LocaleIdentifiers
public import LocaleServices

/// One entry of the language selector, for a reader of one language.
public struct SelectorEntry: Hashable, Sendable {
  /// Whether it is the default entry, which leads to the source's page.
  public let isDefault: Bool
  public let locale: LocaleIdentifier
  /// The label as it stands on the site.
  public let label: String
  /// The language's name for itself, for a list: `Polski`.
  public let endonym: String
  /// The language's name in the reader's language, for a list: `Polonais`.
  public let name: String
  /// The script that the language is written in, by its ISO 15924 code.
  public let script: String
  public let direction: TextDirection
  /// The plural categories that the language has for counting.
  public let pluralCategories: [PluralCategory]
  /// What `hreflang` says: the locale, or what the manifest wants; `x-default` for the default entry.
  public let hreflang: String
  /// The page's address below the site's: `/pl/`. The default entry and the source have the same one,
  /// so that the page exists once.
  public let href: String
  /// Other words that people may look for, as the manifest gives them.
  public let aliases: [String]
  public let labelReview: LabelReview
  /// Everything that the entry may be searched for by: names, label, script, codes, aliases.
  let words: [String]

  /// What the entry is found by when a reader types: its names folded, in their own script and in Latin
  /// letters, its label, script, codes and aliases. Each once.
  ///
  /// The first use of `keys` loads ICU's romanization of every script, a tenth of a second.
  public func searchKeys(_ keys: SearchKeys) -> [String] {
    var seen: Set<String> = [""]
    return words.flatMap { [keys.folded($0), keys.key(of: $0)] }.filter { seen.insert($0).inserted }
  }
}
