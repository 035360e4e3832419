import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import StringCatalogs

/// A site whose folders are in order, with the catalogues of its source.
struct LoadedSite {
  let site: Site
  let loader: CatalogLoader
  let source: LocaleCatalogs
  /// The other tool's project that it is, which has no pages; nil for a site of the tool's own.
  let foreign: ForeignSite.Project?

  var isForeign: Bool { foreign != nil }

  /// A site of the tool's own; files of other tools may stand among its catalogues.
  init(_ site: Site, with toolkit: Toolkit) throws {
    if let layout = site.layout {
      try toolkit.needFormats()
      let formats = try layout.format.map { [try toolkit.format(named: $0)] } ?? toolkit.formats
      self = try ForeignSite.found(
        ForeignSite.Project(formats: formats, source: site.source, patterns: layout.files),
        in: site.root, as: site
      ).site
      return
    }
    var readers = [CatalogReader.json]
    if Self.hasForeignFiles(site) {
      try toolkit.needFormats()
      readers += toolkit.formats.filter { !$0.fileEndings.contains("json") }
        .map { $0.reader(source: site.source) }
    }
    try self.init(site, CatalogLoader(site: site, readers: readers))
  }

  /// The site that the command line names, or the other tool's project in the folder that it names.
  static func open(
    _ options: SiteOptions, _ project: ProjectOptions, with toolkit: Toolkit
  ) throws -> LoadedSite {
    if let foreign = options.site.flatMap({ ForeignSite($0) }) {
      return try foreign.load(project, with: toolkit)
    }
    return try LoadedSite(options.load(), with: toolkit)
  }

  init(_ site: Site, _ loader: CatalogLoader, foreign: ForeignSite.Project? = nil) throws {
    self.site = site
    self.loader = loader
    self.foreign = foreign
    do throws(SiteError) {
      try loader.checkFolders()
      source = try loader.loadSource()
    } catch {
      throw Failure(error)
    }
  }

  /// Whether `Strings` or a locale's folder in it holds files of other tools.
  private static func hasForeignFiles(_ site: Site) -> Bool {
    let folder = site.root + "/" + CatalogLoader.folder
    let folders = [folder] + site.locales.map { "\(folder)/\($0)" }
    return folders.contains { folder in
      let items = (try? FolderContents.list(folder)) ?? []
      return items.contains { !$0.isFolder && ForeignFiles.isForeign($0.name) }
    }
  }

  /// The catalogues of all locales, the source first.
  func all(workers: Workers) throws -> [LocaleCatalogs] {
    [source] + (try map(site.targets, workers: workers) { $0 })
  }

  /// The catalogues of one locale.
  func catalogs(of locale: LocaleIdentifier) throws -> LocaleCatalogs {
    do throws(SiteError) {
      return try loader.load(locale)
    } catch {
      throw Failure(error)
    }
  }

  /// Loads some locales, a locale per worker, and makes something of each.
  func map<Value: Sendable>(
    _ locales: [LocaleIdentifier], workers: Workers,
    _ transform: @escaping @Sendable (LocaleCatalogs) -> Value
  ) throws -> [Value] {
    let loader = loader
    let results = workers.map(locales) { locale -> Result<Value, SiteError> in
      do throws(SiteError) {
        return .success(transform(try loader.load(locale)))
      } catch {
        return .failure(error)
      }
    }
    // The faults of all locales are told at once.
    let faults = results.flatMap { result -> [Finding] in
      if case .failure(let error) = result { error.findings } else { [] }
    }
    guard faults.isEmpty else { throw Failure(faults) }
    return try results.map { try $0.get() }
  }
}
