import StringCatalogs

/// A catalogue's file as it is to be written.
struct CatalogChange {
  var file: CatalogFile
  /// What changes in it, for whoever reads the list.
  var remark: String?

  /// Writes files into a site, in this order: all of them, or none where one cannot be written.
  static func write(_ changes: [CatalogChange], to site: Site) throws {
    let files = changes.map { (path: "\(site.root)/\($0.file.path)", bytes: $0.file.bytes) }
    do throws(FileError) {
      for (path, _) in files {
        try FolderContents.make(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
      }
    } catch {
      throw Failure("\(error.message); nothing was changed")
    }
    do throws(PartialWriteError) {
      try AtomicFile.write(files)
    } catch {
      let done =
        error.changed == 0 ? "nothing was changed" : "\(error.changed) files were changed before"
      throw Failure("\(error.error.message); \(done)")
    }
  }
}
