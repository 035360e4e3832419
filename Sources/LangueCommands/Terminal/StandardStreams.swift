#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The process's three streams: data goes to standard output, everything else to standard error.
enum StandardStreams {
  /// Writes data to standard output.
  ///
  /// Throws where it cannot be written (a full disk, a closed stream).
  static func print(_ text: String) throws {
    guard write(text) else { throw Failure("cannot write to standard output") }
  }

  /// Writes data to standard output and says whether all of it went.
  static func write(_ text: String) -> Bool { write(text, to: STDOUT_FILENO) }

  /// Writes one line to standard error; where that fails there is nobody left to tell.
  static func log(_ line: String) {
    _ = write("langue: \(PrintableText(line))\n", to: STDERR_FILENO)
  }

  /// Writes text of several lines to standard error.
  static func writeErrors(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The width of the terminal behind standard output, or nil where there is none.
  static var columns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { write($0, to: descriptor) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = bytes
    while let start = rest.baseAddress, !rest.isEmpty {
      let count = systemWrite(descriptor, start, rest.count)
      if count > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      } else if count < 0, errno != EINTR {
        return false
      }
    }
    return true
  }
}

/// `write`, by a name that does not stand in the way of methods.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
