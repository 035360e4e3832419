/// Reads a site's page templates, `Strings/<page>.html`.
///
///     let results = try TemplateLoader.load(root: site.root)
///     results.map(\.template.name)  // ["article"]
public enum TemplateLoader {
  /// The templates in the order of their names, but `index`, which comes first.
  public static func load(root: String) throws(FileError) -> [TemplateParseResult] {
    var results: [TemplateParseResult] = []
    for item in try FolderContents.list(root + "/" + CatalogLoader.folder) where !item.isFolder {
      guard item.name.hasSuffix(".html") else { continue }
      let path = CatalogLoader.folder + "/" + item.name
      results.append(
        PageTemplate.parse(
          name: String(item.name.dropLast(".html".count)), path: path,
          bytes: try FileContents.read(root + "/" + path)))
    }
    if let index = results.firstIndex(where: { $0.template.name == "index" }) {
      results.insert(results.remove(at: index), at: 0)
    }
    return results
  }
}
