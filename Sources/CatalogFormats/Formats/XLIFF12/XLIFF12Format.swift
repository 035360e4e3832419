public import CatalogExchange

extension CatalogFormat {
  /// XLIFF 1.2: reads it (and 2), writes 1.2.
  public static let xliff12 = CatalogFormat(
    name: "xliff12", title: "XLIFF 1.2", fileEndings: ["xlf", "xliff"], carriesSource: true,
    limits: xliffLimits,
    languages: XLIFFReader.languages,
    resembles: { XLIFFReader.version(of: $0) == .version1 },
    read: XLIFFReader.read, write: { XLIFFWriter.write($0, $1, .version1) })
}
