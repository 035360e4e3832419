public import Diagnostics
public import StringCatalogs

/// The templates and pictures of a site, as they stand in its `Strings` folder.
///
///     let files = try PageFiles.load(root: site.root)
///     let pages = SitePages(site: site, catalogs: catalogs, templates: files.templates)
public struct PageFiles: Sendable {
  /// One for each `Strings/<page>.html`; `index` comes first, then the others by name.
  public var templates: [PageTemplate]
  /// The files of `Strings/assets`, by name.
  public var assets: [String: [UInt8]]
  /// What was wrong with the templates.
  public var findings: [Finding]

  /// The media types of the files that may stand in `Strings/assets`, by ending. Scripts, styles
  /// and pages are not among them: those are the toolkit's own.
  public static let mediaTypes = [
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "webp": "image/webp", "avif": "image/avif", "gif": "image/gif", "woff2": "font/woff2",
  ]

  /// Reads the templates and the pictures. A picture of another kind, or whose name is more than
  /// letters, digits, `.`, `-` and `_`, is left out and reported.
  public static func load(root: String) throws(FileError) -> PageFiles {
    let results = try TemplateLoader.load(root: root)
    var files = PageFiles(
      templates: results.map(\.template), assets: [:], findings: results.flatMap(\.findings))
    let folder = CatalogLoader.folder + "/assets"
    guard FolderContents.kind(of: root + "/" + folder) == .folder else { return files }
    for item in try FolderContents.list(root + "/" + folder) where !item.isFolder {
      guard mediaType(of: item.name) != nil else {
        files.findings.append(
          Finding(
            rule: "unknown-asset", severity: .warning, file: folder + "/" + item.name,
            message: "the file is not served",
            help: "pages show \(mediaTypes.keys.sorted().joined(separator: ", "))"))
        continue
      }
      files.assets[item.name] = try FileContents.read(root + "/" + folder + "/" + item.name)
    }
    return files
  }

  /// The media type of a file of `Strings/assets`, or nil where such a file is not served.
  public static func mediaType(of name: String) -> String? {
    let isPlain = name.utf8.allSatisfy { byte in
      (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A)
        || (byte >= 0x61 && byte <= 0x7A) || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    guard isPlain, let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    return mediaTypes[name[name.index(after: dot)...].lowercased()]
  }
}
