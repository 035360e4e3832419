public import CatalogExchange

extension CatalogFormat {
  /// Fluent's translation lists.
  public static let fluent = CatalogFormat(
    name: "fluent", title: "Fluent", fileEndings: ["ftl"],
    limits: [
      "choices with more than 1000 variants, and keys that are neither a name nor a number",
      "attributes of terms are kept, but not read: they belong to one language alone",
      "states, maximum lengths and fingerprints",
      "functions and options that Fluent has not, except in comments that `langue` reads again",
    ],
    read: FluentReader.read, write: FluentWriter.write)
}
