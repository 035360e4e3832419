import StringCatalogs

/// A catalogue's file as it is to be written.
struct CatalogChange {
  var file: CatalogFile
  /// What changes in it, for whoever reads the list.
  var remark: String?

  /// Writes files into a site, each as a whole.
  static func write(_ changes: [CatalogChange], to site: Site) throws {
    for (index, change) in changes.enumerated() {
      do throws(FileError) {
        let path = "\(site.root)/\(change.file.path)"
        try FolderContents.make(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        try AtomicFile.write(change.file.bytes, to: path)
      } catch {
        let done = index == 0 ? "nothing was changed" : "\(index) files were changed before"
        throw Failure("\(error.message); \(done)")
      }
    }
  }
}
