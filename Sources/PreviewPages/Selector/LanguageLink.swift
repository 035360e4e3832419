import LocaleIdentifiers

/// One entry of the language selector, as a page shows it.
struct LanguageLink: Hashable, Sendable {
  var locale: LocaleIdentifier
  /// Whether this is the default entry, which leads to the source language.
  var isDefault: Bool
  var hreflang: String
  /// The language's name in the language itself.
  var endonym: String
  /// The language's name in the language of the page.
  var name: String
  /// `ltr` or `rtl`.
  var direction: String
  /// The part of the world the language is mostly spoken in, in the language of the page.
  var region: String
  /// Whether the language has too little to be offered among the others.
  var isIncomplete = false

  /// The locale's BCP 47 tag.
  var tag: String { locale.tag }
}
