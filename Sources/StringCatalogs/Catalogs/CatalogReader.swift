public import LocaleIdentifiers

/// How files of one format become catalogues.
///
///     let loader = CatalogLoader(site: site, readers: [.json, gettext])
///
/// This target brings the site's own JSON; `CatalogFormats` makes readers of other formats.
public struct CatalogReader: Sendable {
  /// What the names of such files end with, without a dot (`json`).
  public var fileEndings: [String]
  /// Whether a file holds several locales, and stands in `Strings` itself.
  public var holdsManyLocales: Bool
  /// Reads one file. It never throws: what is wrong goes into the catalogue's findings.
  public var read: @Sendable (CatalogFile, LocaleIdentifier) -> Catalog

  public init(
    fileEndings: [String], holdsManyLocales: Bool = false,
    read: @escaping @Sendable (_ file: CatalogFile, _ locale: LocaleIdentifier) -> Catalog
  ) {
    self.fileEndings = fileEndings
    self.holdsManyLocales = holdsManyLocales
    self.read = read
  }

  /// The site's own format (DESIGN.md, section 3).
  public static let json = CatalogReader(fileEndings: ["json"]) { file, locale in
    var reader = JSONCatalogReader(file: file, locale: locale)
    return reader.read()
  }

  /// The catalogue's name in a file's name (`article` of `article.json`), if the file is of this
  /// format.
  func catalogName(ofFile name: String) -> String? {
    for ending in fileEndings where name.hasSuffix("." + ending) {
      let stem = name.dropLast(ending.count + 1)
      return stem.isEmpty ? nil : String(stem)
    }
    return nil
  }
}
