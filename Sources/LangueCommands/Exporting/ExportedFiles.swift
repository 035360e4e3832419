import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import PreviewPages
import StringCatalogs

/// The files of an export, all of them made before the first is written.
struct ExportedFiles {
  /// The bytes of each file by its path below the output folder.
  let files: [String: [UInt8]]
  /// What those who export should know, a line each.
  let warnings: [String]
  /// The name of the site's first page, where pages are exported.
  private(set) var page = ""
  /// Whether a message is missing because the format cannot carry it.
  let isIncomplete: Bool

  init(files: [String: [UInt8]], warnings: [String], isIncomplete: Bool) {
    self.files = files
    self.warnings = warnings
    self.isIncomplete = isIncomplete
  }

  /// A bundle for each locale, as JSON or as the file that `MessageBundles` maps.
  init(
    bundlesOf loaded: LoadedSite, in chosen: Set<LocaleIdentifier>?, isBinary: Bool,
    workers: Workers
  ) throws {
    let site = loaded.site
    let catalogs = try loaded.all(workers: workers)
    let byLocale = Dictionary(catalogs.map { ($0.locale, $0) }, uniquingKeysWith: { $1 })
    let wanted = catalogs.filter { chosen?.contains($0.locale) ?? true }
    let bundles = workers.map(wanted) { catalogs in
      let chain = site.fallbackChain(of: catalogs.locale).compactMap { byLocale[$0] }
      let bundle = JSONBundle(catalogs, chain: chain, source: loaded.source)
      let bytes = Result { try isBinary ? bundle.binary() : Array(bundle.json.utf8) }
      let name = isBinary ? "\(bundle.locale).langue" : bundle.fileName
      return (name: name, bytes: bytes, broken: bundle.broken)
    }
    do {
      files = try Dictionary(
        bundles.map { ($0.name, try $0.bytes.get()) }, uniquingKeysWith: { $1 })
    } catch {
      throw Failure("the bundles cannot be made: \(error)")
    }
    isIncomplete = false
    warnings = bundles.filter { !$0.broken.isEmpty }.map { bundle in
      let keys = bundle.broken.joined(separator: ", ")
      return "\(bundle.name): left out what cannot be read (`langue check` says why): \(keys)"
    }
  }

  /// The files of each locale that some program loads.
  init(
    of loaded: LoadedSite, in chosen: Set<LocaleIdentifier>?, as export: RuntimeExport,
    workers: Workers
  ) throws {
    let catalogs = try loaded.all(workers: workers)
    let byLocale = Dictionary(catalogs.map { ($0.locale, $0) }, uniquingKeysWith: { $1 })
    let wanted = catalogs.filter { chosen?.contains($0.locale) ?? true }
    let outputs = workers.map(wanted) { catalogs in
      let chain = loaded.site.fallbackChain(of: catalogs.locale).compactMap { byLocale[$0] }
      return export.files(LocaleTexts(catalogs: catalogs, chain: chain, source: loaded.source))
    }
    files = outputs.reduce(into: [:]) { $0.merge($1.files) { $1 } }
    let findings = outputs.flatMap(\.findings)
    isIncomplete = findings.contains { $0.severity == .error }
    warnings = Self.lines(findings.filter { $0.severity != .note })
  }

  /// The static site.
  init(pagesOf loaded: LoadedSite, workers: Workers) throws {
    let catalogs = try loaded.all(workers: workers)
    let pageFiles: PageFiles
    do throws(FileError) {
      pageFiles = try PageFiles.load(root: loaded.site.root)
    } catch {
      throw Failure(error.message)
    }
    let faults = pageFiles.findings.filter { $0.severity == .error }
    guard faults.isEmpty else { throw Failure(faults) }
    guard let first = pageFiles.templates.first else {
      throw Failure("the site has no page template: write Strings/index.html")
    }
    page = first.name
    let pages = SitePages(
      site: loaded.site, catalogs: catalogs, templates: pageFiles.templates,
      map: { workers.map($0, $1) })
    files =
      StaticSite(pages: pages, assets: pageFiles.assets) { parts, make in
        workers.map(parts, make)
      }.files
    warnings = Failure(pageFiles.findings).reasons
    isIncomplete = false
  }

  /// Puts the files in the place of what is in a folder, as a whole.
  ///
  /// - Parameters:
  ///   - pictures: What is drawn from the files and put beside them.
  ///   - workers: Who write the files.
  /// - Returns: How many bytes each file has that was drawn.
  @discardableResult func write(
    to folder: String, protecting site: Site, pictures: PagePictures? = nil, workers: Workers
  ) throws -> [String: Int] {
    try Self.refuseToReplace(folder, site)
    var drawn: [String: Int] = [:]
    do {
      let map: StagedFolder.Map = { workers.map($0, $1) }
      try StagedFolder.replace(folder, map: map) { staged in
        try staged.write(files)
        drawn = try pictures?.add(to: staged) ?? [:]
      }
    } catch let error as FileError {
      throw Failure("nothing was changed: \(error.message)")
    }
    return drawn
  }

  /// The folder is replaced as a whole, so it must not be one that holds something else: the site, a
  /// folder above it, or one of its own.
  private static func refuseToReplace(_ folder: String, _ site: Site) throws {
    guard let path = FolderContents.absolutePath(folder) else { return }
    let kept = [
      site.root, "\(site.root)/Strings", "\(site.root)/Locales", "\(site.root)/Sources",
    ].map { ($0 + "/") }
    for own in kept
    where own.hasPrefix(path + "/") || (own != "\(site.root)/" && (path + "/").hasPrefix(own)) {
      throw Failure("`\(folder)` holds the site itself; name another folder with --output")
    }
  }

  /// A line for each file, and how much it all is.
  func list(in folder: String, isDryRun: Bool, and drawn: [String: Int] = [:]) -> String {
    let sizes = files.mapValues(\.count).merging(drawn) { first, _ in first }
    let total = sizes.values.reduce(0, +)
    let lines = sizes.keys.sorted().map { "\(folder)/\($0)\n" }.joined()
    let verb = isDryRun ? "would write" : "wrote"
    return lines + "\(verb) \(sizes.count) files, \(total) bytes\n"
  }
}
