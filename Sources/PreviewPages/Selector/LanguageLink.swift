/// One entry of the language selector, as a page shows it.
public struct LanguageLink: Hashable, Sendable {
  /// Whether this is the default entry, which leads to the source language.
  public var isDefault: Bool
  /// The locale's BCP 47 tag.
  public var tag: String
  public var hreflang: String
  /// The language's name in the language itself.
  public var endonym: String
  /// The language's name in the language of the page.
  public var name: String
  /// `ltr` or `rtl`.
  public var direction: String
  /// ISO 15924 code of the script, for the search.
  public var script: String
  /// The part of the world the language is mostly spoken in, in the language of the page.
  public var region: String
  /// Other words that the entry is found by.
  public var searchTerms: [String]
  /// Whether the language has too little to be offered among the others.
  public var isIncomplete: Bool

  public init(
    isDefault: Bool, tag: String, hreflang: String, endonym: String, name: String,
    direction: String, script: String, region: String = "", searchTerms: [String] = [],
    isIncomplete: Bool = false
  ) {
    self.isDefault = isDefault
    self.tag = tag
    self.hreflang = hreflang
    self.endonym = endonym
    self.name = name
    self.direction = direction
    self.script = script
    self.region = region
    self.searchTerms = searchTerms
    self.isIncomplete = isIncomplete
  }
}
