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
    if makesFolder {
      let folder = split(path).folder
      if mkdir(folder, 0o755) != 0, errno != EEXIST { throw FileError.last(folder) }
    }
    let staged = try stage(bytes, for: path)
    do throws(FileError) {
      try putInPlace(staged, path)
    } catch {
      unlink(staged)
      throw error
    }
  }

  /// Writes several files, each as a whole and in this order: where one of them finds no room or may not be
  /// written, none is changed.
  ///
  ///     try AtomicFile.write([("Strings/pl/a.json", polish), ("Strings/fr/a.json", french)])
  ///
  /// All are on the disk before the first takes its place. Only a folder that changes in that moment can
  /// still stop the rest, and then the error's count says how many were changed.
  public static func write(
    _ files: [(path: String, bytes: [UInt8])]
  ) throws(PartialWriteError) {
    var staged: [String] = []
    var changed = 0
    do throws(FileError) {
      for file in files { staged.append(try stage(file.bytes, for: file.path)) }
      for (temporary, file) in zip(staged, files) {
        try putInPlace(temporary, file.path)
        changed += 1
      }
    } catch {
      for temporary in staged.dropFirst(changed) { unlink(temporary) }
      throw PartialWriteError(error: error, changed: changed)
    }
  }

  /// Writes the bytes to the disk in a file of its own beside the one that it is to become.
  private static func stage(_ bytes: [UInt8], for path: String) throws(FileError) -> String {
    let (folder, name) = split(path)
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
    guard close(descriptor) == 0 else {
      let error = FileError.last(path)
      unlink(temporary)
      throw error
    }
    return temporary
  }

  private static func putInPlace(_ temporary: String, _ path: String) throws(FileError) {
    guard rename(temporary, path) == 0 else { throw FileError.last(path) }
    synchronize(folder: split(path).folder)
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

/// Why some of several files could not be written, and how many were before.
public struct PartialWriteError: Error, Hashable, Sendable {
  public var error: FileError
  /// The files that had been changed; nearly always none.
  public var changed: Int

  public init(error: FileError, changed: Int) {
    self.error = error
    self.changed = changed
  }
}
