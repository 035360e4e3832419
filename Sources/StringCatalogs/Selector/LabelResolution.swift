public import LocaleIdentifiers

/// The locale that a label, a name, a country or a code means, and how that was found out.
public struct LabelResolution: Hashable, Sendable {
  /// What the text was recognized as; the first that fits counts.
  public enum Means: Hashable, Sendable {
    /// A language tag of today: `zh-Hant`, `deu`.
    case code
    /// A language tag that has another form today: `iw`, `sh`.
    case legacyCode(current: LocaleIdentifier)
    /// The label of one of the site's entries.
    case label
    /// A word that the manifest gives for the entry, and nothing else.
    case alias
    /// The language's name for itself.
    case endonym
    /// The language's name in a language.
    case name(in: LocaleIdentifier)
    /// A country, whose likely language it is.
    case region(String, in: LocaleIdentifier)
    /// A script, in which only this language of the site is written.
    case script(String)
  }

  public let locale: LocaleIdentifier
  public let means: Means
  /// Other locales of the site that the text may mean by the same means.
  public let alternatives: [LocaleIdentifier]

  init(
    _ locale: LocaleIdentifier, by means: Means, alternatives: [LocaleIdentifier] = []
  ) {
    self.locale = locale
    self.means = means
    self.alternatives = alternatives
  }
}

extension LabelResolution.Means: CustomStringConvertible {
  /// A few words for people: `a country, TW, by its name in en`.
  public var description: String {
    switch self {
    case .code: "a language code"
    case .legacyCode(let current): "a former language code, now \(current)"
    case .label: "a label of the site"
    case .alias: "an alias in the manifest"
    case .endonym: "the language's own name"
    case .name(let language): "the language's name in \(language)"
    case .region(let region, let language): "the country \(region), by its name in \(language)"
    case .script(let script): "the script \(script)"
    }
  }
}
