#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads whole files, with a limit.
///
///     let bytes = try FileContents.read(root + "/Locales/site.json")
public enum FileContents {
  /// The bytes of a file.
  ///
  /// - Parameter limit: The greatest size in bytes.
  public static func read(
    _ path: String, limit: Int = JSONDocument.maximumSize
  ) throws(FileError) -> [UInt8] {
    // Non-blocking, so that a named pipe in the place of a file does not wait for a writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError.last(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError.last(path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileError(path: path, reason: .folder)
    default: throw FileError(path: path, reason: .wrongKind(expected: "file"))
    }
    let size = Int(status.st_size)
    guard size <= limit else {
      throw FileError(path: path, reason: .tooLarge(size: size, limit: limit))
    }
    return try readAll(descriptor, path: path, expected: size, limit: limit)
  }

  private static func readAll(
    _ descriptor: Int32, path: String, expected: Int, limit: Int
  ) throws(FileError) -> [UInt8] {
    var failure: FileError?
    // One byte more than expected shows whether the file has grown since.
    var bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, count in
      failure = fill(buffer, &count, from: descriptor, path: path)
    }
    if let failure { throw failure }
    while bytes.count > expected {
      guard bytes.count <= limit else {
        throw FileError(path: path, reason: .tooLarge(size: bytes.count, limit: limit))
      }
      let more = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        failure = fill(buffer, &count, from: descriptor, path: path)
      }
      if let failure { throw failure }
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  private static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int, from descriptor: Int32,
    path: String
  ) -> FileError? {
    while count < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(
        UnsafeMutableBufferPointer(rebasing: buffer[count...]))
      let got = Self.read(descriptor, into: rest)
      if got == 0 { return nil }
      if got < 0 {
        if errno == EINTR { continue }
        return FileError.last(path)
      }
      count += got
    }
    return nil
  }

  private static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}
