/// A site as files: a page for each locale, the root that leads to the source's, styles, scripts,
/// pictures and the sitemap. Nothing of the workbench is in it.
///
///     let site = StaticSite(pages: pages, assets: assets)
///     site.files["ar/index.html"]
public struct StaticSite: Sendable {
  /// The bytes of each file by its path below the site's folder, with `/`.
  public var files: [String: [UInt8]]

  /// - Parameter assets: The pictures that stand beside the templates, by path below `assets/`.
  public init(pages: SitePages, assets: [String: [UInt8]]) async {
    var files: [String: [UInt8]] = [:]
    for (name, text) in SiteAssets.published(of: pages) {
      files["assets/\(name)"] = Array(text.utf8)
    }
    for (name, bytes) in assets { files["assets/\(name)"] = bytes }
    files["index.html"] = Array(RootPage(pages: pages).html.utf8)
    if let sitemap = pages.sitemap { files["sitemap.xml"] = Array(sitemap.utf8) }
    await withTaskGroup(of: [String: [UInt8]].self) { group in
      for locale in pages.locales {
        group.addTask { pages.files(of: locale) }
      }
      for await localeFiles in group { files.merge(localeFiles) { _, new in new } }
    }
    self.files = files
  }
}
