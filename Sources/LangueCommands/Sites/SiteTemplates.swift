import StringCatalogs

/// The page templates that stand beside the strings.
enum SiteTemplates {
  /// The templates in the order of their names, each with its faults.
  static func load(_ site: Site) throws -> [TemplateParseResult] {
    guard FolderContents.kind(of: "\(site.root)/\(CatalogLoader.folder)") != nil else { return [] }
    do throws(FileError) {
      return try TemplateLoader.load(root: site.root)
    } catch {
      throw Failure(error.message)
    }
  }
}
