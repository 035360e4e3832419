public import LocaleIdentifiers
public import LocaleServices

/// A site's language selector as a reader of one language sees it.
///
///     let selector = try LanguageSelector(site: site, reader: "ja")
///     selector.entries.first?.isDefault  // true
///     selector.entries.map(\.name)       // in the order of Japanese
///
/// The default entry stands first; the others follow in the collation of the reader's language over
/// their names in that language.
public struct LanguageSelector: Sendable {
  public let reader: LocaleIdentifier
  public let entries: [SelectorEntry]

  public init(site: Site, reader: LocaleIdentifier) throws(ICUError) {
    try self.init(site: site, reader: reader, resolver: LabelResolver(site: site))
  }

  /// The selector with a resolver that was made before.
  public init(
    site: Site, reader: LocaleIdentifier, resolver: LabelResolver
  ) throws(ICUError) {
    let reviews = try LabelReviewer(site: site, resolver: resolver).reviews()
    try self.init(site: site, reader: reader, reviews: reviews)
  }

  /// The selectors of one site for several readers, with what does not depend on the reader done once.
  public static func all(
    site: Site, readers: [LocaleIdentifier]
  ) throws(ICUError) -> [LanguageSelector] {
    let reviews = try LabelReviewer(site: site, resolver: LabelResolver(site: site)).reviews()
    var selectors: [LanguageSelector] = []
    for reader in readers {
      selectors.append(
        try LanguageSelector(site: site, reader: reader, reviews: reviews))
    }
    return selectors
  }

  private init(
    site: Site, reader: LocaleIdentifier, reviews: [LabelReview]
  ) throws(ICUError) {
    self.reader = reader
    let languages = try ReaderLanguages(of: site, reader: reader)
    let english = try DisplayNames(locale: "en")
    let reviewed = Dictionary(
      zip(site.entries, reviews), uniquingKeysWith: { first, _ in first })
    var entries: [SelectorEntry] = []
    for (entry, name) in languages.entries {
      guard let review = reviewed[entry] else { continue }
      let endonym = try Endonyms.endonym(of: entry)
      let script = entry.locale.likelyScript ?? "Zzzz"
      let words =
        [name, endonym, english.name(of: entry.locale) ?? "", entry.label, entry.locale.tag]
        + [languages.names.name(ofScript: script) ?? "", script, entry.locale.iso639Part3 ?? ""]
        + RomanizedNames.names(of: entry.locale) + entry.aliases
      entries.append(
        SelectorEntry(
          isDefault: entry.isDefault, locale: entry.locale, label: entry.label, endonym: endonym,
          name: name, script: script, direction: entry.locale.direction,
          pluralCategories: try PluralRules(locale: entry.locale).categories,
          hreflang: entry.isDefault ? "x-default" : entry.hreflang ?? entry.locale.tag,
          href: "/\(entry.locale.tag)/", aliases: entry.aliases,
          labelReview: review, words: words))
    }
    self.entries = entries
  }
}
