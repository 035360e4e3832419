#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a file as a whole: whoever reads it sees the old bytes or the new ones.
///
///     try AtomicFile.write(bytes, to: "Strings/pl/article.json")
///
/// The bytes go into a new file beside it, reach the disk, and take the old one's place in one step. A
/// killed run leaves at most a hidden file of its own (`.article.json.langue-…`), which the next write
/// to the same file sweeps away.
public enum AtomicFile {
  /// What stands in the names of files and folders that are not finished.
  static let mark = ".langue-"

  /// - Parameter makesFolder: Whether the file's folder is made where there is none; its parent must
  ///   exist.
  public static func write(
    _ bytes: [UInt8], to path: String, makesFolder: Bool = false
  ) throws(FileError) {
    let (folder, name) = split(path)
    if makesFolder, mkdir(folder, 0o755) != 0, errno != EEXIST { throw FileError.last(folder) }
    if FolderContents.kind(of: path) == .folder { throw FileError(path: path, reason: .folder) }
    sweep(folder, name: name)
    var template = Array("\(folder)/.\(name)\(mark)XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileError.last(path) }
    let temporary = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
    do throws(FileError) {
      try copyPermissions(of: path, to: descriptor)
      try fill(descriptor, bytes, path)
      guard fsync(descriptor) == 0 else { throw FileError.last(path) }
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let error = FileError.last(path)
      unlink(temporary)
      throw error
    }
    synchronize(folder: folder)
  }

  /// Writes a file of a set that nobody sees before all of it is there; it may not have reached the
  /// disk.
  static func writeNew(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw FileError.last(path) }
    do throws(FileError) {
      guard fchmod(descriptor, 0o644) == 0 else { throw FileError.last(path) }
      try fill(descriptor, bytes, path)
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw FileError.last(path) }
  }

  private static func copyPermissions(
    of path: String, to descriptor: Int32
  ) throws(FileError) {
    var status = stat()
    let permissions = stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o644
    guard fchmod(descriptor, permissions) == 0 else { throw FileError.last(path) }
  }

  private static func fill(
    _ descriptor: Int32, _ bytes: [UInt8], _ path: String
  ) throws(FileError) {
    var failure: FileError?
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let written = writeSome(descriptor, UnsafeRawBufferPointer(rebasing: rest))
        if written < 0 {
          if errno == EINTR { continue }
          failure = FileError.last(path)
          return
        }
        rest = rest.dropFirst(written)
      }
    }
    if let failure { throw failure }
  }

  private static func writeSome(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.write(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  /// Waits until what was written to a file is on the disk.
  static func synchronize(file: String) throws(FileError) {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError.last(file) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileError.last(file) }
  }

  /// Makes the new name itself last: a folder's entries reach the disk apart from its files.
  static func synchronize(folder: String) {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }

  /// Takes away what killed runs left of a file.
  private static func sweep(_ folder: String, name: String) {
    for leftover in hiddenNames(in: folder) where leftover.hasPrefix(".\(name)\(mark)") {
      unlink(folder + "/" + leftover)
    }
  }

  /// The names in a folder that start with a dot.
  static func hiddenNames(in folder: String) -> [String] {
    guard let open = opendir(folder) else { return [] }
    defer { closedir(open) }
    var names: [String] = []
    while let entry = readdir(open) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix("."), name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The folder and the name of a path.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }
}
