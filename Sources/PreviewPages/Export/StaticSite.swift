public import LocaleIdentifiers

/// A site as files: a page for each locale, the root that leads to the source's, styles, scripts,
/// pictures and the sitemap. Nothing of the workbench is in it.
///
///     let site = StaticSite(pages: pages, assets: files.assets)
///     site.files["ar/index.html"]
public struct StaticSite: Sendable {
  /// The files of one locale: bytes by path.
  public typealias Files = [String: [UInt8]]

  /// The bytes of each file by its path below the site's folder, with `/`.
  public var files: Files

  /// - Parameters:
  ///   - assets: The pictures that stand beside the templates, by path below `assets/`.
  ///   - map: Makes the files of all locales; a program with several workers shares the locales
  ///     among them. Unless given, they are made one after the other.
  public init(
    pages: SitePages, assets: Files,
    map: ([LocaleIdentifier], @escaping @Sendable (LocaleIdentifier) -> Files) -> [Files] = {
      $0.map($1)
    }
  ) {
    files = ["index.html": Array(RootPage(pages: pages).html.utf8)]
    for name in SiteAssets.published {
      files["assets/\(name)"] = SiteAssets.text(of: name, for: pages).map { Array($0.utf8) }
    }
    for (name, bytes) in assets { files["assets/\(name)"] = bytes }
    if let sitemap = pages.sitemap { files["sitemap.xml"] = Array(sitemap.utf8) }
    for locale in map(pages.offeredLocales, { pages.files(of: $0) }) {
      files.merge(locale) { _, new in new }
    }
  }
}
