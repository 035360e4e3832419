#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Another program, run to its end.
///
///     try Subprocess.run("git", ["rev-parse", "HEAD"], in: site.root).output
enum Subprocess {
  struct Result {
    /// The exit code, or 128 and the number of the signal that ended it.
    var status: Int32
    var output: [UInt8]
    /// What it wrote to standard error.
    var errors: String
  }

  /// Runs a program that is looked for in PATH.
  ///
  /// Its streams are files without a name, so that neither side ever waits for the other.
  static func run(_ name: String, _ arguments: [String], input: [UInt8] = []) throws -> Result {
    let streams = try [ScratchFile(input), ScratchFile(), ScratchFile()]
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, stream.descriptor, Int32(number))
    }
    var argv: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) }
    argv.append(nil)
    defer { for pointer in argv { free(pointer) } }
    var process = pid_t()
    let status = posix_spawnp(&process, name, &actions, nil, argv, environ)
    guard status == 0 else {
      throw Failure("cannot start `\(name)`: \(String(cString: strerror(status)))")
    }
    var result: Int32 = 0
    while waitpid(process, &result, 0) < 0 {
      guard errno == EINTR else { throw Failure("cannot wait for `\(name)`") }
    }
    let signal = result & 0x7F
    return Result(
      status: signal == 0 ? (result >> 8) & 0xFF : 128 + signal, output: streams[1].bytes,
      errors: String(decoding: streams[2].bytes, as: UTF8.self))
  }
}

/// A file that has no name any more and is gone when it is closed.
private final class ScratchFile {
  let descriptor: Int32

  init(_ bytes: [UInt8] = []) throws {
    let path = TemporaryPath.template("langue")
    var template = Array(path.utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw Failure("no temporary file like `\(path)`: \(String(cString: strerror(errno)))")
    }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    guard StandardStreams.write(bytes, to: descriptor) else {
      throw Failure("cannot write a temporary file: \(String(cString: strerror(errno)))")
    }
    lseek(descriptor, 0, SEEK_SET)
  }

  deinit { close(descriptor) }

  /// All that stands in it.
  var bytes: [UInt8] {
    let size = max(0, Int(lseek(descriptor, 0, SEEK_END)))
    lseek(descriptor, 0, SEEK_SET)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let rest = UnsafeMutableRawBufferPointer(
          UnsafeMutableBufferPointer(rebasing: buffer[count...]))
        let got = read(descriptor, rest.baseAddress, rest.count)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return }
        count += got
      }
    }
  }
}

/// Names for what is gone again when the command ends.
enum TemporaryPath {
  /// A name for `mkstemp` or `mkdtemp`, in TMPDIR or /tmp.
  static func template(_ name: String) -> String {
    "\(Environment.value("TMPDIR") ?? "/tmp")/\(name)-XXXXXX"
  }
}
