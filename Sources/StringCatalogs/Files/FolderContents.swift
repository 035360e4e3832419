#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What stands in a folder.
///
///     try FolderContents.list("Strings/fr").map(\.name)  // ["article.json", "chrome.json"]
public enum FolderContents {
  public struct Item: Hashable, Sendable {
    public var name: String
    /// Links count as what they lead to.
    public var isFolder: Bool
  }

  /// A folder's items in the order of their names' bytes, without hidden ones.
  public static func list(_ path: String) throws(FileError) -> [Item] {
    guard let folder = opendir(path) else { throw FileError.last(path) }
    defer { closedir(folder) }
    var items: [Item] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      items.append(Item(name: name, isFolder: kind(of: path + "/" + name) == .folder))
    }
    return items.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Makes a folder and those above it, where they do not exist.
  public static func make(_ path: String) throws(FileError) {
    guard !path.isEmpty, kind(of: path) != .folder else { return }
    if let slash = path.lastIndex(of: "/") { try make(String(path[..<slash])) }
    guard mkdir(path, 0o755) == 0 || kind(of: path) == .folder else { throw FileError.last(path) }
  }

  public enum Kind: Hashable, Sendable { case file, folder, other }

  /// What a path leads to, or nil where there is nothing.
  public static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The absolute path, links resolved, or nil where there is nothing.
  public static func absolutePath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
