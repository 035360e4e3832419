import StringCatalogs

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A browser without a window, which draws pages: Chromium, where it is installed.
///
///     let chromium = try Chromium()
///     try chromium.open("file:///tmp/site/ur/index.html")
///     let png = try chromium.picture()
///
/// It is spoken to over a socket that it inherits (the DevTools protocol, `--remote-debugging-pipe`),
/// so that no port is opened. It keeps its own things in a folder that goes with it.
final class Chromium {
  /// The width of a picture, in CSS pixels.
  static let width = 1280
  /// The greatest height that the browser draws in one piece.
  private static let maximumHeight = 16_384
  /// How long an answer may take, in milliseconds.
  private static let patience: Int32 = 60_000

  private let process: pid_t
  private let connection: Int32
  private let profile: String
  private var received: [UInt8] = []
  private var lastID = 0
  private var session: String?

  init() throws {
    guard let program = Self.program() else {
      throw Failure(
        "--pdf and --png need Chromium: install it, or name it in LANGUE_CHROMIUM")
    }
    var template = Array(TemporaryPath.template("langue-chromium").utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure("there is no room for temporary files") }
    profile = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    do {
      (process, connection) = try Self.start(program, profile: profile)
    } catch {
      StagedFolder.removeAll(profile)
      throw error
    }
    let target = try call("Target.createTarget", ["url": "about:blank"]).string("targetId")
    let attached = try call(
      "Target.attachToTarget", ["targetId": .string(target), "flatten": true])
    session = attached.string("sessionId")
    _ = try call("Page.enable")
  }

  deinit {
    // It ends when its connection does; what has not ended by then is ended.
    close(connection)
    kill(process, SIGTERM)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    StagedFolder.removeAll(profile)
  }

  /// Opens a page and waits until everything on it is there, also what is further down.
  func open(_ address: String) throws {
    try resize(height: 900)
    _ = try call("Page.navigate", ["url": .string(address)])
    _ = try receive { $0.member("method")?.string == "Page.loadEventFired" }
    let height = try evaluate(
      """
      for (const image of document.images) image.loading = "eager";
      Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode())])
        .catch(() => {}).then(() => document.documentElement.scrollHeight)
      """)
    try resize(height: min(height, Self.maximumHeight))
  }

  /// The whole page as a picture, PNG.
  func picture() throws -> [UInt8] {
    try call("Page.captureScreenshot", ["format": "png"]).bytes("data")
  }

  /// The page as it is printed, PDF.
  func document() throws -> [UInt8] {
    try call("Page.printToPDF", ["printBackground": true, "preferCSSPageSize": true]).bytes("data")
  }

  private func resize(height: Int) throws {
    _ = try call(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .integer(Self.width), "height": .integer(height), "deviceScaleFactor": 1,
        "mobile": false,
      ])
  }

  private func evaluate(_ script: String) throws -> Int {
    let answer = try call(
      "Runtime.evaluate",
      ["expression": .string(script), "awaitPromise": true, "returnByValue": true])
    return answer.value?.member("result")?.member("value")?.integer ?? Self.maximumHeight
  }
}

// MARK: - The protocol

extension Chromium {
  /// What a call brought.
  private struct Answer {
    /// The answer's `result`.
    var value: JSONValue?

    func string(_ name: String) -> String { value?.member(name)?.string ?? "" }

    func bytes(_ name: String) throws -> [UInt8] {
      guard let bytes = Base64.decoded(string(name)), !bytes.isEmpty else {
        throw Failure("Chromium gave nothing back")
      }
      return bytes
    }
  }

  private func call(_ method: String, _ parameters: JSONTree = [:]) throws -> Answer {
    lastID += 1
    let id = lastID
    var message: [JSONTree.Member] = [
      .init("id", .integer(id)), .init("method", .string(method)), .init("params", parameters),
    ]
    if let session { message.append(.init("sessionId", .string(session))) }
    try send(JSONTree.object(message).text(.compact))
    let answer = try receive { $0.member("id")?.integer == id }
    if let error = answer.member("error") {
      throw Failure("Chromium refused \(method): \(error.member("message")?.string ?? "no reason")")
    }
    return Answer(value: answer.member("result"))
  }

  private func send(_ message: String) throws {
    var rest = (Array(message.utf8) + [0])[...]
    #if canImport(Darwin)
      let flags: Int32 = 0
    #else
      let flags = Int32(MSG_NOSIGNAL)
    #endif
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        sendto(connection, $0.baseAddress, $0.count, flags, nil, 0)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Failure("Chromium has ended") }
      rest = rest.dropFirst(count)
    }
  }

  /// The next message that is wanted; others are news that nobody asked for.
  private func receive(_ isWanted: (JSONValue) -> Bool) throws -> JSONValue {
    while true {
      while let end = received.firstIndex(of: 0) {
        let message = Array(received[..<end])
        received.removeFirst(end + 1)
        guard let document = try? JSONDocument(parsing: message) else {
          throw Failure("Chromium's answer is too large, or not understood")
        }
        if isWanted(document.root) { return document.root }
      }
      try receiveMore()
    }
  }

  private func receiveMore() throws {
    var descriptor = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
    let ready = poll(&descriptor, 1, Self.patience)
    if ready < 0, errno == EINTR { return }
    guard ready > 0 else { throw Failure("Chromium does not answer") }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    let count = buffer.withUnsafeMutableBytes { recv(connection, $0.baseAddress, $0.count, 0) }
    if count < 0, errno == EINTR { return }
    guard count > 0 else { throw Failure("Chromium has ended") }
    received += buffer.prefix(count)
  }
}

// MARK: - The process

extension Chromium {
  private static func start(_ program: String, profile: String) throws -> (pid_t, Int32) {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw Failure("Chromium cannot be started")
    }
    // Out of the way of the numbers that the browser expects its own end at.
    let own = fcntl(ends[0], F_DUPFD_CLOEXEC, 10)
    let other = fcntl(ends[1], F_DUPFD_CLOEXEC, 10)
    for end in ends { close(end) }
    defer { close(other) }
    #if canImport(Darwin)
      var yes: Int32 = 1
      setsockopt(own, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, other, 3)
    posix_spawn_file_actions_adddup2(&actions, other, 4)
    var arguments = [
      program, "--headless", "--remote-debugging-pipe", "--user-data-dir=\(profile)",
      "--no-first-run", "--disable-background-networking", "--disable-extensions",
      "--disable-gpu", "--hide-scrollbars",
    ]
    // Chromium refuses to run as root with its sandbox; what it opens are the site's own pages.
    if geteuid() == 0 { arguments.append("--no-sandbox") }
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    guard posix_spawn(&process, program, &actions, nil, pointers, environ) == 0 else {
      close(own)
      throw Failure("`\(program)` cannot be started")
    }
    return (process, own)
  }

  private static func program() -> String? {
    if let named = Environment.value("LANGUE_CHROMIUM") { return named }
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    let folders = Environment.value("PATH")?.split(separator: ":") ?? []
    let applications = [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ]
    let places = names.flatMap { name in folders.map { "\($0)/\(name)" } } + applications
    return places.first { access($0, X_OK) == 0 }
  }

}
