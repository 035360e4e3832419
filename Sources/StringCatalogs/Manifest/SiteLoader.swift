public import Diagnostics
import LocaleIdentifiers

/// Finds and reads a site's manifest.
///
///     let root = try SiteLoader.findRoot(from: ".")
///     let site = try SiteLoader.load(root: root)
///     site.targets.count  // 47
public enum SiteLoader {
  /// Where the manifest stands below the site's folder.
  public static let manifestPath = "Locales/site.json"

  /// The folder of the site that a folder belongs to: the nearest, going up, that has a manifest.
  public static func findRoot(from folder: String) throws(SiteError) -> String {
    guard let start = FolderContents.absolutePath(folder) else {
      throw SiteError(FileError(path: folder, reason: .missing), file: folder)
    }
    var current = start[...]
    while true {
      if FolderContents.kind(of: current + "/" + manifestPath) != nil {
        return current.isEmpty ? "/" : String(current)
      }
      guard let slash = current.lastIndex(of: "/") else { break }
      current = current[..<slash]
    }
    throw SiteError([
      Finding(
        rule: "missing-manifest", severity: .error, file: manifestPath,
        message: "no `\(manifestPath)` in `\(start)` or above it",
        help:
          "run the command inside a site, name one with `--site DIR`, or make one with `langue init`"
      )
    ])
  }

  /// Reads the manifest of a site.
  ///
  /// - Parameter root: The site's folder.
  /// - Throws: Every fault of the manifest, each with its line and column.
  public static func load(root: String) throws(SiteError) -> Site {
    guard let absolute = FolderContents.absolutePath(root) else {
      throw SiteError(FileError(path: root, reason: .missing), file: root)
    }
    guard FolderContents.kind(of: absolute) == .folder else {
      throw SiteError(
        FileError(path: root, reason: .wrongKind(expected: "folder")), file: root)
    }
    let bytes: [UInt8]
    do {
      bytes = try FileContents.read(absolute + "/" + manifestPath)
    } catch {
      throw SiteError(error, file: manifestPath)
    }
    return try parse(bytes, root: absolute)
  }

  /// Reads a manifest that is already in memory.
  public static func parse(_ bytes: [UInt8], root: String) throws(SiteError) -> Site {
    let lines = LineIndex(bytes)
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: bytes)
    } catch {
      throw SiteError([Finding(error, file: manifestPath, lines: lines)])
    }
    var reader = ManifestReader(lines: lines)
    let site = reader.read(
      document.root, root: root, manifest: CatalogFile(path: manifestPath, bytes: bytes))
    guard let site, reader.faults.findings.isEmpty else {
      throw SiteError(reader.faults.findings.sorted())
    }
    return site
  }
}

extension Finding {
  /// A diagnostic of a text in its file. Second places are named in the help, with their lines.
  public init(
    _ diagnostic: Diagnostic, locale: String? = nil, key: String? = nil, file: String,
    lines: LineIndex
  ) {
    let notes = diagnostic.notes.map { note in
      guard let span = note.span else { return note.message }
      let position = lines.position(at: span.lowerBound)
      return "\(note.message): line \(position.line), column \(position.column)"
    }
    let help = ([diagnostic.help].compactMap(\.self) + notes).joined(separator: "; ")
    self.init(
      rule: diagnostic.code, severity: diagnostic.severity, locale: locale, key: key, file: file,
      range: lines.range(diagnostic.span), message: diagnostic.message,
      help: help.isEmpty ? nil : help)
  }
}
