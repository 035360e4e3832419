#if Preview
  import StringCatalogs

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// Puts a whole new file in the place of an old one, so that nobody ever sees a half of it.
  enum AtomicFile {
    static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
      var status = stat()
      let exists = stat(path, &status) == 0
      if !exists, let slash = path.lastIndex(of: "/") { mkdir(String(path[..<slash]), 0o777) }
      let temporary = path + ".\(getpid()).new"
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw failure(path) }
      var isDone = false
      defer { if !isDone { unlink(temporary) } }
      if exists { fchmod(descriptor, status.st_mode & 0o7777) }
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { send($0, to: descriptor) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          let error = failure(path)
          close(descriptor)
          throw error
        }
        rest = rest.dropFirst(count)
      }
      guard fsync(descriptor) == 0, close(descriptor) == 0, rename(temporary, path) == 0 else {
        throw failure(path)
      }
      isDone = true
    }

    private static func send(_ buffer: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
      #if canImport(Glibc)
        Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        Musl.write(descriptor, buffer.baseAddress, buffer.count)
      #else
        Darwin.write(descriptor, buffer.baseAddress, buffer.count)
      #endif
    }

    private static func failure(_ path: String) -> FileError {
      switch errno {
      case ENOENT: FileError(path: path, reason: .missing)
      case EACCES, EPERM, EROFS: FileError(path: path, reason: .forbidden)
      case ENOSPC, EDQUOT: FileError(path: path, reason: .diskFull)
      case let number: FileError(path: path, reason: .system(number))
      }
    }
  }
#endif
