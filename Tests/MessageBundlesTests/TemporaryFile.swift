import Glibc

/// Runs a body with the path of a file of its own that holds these bytes, and removes it.
func withTemporaryFile<Result>(
  _ bytes: [UInt8], _ body: (String) throws -> Result
) throws -> Result {
  var template = Array("/tmp/langue-bundle-XXXXXX".utf8CString)
  let descriptor = mkstemp(&template)
  guard descriptor >= 0 else { throw TemporaryFileError(code: errno) }
  defer {
    close(descriptor)
    unlink(template)
  }
  let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  guard written == bytes.count else { throw TemporaryFileError(code: errno) }
  let path = template.withUnsafeBufferPointer { buffer in
    buffer.baseAddress.map { String(cString: $0) } ?? ""
  }
  return try body(path)
}

struct TemporaryFileError: Error {
  var code: Int32
}
