import StringCatalogs

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of its own for one test, removed with everything in it at the end.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/langue-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw FileError(path: "/tmp", reason: .forbidden) }
    path = String(cString: made)
  }

  deinit { Self.remove(path) }

  /// Writes a file below the folder, with the folders on the way.
  func write(_ text: String, to name: String) {
    write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) {
    makeFolders(name.split(separator: "/").dropLast().map(String.init))
    guard let file = fopen(path + "/" + name, "w") else { return }
    _ = fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  func makeFolders(_ names: [String]) {
    var current = path
    for name in names {
      current += "/" + name
      mkdir(current, 0o755)
    }
  }

  func text(of name: String) -> String? {
    (try? FileContents.read(path + "/" + name)).map { String(decoding: $0, as: UTF8.self) }
  }

  func names(in name: String = "") -> [String] {
    guard let folder = opendir(path + "/" + name) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let found = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if found != ".", found != ".." { names.append(found) }
    }
    return names.sorted()
  }

  private static func remove(_ path: String) {
    chmod(path, 0o755)
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        let isLink = entry.pointee.d_type == UInt8(DT_LNK)
        let child = path + "/" + name
        if !isLink, FolderContents.kind(of: child) == .folder {
          remove(child)
        } else {
          unlink(child)
        }
      }
      closedir(folder)
    }
    rmdir(path)
  }
}
