#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Replaces a whole folder at once: whoever reads it sees the old set of files or the new one.
///
///     try StagedFolder.replace("dist") { staged in
///       try staged.write(bytes, to: "fr/index.html")
///     }
///
/// The new set is written beside the old one, in `.dist.langue-…`, and swapped in as a whole (on Linux
/// in one step of the kernel; elsewhere the old folder is moved away first, and back if that fails). If
/// anything fails before, the old set stays as it was. What a killed run leaves beside it is swept away
/// by the next run; a run that still goes on holds a lock on its own folder, and is left alone.
public final class StagedFolder {
  /// Where the new set grows.
  public let path: String
  private let target: String
  private let lock: Int32
  private let map: Map
  /// The files of the new set, by their paths below the folder.
  private var written: [String] = []

  /// Does something with each name, in any order or at the same time; the results stand in the order of
  /// the names.
  public typealias Map = ([String], @escaping @Sendable (String) -> FileError?) -> [FileError?]

  /// Writes a new set of files with `body` and puts it in the place of the old one.
  ///
  /// - Parameters:
  ///   - target: The folder; it need not exist, its parent must.
  ///   - map: Shares work among a program's workers. Unless given, one thing is done after the other.
  public static func replace(
    _ target: String, map: @escaping Map = { $0.map($1) }, _ body: (StagedFolder) throws -> Void
  ) throws {
    let folder = try StagedFolder(target, map)
    defer { folder.remove() }
    try body(folder)
    try folder.swapIn()
  }

  private init(_ target: String, _ map: @escaping Map) throws(FileError) {
    self.map = map
    var target = target
    while target.count > 1, target.hasSuffix("/") { target.removeLast() }
    if let kind = FolderContents.kind(of: target), kind != .folder {
      throw FileError(path: target, reason: .wrongKind(expected: "folder"))
    }
    // A link is kept as a link: what it leads to is replaced.
    self.target = FolderContents.absolutePath(target) ?? target
    let (parent, name) = AtomicFile.split(self.target)
    Self.sweep(parent, name: name)
    (path, lock) = try Self.makeLocked(parent: parent, name: name, target: target)
    chmod(path, 0o755)
  }

