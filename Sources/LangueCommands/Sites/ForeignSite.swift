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
    let project = try Self.project(
      in: root, formats: try chosenFormats(options, toolkit), source: try options.sourceLocale,
      files: options.files)
    StandardStreams.log(project.summary)
    return try LoadedSite(
      project.site, CatalogLoader(site: project.site, layout: project.layout), isForeign: true)
  }

  /// Finds a folder's catalogues; what was told of the layout need not be found out.
  static func project(
    in root: String, formats: [CatalogFormat], source: LocaleIdentifier?, files: [String]
  ) throws -> ForeignProject {
    var finder = try icu { () throws(ICUError) in
      try ProjectFinder(root: root, formats: formats)
    }
    finder.source = source
    finder.patterns = files
    do throws(ForeignProjectError) {
      return try finder.find()
    } catch {
      throw failure(error, in: root)
    }
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
