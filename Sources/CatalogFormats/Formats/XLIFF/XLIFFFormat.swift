public import CatalogExchange

extension CatalogFormat {
  /// XLIFF 2: reads 2.0, 2.1 and 2.2 (and 1.2), writes 2.1.
  public static let xliff = CatalogFormat(
    name: "xliff", title: "XLIFF 2.1", fileEndings: ["xlf", "xliff"], carriesSource: true,
    limits: xliffLimits,
    languages: XLIFFReader.languages,
    resembles: { XLIFFReader.version(of: $0) == .version2 },
    read: XLIFFReader.read, write: { XLIFFWriter.write($0, $1, .version2) })

  /// What neither version carries.
  static let xliffLimits = [
    "in another tool's file: new messages, placeholders that its source has not, and changed"
      + " translations of units with several segments",
    "alternative translations, candidates and glossaries are kept, but not read",
  ]
}
