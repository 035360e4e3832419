public import LocaleIdentifiers

/// Where the catalogues of a project stand that keeps them elsewhere than a site does.
///
///     let layout = CatalogLayout(files: ["pl": [.init(path: "po/pl.po", reader: gettext)]])
///     let loader = CatalogLoader(site: site, layout: layout)
public struct CatalogLayout: Sendable {
  /// A file of one locale; a file that holds several stands in each of their lists.
  public struct File: Sendable {
    /// Below the project's folder, with `/`.
    public var path: String
    public var reader: CatalogReader

    public init(path: String, reader: CatalogReader) {
      self.path = path
      self.reader = reader
    }
  }

  public var files: [LocaleIdentifier: [File]]

  public init(files: [LocaleIdentifier: [File]]) {
    self.files = files
  }
}
