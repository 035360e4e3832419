public import CatalogExchange

extension CatalogFormat {
  /// The YAML of Ruby on Rails.
  public static let rails = CatalogFormat(
    name: "rails", title: "Rails YAML", fileEndings: ["yml", "yaml"],
    limits: [
      "selection by words, by order or by several values; texts for exact numbers other than 0",
      "what is no text (numbers, truth values, symbols, nodes with tags) is kept, but not read",
      "new keys below a mapping in braces or behind an alias",
      "states, maximum lengths and fingerprints",
      "options of placeholders, except in comments that `langue` reads again",
    ],
    languages: RailsReader.languages,
    resembles: { !(RailsReader.languages($0)?.locales.isEmpty ?? true) },
    read: RailsReader.read, write: RailsWriter.write)
}
