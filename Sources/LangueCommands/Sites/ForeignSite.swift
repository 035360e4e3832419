import CatalogExchange
import LocaleIdentifiers
import LocaleServices
import StringCatalogs

/// A folder without a manifest, which other tools' catalogues may stand in.
struct ForeignSite {
  /// The folder, absolute.
  let root: String

  /// A folder that exists and is no site of the tool's own; nil for every other.
  init?(_ folder: String) {
    guard let root = FolderContents.absolutePath(folder),
      FolderContents.kind(of: root) == .folder,
      FolderContents.kind(of: root + "/" + SiteLoader.manifestPath) == nil
    else { return nil }
    self.root = root
  }

  /// Finds out how the folder is laid out, and says so on standard error.
  func load(_ options: ProjectOptions, with toolkit: Toolkit) throws -> LoadedSite {
    try needFormats(toolkit)
    let found = try Self.found(
      Project(
        formats: try chosenFormats(options, toolkit), source: try options.sourceLocale,
        patterns: options.files),
      in: root)
    StandardStreams.log(found.summary)
    return found.site
  }

  /// What is known of a project, so that another state of it can be read in the same way.
  struct Project {
    /// The formats that are looked for, and in a project that was found those that it has.
    var formats: [CatalogFormat]
    var source: LocaleIdentifier?
    var patterns: [String]

    /// Whether a file's name is one of the project's formats.
    func mayRead(_ path: String) -> Bool {
      path.hasSuffix(".pot")
        || formats.contains { $0.fileEndings.contains { path.hasSuffix("." + $0) } }
    }

    /// The project as another folder has it.
    func found(in root: String) throws -> LoadedSite {
      guard let root = FolderContents.absolutePath(root) else {
        throw Failure("`\(root)` is no such project")
      }
      return try ForeignSite.found(self, in: root).site
    }
  }

  /// Finds a folder's catalogues.
  ///
  /// - Parameter site: What a manifest says of the project, where it has one.
  static func found(
    _ wanted: Project, in root: String, as site: Site? = nil
  ) throws -> (site: LoadedSite, summary: String) {
    var finder = try icu { () throws(ICUError) in
      try ProjectFinder(root: root, formats: wanted.formats)
    }
    finder.source = wanted.source
    finder.patterns = wanted.patterns
    let project: ForeignProject
    do throws(ForeignProjectError) {
      project = try finder.find()
    } catch {
      throw failure(error, in: root)
    }
    let names = Set(project.groups.map(\.format.name))
    let found = Project(
      formats: wanted.formats.filter { names.contains($0.name) }, source: project.source,
      patterns: wanted.patterns)
    let site = site ?? project.site
    let loader = CatalogLoader(site: site, layout: project.layout)
    return (try LoadedSite(site, loader, foreign: found), project.summary)
  }

  /// A folder in which nothing could be of another tool needs no program that reads such files.
  private func needFormats(_ toolkit: Toolkit) throws {
    let files: [String]
    do throws(FileError) {
      files = try ForeignFiles.list(root)
    } catch {
      throw Failure(error.message)
    }
    guard !files.isEmpty else { throw Self.failure(.nothingFound, in: root) }
    try toolkit.needFormats()
  }

  private func chosenFormats(
    _ options: ProjectOptions, _ toolkit: Toolkit
  ) throws -> [CatalogFormat] {
    guard let name = options.filesFormat else { return toolkit.formats }
    return [try toolkit.format(named: name)]
  }

  private static func failure(_ error: ForeignProjectError, in root: String) -> Failure {
    guard error == .nothingFound else { return Failure("\(root): \(error.message)") }
    return Failure(
      "no `\(SiteLoader.manifestPath)` in `\(root)`, and \(error.message) "
        + "(make a site with `langue init`, or name the files with --files)")
  }
}
