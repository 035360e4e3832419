import Diagnostics
public import LocaleIdentifiers

/// Loads a site's catalogues, a locale at a time.
///
///     let loader = CatalogLoader(site: site)
///     let folders = try loader.checkFolders()   // throws for a locale that the site does not have
///     let source = try loader.loadSource()
///     for locale in site.targets { measure(try loader.load(locale)) }
///
/// A loader is a value that may be used from several tasks at once. It throws where the site cannot be
/// worked on (a file that cannot be read or is not UTF-8, a folder that is no locale of the site);
/// everything else is a finding of its catalogue.
public struct CatalogLoader: Sendable {
  /// The folder of the strings below the site's.
  public static let folder = "Strings"

  public let site: Site
  public let readers: [CatalogReader]
  /// Where the files are that do not stand in `Strings`; nil in a site of the usual kind.
  private let layout: CatalogLayout?

  public init(site: Site, readers: [CatalogReader] = [.json]) {
    self.site = site
    self.readers = readers
    layout = nil
  }

  /// A loader for a project that keeps its catalogues in places of its own.
  public init(site: Site, layout: CatalogLayout) {
    self.site = site
    readers = []
    self.layout = layout
  }

  /// The same loader for another state of the site, in another folder: there a file that is not there
  /// has no messages.
  package func moved(to root: String) -> CatalogLoader {
    var site = site
    site.root = root
    guard var layout else { return CatalogLoader(site: site, readers: readers) }
    for (locale, files) in layout.files {
      layout.files[locale] = files.filter { FolderContents.kind(of: root + "/" + $0.path) == .file }
    }
    return CatalogLoader(site: site, layout: layout)
  }

  /// Looks at the folders in `Strings`: every one with catalogues must be a locale of the site.
  ///
  /// - Returns: The locales that have a folder. Folders without catalogues, as for pictures, are
  ///   passed over, unless their name is a locale's.
  @discardableResult
  public func checkFolders() throws(SiteError) -> Set<LocaleIdentifier> {
    if let layout { return Set(layout.files.keys) }
    let items: [FolderContents.Item]
    do {
      items = try FolderContents.list(site.root + "/" + Self.folder)
    } catch {
      throw SiteError(error, file: Self.folder)
    }
    let locales = Set(site.locales)
    var found: Set<LocaleIdentifier> = []
    var faults: [Finding] = []
    for item in items where item.isFolder {
      let locale = LocaleIdentifier(item.name)
      if let locale, locales.contains(locale), locale.tag == item.name {
        found.insert(locale)
      } else if try looksLikeLocale(item.name, locale) {
        faults.append(unknown(item.name, locale))
      }
    }
    guard faults.isEmpty else { throw SiteError(faults) }
    return found
  }

  /// Loads the source's catalogues, which must exist and hold a message.
  public func loadSource() throws(SiteError) -> LocaleCatalogs {
    let path = folder(of: site.source)
    let files = try files(of: site.source)
    guard !files.isEmpty else {
      throw SiteError([
        Finding(
          rule: "missing-file", severity: .error, locale: site.source.tag, file: path,
          message: "the source `\(site.source)` has no catalogue",
          help: "write `\(path)/messages.json`, or correct `source` in `\(SiteLoader.manifestPath)`"
        )
      ])
    }
    let source = try load(files, site.source)
    guard source.count > 0 || !source.findings.isEmpty else {
      throw SiteError([
        Finding(
          rule: "missing-file", severity: .error, locale: site.source.tag, file: path,
          message: "the source `\(site.source)` has no message",
          help: "without a message nothing can be complete; write the first one")
      ])
    }
    return source
  }

  /// Loads a locale's catalogues, in the order of their files' names.
  ///
  /// A locale without a folder has no catalogues: all its messages are missing.
  public func load(_ locale: LocaleIdentifier) throws(SiteError) -> LocaleCatalogs {
    try load(try files(of: locale), locale)
  }

  /// A locale's folder below the site's. The name comes from the parsed locale, never from input.
  public func folder(of locale: LocaleIdentifier) -> String { Self.folder + "/" + locale.tag }

  private func load(
    _ files: [(path: String, reader: CatalogReader)], _ locale: LocaleIdentifier
  ) throws(SiteError) -> LocaleCatalogs {
    var catalogs: [Catalog] = []
    for (path, reader) in files {
      let bytes: [UInt8]
      do {
        bytes = try FileContents.read(site.root + "/" + path)
      } catch {
        throw SiteError(error, file: path)
      }
      let catalog = reader.read(CatalogFile(path: path, bytes: bytes), locale)
      // What is not text at all stops the work; what is text with faults is reported with the rest.
      let encoding = catalog.findings.filter { $0.rule == "invalid-utf-8" }
      guard encoding.isEmpty else { throw SiteError(encoding) }
      catalogs.append(catalog)
    }
    return LocaleCatalogs(locale: locale, catalogs: catalogs)
  }

  /// The paths below the site's folder of a locale's catalogues, in the order of their names.
  private func files(
    of locale: LocaleIdentifier
  ) throws(SiteError) -> [(path: String, reader: CatalogReader)] {
    if let layout { return (layout.files[locale] ?? []).map { ($0.path, $0.reader) } }
    let shared = readers.filter(\.holdsManyLocales)
    let many = shared.isEmpty ? [] : try files(in: Self.folder, readBy: shared)
    return try files(in: folder(of: locale), readBy: readers) + many
  }

  /// The files in a folder that a reader reads; none where there is no such folder.
  private func files(
    in path: String, readBy readers: [CatalogReader]
  ) throws(SiteError) -> [(path: String, reader: CatalogReader)] {
    guard FolderContents.kind(of: site.root + "/" + path) != nil else { return [] }
    let items: [FolderContents.Item]
    do {
      items = try FolderContents.list(site.root + "/" + path)
    } catch {
      throw SiteError(error, file: path)
    }
    return items.compactMap { item in
      readers.first { $0.catalogName(ofFile: item.name) != nil }
        .map { (path + "/" + item.name, $0) }
    }
  }

  // MARK: Folders that are no locale of the site

  /// Whether a folder was meant for a locale: it holds catalogues, or is named like a language.
  private func looksLikeLocale(
    _ name: String, _ locale: LocaleIdentifier?
  ) throws(SiteError) -> Bool {
    if let locale, locale.language.utf8.count <= 3 { return true }
    do {
      return try FolderContents.list(site.root + "/" + Self.folder + "/" + name).contains { item in
        !item.isFolder && readers.contains { $0.catalogName(ofFile: item.name) != nil }
      }
    } catch {
      throw SiteError(error, file: Self.folder + "/" + name)
    }
  }

  private func unknown(_ name: String, _ locale: LocaleIdentifier?) -> Finding {
    let file = Self.folder + "/" + name
    if let locale, site.locales.contains(locale) {
      return Finding(
        rule: "wrong-folder", severity: .error, locale: locale.tag, file: file,
        message: "the folder `\(name)` is not called as the locale is written",
        help: "rename it to `\(locale)`")
    }
    let nearest = NearestName.of(name, among: site.locales.map(\.tag))
    return Finding(
      rule: "wrong-folder", severity: .error, file: file,
      message: "the folder `\(name)` is no locale of the site",
      help: nearest.map { "did you mean `\($0)`?" }
        ?? "add an entry for it to `\(SiteLoader.manifestPath)`, or move it out of `\(Self.folder)`"
    )
  }
}
