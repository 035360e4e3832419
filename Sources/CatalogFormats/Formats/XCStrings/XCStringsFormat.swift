public import CatalogExchange

extension CatalogFormat {
  /// Apple's String Catalogs.
  public static let xcstrings = CatalogFormat(
    name: "xcstrings", title: "Apple String Catalog", fileEndings: ["xcstrings"],
    carriesSource: true, holdsManyLocales: true,
    limits: [
      "selection by words, by order or by several values; texts for exact numbers other than 0",
      "variations in each other are kept, but not read",
      "the states `reviewed` and `final` come back as `translated`",
      "maximum lengths and fingerprints",
      "names of placeholders, except in comments that `langue` reads again",
    ],
    languages: XCStringsReader.languages,
    exportName: { _, _ in "Localizable.xcstrings" },
    read: XCStringsReader.read, write: XCStringsWriter.write)
}
