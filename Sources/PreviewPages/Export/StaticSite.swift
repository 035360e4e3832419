public import LocaleIdentifiers

/// A site as files: a page for each locale, the root that leads to the source's, styles, scripts,
/// pictures and the sitemap. Nothing of the workbench is in it.
///
///     let site = StaticSite(pages: pages, assets: files.assets)
///     site.files["ar/index.html"]
public struct StaticSite: Sendable {
  /// Bytes by path.
  public typealias Files = [String: [UInt8]]

  /// What can be made apart from the rest.
  public enum Part: Hashable, Sendable {
    /// What belongs to no language.
    case site
    /// The names that languages are found by.
    case names
    case locale(LocaleIdentifier)
  }

  /// The bytes of each file by its path below the site's folder, with `/`.
  public var files: Files

  /// - Parameters:
  ///   - assets: The pictures that stand beside the templates, by path below `assets/`.
  ///   - map: Makes the files of all parts; a program with several workers shares the parts among
  ///     them. Unless given, they are made one after the other.
  public init(
    pages: SitePages, assets: Files,
    map: ([Part], @escaping @Sendable (Part) -> Files) -> [Files] = { $0.map($1) }
  ) {
    files = [:]
    for (name, bytes) in assets { files["assets/\(name)"] = bytes }
    // The longest part first.
    let parts = [.names, .site] + pages.offeredLocales.map { Part.locale($0) }
    for made in map(parts, { Self.files(of: $0, pages) }) { files.merge(made) { $1 } }
  }

  private static func files(of part: Part, _ pages: SitePages) -> Files {
    switch part {
    case .names:
      return ["assets/\(SiteAssets.names)": Array(pages.languageNames.utf8)]
    case .locale(let locale):
      return pages.files(of: locale)
    case .site:
      var files = ["index.html": Array(RootPage(pages: pages).html.utf8)]
      for name in SiteAssets.published where name != SiteAssets.names {
        files["assets/\(name)"] = SiteAssets.text(of: name, for: pages).map { Array($0.utf8) }
      }
      if let sitemap = pages.sitemap { files["sitemap.xml"] = Array(sitemap.utf8) }
      return files
    }
  }
}
