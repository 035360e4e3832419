public import LocaleIdentifiers

/// How complete one part of a site is: a section of the page (the first part of its keys), a catalogue, or
/// a page.
public struct PartCoverage: Hashable, Sendable {
  public struct Locale: Hashable, Sendable {
    public var locale: LocaleIdentifier
    /// What the locale has of its own.
    public var translated: Int
    /// What it has of its own or through its chain of fallback before the source.
    public var resolved: Int
    /// Its own, in percent of all.
    public var percent: Double

    public init(locale: LocaleIdentifier, translated: Int, resolved: Int, percent: Double) {
      self.locale = locale
      self.translated = translated
      self.resolved = resolved
      self.percent = percent
    }
  }

  public var name: String
  /// The number of keys; of a page, the words that it shows.
  public var total: Int
  /// The targets in the order of the manifest.
  public var locales: [Locale]

  public init(name: String, total: Int, locales: [Locale]) {
    self.name = name
    self.total = total
    self.locales = locales
  }

  /// What all locales have of their own, in percent of what they should have.
  public var percent: Double {
    flooredPercent(locales.reduce(0) { $0 + $1.translated }, of: total * locales.count)
  }
}

/// A page and the messages that it shows.
///
///     ShownPage(name: "article", keys: ["head.title", "cart.items", "head.title"])
public struct ShownPage: Hashable, Sendable {
  public var name: String
  /// In the order of the page; what is shown twice stands twice.
  public var keys: [String]
  /// Sections whose messages the program puts into the page, as those of the selector.
  public var sections: Set<String>

  public init(name: String, keys: [String], sections: Set<String> = []) {
    self.name = name
    self.keys = keys
    self.sections = sections
  }
}
