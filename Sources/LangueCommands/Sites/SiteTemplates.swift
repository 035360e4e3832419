import StringCatalogs

/// The page templates that stand beside the strings.
enum SiteTemplates {
  /// The templates in the order of their names.
  static func load(_ site: Site) throws -> [PageTemplate] {
    guard FolderContents.kind(of: "\(site.root)/\(CatalogLoader.folder)") != nil else { return [] }
    do throws(FileError) {
      return try TemplateLoader.load(root: site.root).map(\.template)
    } catch {
      throw Failure(error.message)
    }
  }
}
