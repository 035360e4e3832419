#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file mapped into memory for reading, for as long as this lives.
///
/// The mapping is private and read-only. Whoever truncates a mapped file makes its readers crash,
/// so a new version of a bundle is put in place by renaming, never by writing over the old one.
final class MappedFile: Sendable {
  // Read-only memory that nothing changes until deinit.
  nonisolated(unsafe) let start: UnsafeRawPointer
  let length: Int

  /// - Parameter folder: An open folder that `path` counts from, if it is relative.
  init(path: String, in folder: Int32?) throws(BundleError) {
    // Without O_NONBLOCK a named pipe would be waited for.
    let descriptor = openat(folder ?? AT_FDCWD, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path, code: EISDIR) }
    guard status.st_size >= BundleLayout.headerSize else { throw .notABundle }
    guard status.st_size <= BundleLayout.longestFile else { throw .tooLarge }
    let length = Int(status.st_size)
    // Not MAP_POPULATE: it takes a third longer than reading all of the file from front to back does,
    // since the kernel maps the pages around one that is read.
    guard let start = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { throw .unreadable(path: path, code: errno) }
    self.start = UnsafeRawPointer(start)
    self.length = length
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: start), length)
  }
}
