/// The site's words that are to be translated the same way everywhere.
public struct Glossary: Sendable {
  /// A word of the source and what it is to be called, by locale.
  public struct Term: Hashable, Sendable {
    public var source: String
    /// By locale: the accepted words, or their stems where endings change.
    public var translations: [String: [String]]

    public init(_ source: String, _ translations: [String: [String]]) {
      self.source = source
      self.translations = translations
    }
  }

  public var terms: [Term]

  public init(terms: [Term] = []) {
    self.terms = terms
  }
}
