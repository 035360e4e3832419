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
///     let earlier = try EarlierSite(of: loaded, at: "HEAD~1")
///     try earlier.load()
final class EarlierSite {
  /// What was asked for, as `main` or `HEAD~1`.
  let revision: String
  /// The commit that it means.
  let commit: String
  /// The folder that the files are in.
  let root: String
  private let now: LoadedSite

  init(of now: LoadedSite, at revision: String) throws {
    self.now = now
    self.revision = revision
    let git = GitRepository(folder: now.site.root)
    commit = try git.commit(revision)
    var template = Array(TemporaryPath.template("langue-site").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure("no temporary folder: \(String(cString: strerror(errno)))")
    }
    let path = template.withUnsafeBufferPointer { name in
      name.baseAddress.map { String(cString: $0) } ?? ""
    }
    // Links resolved, as a site's folder is named.
    root = FolderContents.absolutePath(path) ?? path
    let files: [GitRepository.File]
    if let project = now.foreign {
      files = try git.files(of: commit, where: project.mayRead)
    } else {
      let folders = ["Locales", CatalogLoader.folder]
      for folder in folders { mkdir("\(root)/\(folder)", 0o700) }
      files = try git.files(of: commit, in: folders)
    }
    for file in files {
      var folder = root
      for part in file.path.split(separator: "/").dropLast() {
        folder += "/\(part)"
        mkdir(folder, 0o700)
      }
      try write(file.bytes, to: "\(root)/\(file.path)")
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Failure("cannot write to `\(path)`: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    guard StandardStreams.write(bytes, to: descriptor) else {
      throw Failure("cannot write to `\(path)`: \(String(cString: strerror(errno)))")
    }
  }

  /// The site as it was, read by the readers that read it now. What cannot be worked with is told by the
  /// paths that it had.
  func load() throws -> LoadedSite {
    do {
      if let project = now.foreign { return try project.found(in: root) }
      let site = try SiteLoader.load(root: root)
      return try LoadedSite(site, CatalogLoader(site: site, readers: now.loader.readers))
    } catch let error as SiteError {
      throw Failure(error).told(of: revision, without: root)
    } catch let failure as Failure {
      throw failure.told(of: revision, without: root)
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

extension Failure {
  /// The same reasons, of another state of the site, by the paths that its files have there.
  fileprivate func told(of revision: String, without root: String) -> Failure {
    var failure = self
    failure.reasons = reasons.map { "at \(revision): \($0.replacing(root + "/", with: ""))" }
    return failure
  }
}
