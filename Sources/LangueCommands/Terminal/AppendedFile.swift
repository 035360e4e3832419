#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that others write to as well, each behind what the others wrote.
enum AppendedFile {
  static func append(_ text: String, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw Failure("cannot write to `\(path)`: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    guard StandardStreams.write(text, to: descriptor) else {
      throw Failure("cannot write to `\(path)`: \(String(cString: strerror(errno)))")
    }
  }
}
