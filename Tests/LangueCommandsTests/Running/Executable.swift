#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a program did: its exit code and what it wrote.
struct Run {
  /// The exit code, or 128 and the number of the signal that ended it.
  var status: Int32
  var output: String
  var errors: String
}

/// The built tool, as a person runs it.
///
///     try Executable.langue.run(["coverage"], in: site.path).status  // 0
struct Executable {
  struct Failure: Error {
    var message: String
  }

  let path: String

  /// `langue` beside the tests, where a build puts both, or where LANGUE_EXECUTABLE says.
  static var langue: Self {
    if let path = getenv("LANGUE_EXECUTABLE") { return Self(path: String(cString: path)) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? 0
    }
    let own = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    guard let slash = own.lastIndex(of: "/") else { return Self(path: ".build/debug/langue") }
    return Self(path: own[..<slash] + "/langue")
  }

  /// Runs the program with nothing on standard input and waits for its end.
  ///
  /// The environment is empty but for what is given, so that no test depends on the machine's.
  func run(
    _ arguments: [String], in folder: String = "/", environment: [String: String] = [:]
  ) throws -> Run {
    let output = try Capture()
    let errors = try Capture()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.descriptor, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.descriptor, 2)

    // A shell changes to the folder: posix_spawn can do that nowhere in the same way.
    let argv = CStrings(
      ["/bin/sh", "-c", #"cd -- "$0" && exec "$@""#, folder, path] + arguments)
    let envp = CStrings(environment.map { "\($0)=\($1)" })
    var process = pid_t()
    let status = posix_spawn(&process, "/bin/sh", &actions, nil, argv.pointers, envp.pointers)
    guard status == 0 else { throw Failure(message: "cannot start \(path): error \(status)") }
    var result: Int32 = 0
    while waitpid(process, &result, 0) < 0 {
      if errno != EINTR { throw Failure(message: "cannot wait for \(path)") }
    }
    let signal = result & 0x7F
    return Run(
      status: signal == 0 ? (result >> 8) & 0xFF : 128 + signal,
      output: output.text, errors: errors.text)
  }
}

/// A file without a name that takes what a program writes, however much it is.
private final class Capture {
  let descriptor: Int32

  init() throws {
    var template = Array("/tmp/langue-test-XXXXXX".utf8CString)
    descriptor = template.withUnsafeMutableBufferPointer { name in
      name.baseAddress.map { mkstemp($0) } ?? -1
    }
    guard descriptor >= 0 else { throw Executable.Failure(message: "no temporary file") }
    _ = template.withUnsafeBufferPointer { $0.baseAddress.map { unlink($0) } }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit { close(descriptor) }

  var text: String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    lseek(descriptor, 0, SEEK_SET)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A list of C strings that ends with nil and lives as long as this.
private final class CStrings {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ strings: [String]) {
    count = strings.count
    pointers = .allocate(capacity: strings.count + 1)
    for (index, string) in strings.enumerated() { pointers[index] = strdup(string) }
    pointers[strings.count] = nil
  }

  deinit {
    for index in 0..<count { free(pointers[index]) }
    pointers.deallocate()
  }
}

/// Whether permissions hold for us: root may open everything.
let isOrdinaryUser = getuid() != 0
