import LocaleIdentifiers
import PreviewPages
import StringCatalogs
import Testing

/// The repository's own site.
struct RepositorySite {
  var site: Site
  var pages: SitePages
  var files: PageFiles

  static func load() throws -> RepositorySite {
    let site = try SiteLoader.load(root: SiteLoader.findRoot(from: "."))
    let loader = CatalogLoader(site: site)
    let files = try PageFiles.load(root: site.root)
    let catalogs = try site.locales.map { try loader.load($0) }
    return RepositorySite(
      site: site,
      pages: SitePages(site: site, catalogs: catalogs, templates: files.templates), files: files)
  }
}