  /// Makes a folder of its own and locks it. Another run may sweep it away before it is locked: then
  /// there is another one.
  private static func makeLocked(
    parent: String, name: String, target: String
  ) throws(FileError) -> (path: String, lock: Int32) {
    for _ in 0..<16 {
      var template = Array("\(parent)/.\(name)\(AtomicFile.mark)XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else {
        // What is not there is the folder that it is to stand in.
        throw FileError.last(errno == ENOENT ? parent : target)
      }
      let path = template.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { String(cString: $0) } ?? ""
      }
      let lock = open(path, O_RDONLY | O_CLOEXEC)
      if lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0, FolderContents.kind(of: path) == .folder {
        return (path, lock)
      }
      if lock >= 0 { close(lock) }
    }
    throw FileError(path: target, reason: .system(EBUSY))
  }

  /// Writes one file of the new set.
  ///
  /// - Parameter name: Its path below the folder, with `/`. Parts that lead out of it are refused.
  public func write(_ bytes: [UInt8], to name: String) throws(FileError) {
    try write([name: bytes])
  }

  /// Writes many files of the new set, by their paths below the folder; parts that lead out of it are
  /// refused.
  public func write(_ files: [String: [UInt8]]) throws(FileError) {
    let names = files.keys.sorted()
    var folders: Set<String> = []
    for name in names { try makeFolders(of: name, known: &folders) }
    written += names
    let (path, target) = (path, target)
    let failures = map(names) { name in
      do throws(FileError) {
        try AtomicFile.writeNew(files[name] ?? [], to: path + "/" + name)
        return nil
      } catch {
        // Errors name the file where it would stand, not the folder that only exists meanwhile.
        return FileError(path: target + "/" + name, reason: error.reason)
      }
    }
    for case let failure? in failures { throw failure }
  }

  private func makeFolders(of name: String, known: inout Set<String>) throws(FileError) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." || $0.contains("\0") })
    else { throw FileError(path: name, reason: .wrongKind(expected: "path inside the folder")) }
    var folder = path
    for part in parts.dropLast() {
      folder += "/" + part
      guard known.insert(folder).inserted else { continue }
      if mkdir(folder, 0o755) != 0, errno != EEXIST { throw FileError.last(target + "/" + name) }
    }
  }

  private func swapIn() throws(FileError) {
    let (parent, _) = AtomicFile.split(target)
    try synchronize()
    if try !moveInAsFirst(), !Self.exchange(path, target) { try moveAway() }
    AtomicFile.synchronize(folder: parent)
  }

  /// Waits until the whole new set is on the disk: all at once where the system can, since a wait for
  /// each file takes many times longer than writing it.
  private func synchronize() throws(FileError) {
    if Self.synchronizeFileSystem(of: lock) { return }
    var folders: Set<String> = []
    for name in written {
      let file = path + "/" + name
      try AtomicFile.synchronize(file: file)
      var folder = AtomicFile.split(file).folder
      while folder.utf8.count > path.utf8.count, folders.insert(folder).inserted {
        folder = AtomicFile.split(folder).folder
      }
    }
    for folder in folders { AtomicFile.synchronize(folder: folder) }
    AtomicFile.synchronize(folder: path)
  }

  /// Waits for everything on the file system that a folder is on; false where that cannot be done.
  private static func synchronizeFileSystem(of folder: Int32) -> Bool {
    #if os(Linux)
      // Swift's Glibc does not show `syncfs`.
      typealias Syncfs = @convention(c) (Int32) -> Int32
      guard let symbol = dlsym(nil, "syncfs") else { return false }
      return unsafeBitCast(symbol, to: Syncfs.self)(folder) == 0
    #else
      return false
    #endif
  }

  /// Puts the new set where there is no old one; false where there is one, perhaps only since now.
  private func moveInAsFirst() throws(FileError) -> Bool {
    guard FolderContents.kind(of: target) == nil else { return false }
    if rename(path, target) == 0 { return true }
    let error = FileError.last(target)
    guard FolderContents.kind(of: target) != nil else { throw error }
    return false
  }

  /// Swaps two folders in two steps, where the file system cannot do it in one.
  private func moveAway() throws(FileError) {
    let old = path + ".old"
    guard rename(target, old) == 0 else { throw FileError.last(target) }
    guard rename(path, target) == 0 else {
      let error = FileError.last(target)
      _ = rename(old, target)
      throw error
    }
    Self.removeAll(old)
  }

  /// Swaps two folders in one step; false where that cannot be done.
  private static func exchange(_ left: String, _ right: String) -> Bool {
    #if os(Linux)
      // Swift's Glibc does not show `renameat2`, and an old C library may not have it.
      typealias Renameat2 =
        @convention(c) (
          Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
        ) -> Int32
      guard let symbol = dlsym(nil, "renameat2") else { return false }
      let renameat2 = unsafeBitCast(symbol, to: Renameat2.self)
      // RENAME_EXCHANGE is 2 in linux/fs.h.
      return renameat2(AT_FDCWD, left, AT_FDCWD, right, 2) == 0
    #elseif canImport(Darwin)
      return renamex_np(left, right, UInt32(RENAME_SWAP)) == 0
    #else
      return false
    #endif
  }

  /// Takes away the folder beside the target: the old set, or what there was of the new one.
  private func remove() {
    let path = path
    let contents = (try? FolderContents.list(path))?.map(\.name) ?? []
    _ = map(contents) { name in
      Self.removeAll(path + "/" + name)
      return nil
    }
    Self.removeAll(path)
    close(lock)
  }

  /// Takes away what killed runs left beside a folder. Puts the old set back where a run was killed
  /// between the two steps of `moveAway`.
  private static func sweep(_ parent: String, name: String) {
    let prefix = ".\(name)\(AtomicFile.mark)"
    for leftover in AtomicFile.hiddenNames(in: parent).sorted() where leftover.hasPrefix(prefix) {
      let path = parent + "/" + leftover
      let target = parent + "/" + name
      if leftover.hasSuffix(".old"), FolderContents.kind(of: target) == nil {
        _ = rename(path, target)
        continue
      }
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { removeAll(path) }
      close(descriptor)
    }
  }

  /// Removes a folder and everything in it; links are removed, not followed.
  package static func removeAll(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    let visible = (try? FolderContents.list(path))?.map(\.name) ?? []
    for name in visible + AtomicFile.hiddenNames(in: path) { removeAll(path + "/" + name) }
    rmdir(path)
  }
}
