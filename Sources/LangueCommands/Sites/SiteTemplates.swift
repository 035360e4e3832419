import CatalogChecks
import StringCatalogs

/// The page templates that stand beside the strings.
enum SiteTemplates {
  /// The templates in the order of their names.
  static func load(_ site: Site) throws -> [CatalogChecks.PageTemplate] {
    guard FolderContents.kind(of: "\(site.root)/\(CatalogLoader.folder)") != nil else { return [] }
    do throws(FileError) {
      return try FolderContents.list("\(site.root)/\(CatalogLoader.folder)")
        .filter { !$0.isFolder && $0.name.hasSuffix(".html") }
        .map { item throws(FileError) in
          let path = "\(CatalogLoader.folder)/\(item.name)"
          return PageTemplate(path: path, bytes: try FileContents.read("\(site.root)/\(path)"))
        }
    } catch {
      throw Failure(error.message)
    }
  }
}
