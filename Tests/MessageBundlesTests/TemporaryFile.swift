import Glibc

/// Runs a body with the path of a folder of its own, and removes it with the files in it.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  var template = Array("/tmp/langue-bundles-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { throw TemporaryFileError(code: errno) }
  let path = template.withUnsafeBufferPointer { buffer in
    buffer.baseAddress.map { String(cString: $0) } ?? ""
  }
  defer {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { unlink("\(path)/\(name)") }
      }
      closedir(folder)
    }
    rmdir(path)
  }
  return try body(path)
}

/// Runs a body with the path of a file of its own that holds these bytes, and removes it.
func withTemporaryFile<Result>(
  _ bytes: [UInt8], _ body: (String) throws -> Result
) throws -> Result {
  try withTemporaryFolder { folder in
    let path = "\(folder)/bundle.langue"
    try put(bytes, at: path)
    return try body(path)
  }
}

/// Writes a file beside its place and renames it, so that whoever has the old one open keeps it.
func put(_ bytes: [UInt8], at path: String) throws {
  let next = path + ".new"
  let descriptor = open(next, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { throw TemporaryFileError(code: errno) }
  let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  let code = errno
  close(descriptor)
  guard written == bytes.count, rename(next, path) == 0 else {
    throw TemporaryFileError(code: code)
  }
}

struct TemporaryFileError: Error {
  var code: Int32
}
