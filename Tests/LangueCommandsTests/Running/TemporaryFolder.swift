#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder of files that goes when the test is over.
final class TemporaryFolder {
  let path: String

  /// Makes a folder with files in it, by path.
  init(_ files: [String: String] = [:]) throws {
    var template = Array("/tmp/langue-site-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { name in
      name.baseAddress.flatMap { mkdtemp($0) }
    }
    guard let made else { throw Executable.Failure(message: "no temporary folder") }
    path = String(cString: made)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { Self.remove(path) }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    makeFolders(above: name)
    try Self.write(bytes, to: "\(path)/\(name)")
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw Executable.Failure(message: "cannot write \(path)") }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0) }
      guard count > 0 else { throw Executable.Failure(message: "cannot write \(path)") }
      rest = rest.dropFirst(count)
    }
  }

  func makeFolder(_ name: String) {
    makeFolders(above: name + "/x")
  }

  func setMode(_ mode: mode_t, of name: String) { chmod("\(path)/\(name)", mode) }

  func makeLink(_ name: String, to target: String) {
    makeFolders(above: name)
    symlink(target, "\(path)/\(name)")
  }

  func remove(_ name: String) { Self.remove("\(path)/\(name)") }

  func read(_ name: String) -> String? { Self.read("\(path)/\(name)") }

  /// All files below the folder, sorted.
  var files: [String] { Self.list(path).map { String($0.dropFirst(path.count + 1)) }.sorted() }

  static func read(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0) }
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func makeFolders(above name: String) {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o755)
    }
  }

  private static func entries(_ folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func list(_ folder: String) -> [String] {
    (entries(folder) ?? []).flatMap { name in
      let path = "\(folder)/\(name)"
      return isFolder(path) ? list(path) : [path]
    }
  }

  private static func remove(_ path: String) {
    guard isFolder(path) else {
      unlink(path)
      return
    }
    chmod(path, 0o755)
    for name in entries(path) ?? [] { remove("\(path)/\(name)") }
    rmdir(path)
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  write(descriptor, buffer.baseAddress, buffer.count)
}
