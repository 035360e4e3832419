import StringCatalogs

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A site's files as another commit has them, in a folder of their own for as long as this value lives.
///
///     let earlier = try EarlierSite(of: site, at: "HEAD~1")
///     try SiteLoader.load(root: earlier.root)
final class EarlierSite {
  /// What was asked for, as `main` or `HEAD~1`.
  let revision: String
  /// The commit that it means.
  let commit: String
  /// The folder that the files are in.
  let root: String

  /// - Parameter folders: What is read of the site, by paths below its folder.
  init(
    of site: Site, at revision: String, folders: [String] = ["Locales", CatalogLoader.folder]
  ) throws {
    self.revision = revision
    let git = GitRepository(folder: site.root)
    commit = try git.commit(revision)
    var template = Array(TemporaryPath.template("langue-site").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure("no temporary folder: \(String(cString: strerror(errno)))")
    }
    root = template.withUnsafeBufferPointer { name in
      name.baseAddress.map { String(cString: $0) } ?? ""
    }
    for folder in folders { mkdir("\(root)/\(folder)", 0o700) }
    for file in try git.files(of: commit, in: folders) {
      var folder = root
      for part in file.path.split(separator: "/").dropLast() {
        folder += "/\(part)"
        mkdir(folder, 0o700)
      }
      do throws(FileError) {
        try AtomicFile.write(file.bytes, to: "\(root)/\(file.path)")
      } catch {
        throw Failure(error.message)
      }
    }
  }

  deinit { Self.remove(root) }

  private static func remove(_ folder: String) {
    for item in (try? FolderContents.list(folder)) ?? [] {
      let path = "\(folder)/\(item.name)"
      if item.isFolder { remove(path) } else { unlink(path) }
    }
    rmdir(folder)
  }
}
