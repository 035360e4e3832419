import CatalogExchange
import StringCatalogs

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Does something again whenever a site's files change, until the process is interrupted.
///
/// It looks at the files' times four times a second: that works on every file system and sees every editor's
/// way of saving, and a site has some hundred files.
struct SiteWatch {
  let root: String
  /// The other tool's project that stands there, if it is one.
  var project: ForeignSite.Project?
  /// A file elsewhere that counts too.
  var file: String?

  private static let pause: useconds_t = 250_000

  /// Runs the work now and after every change. SIGINT and SIGTERM end it when the work at hand is done.
  func run(_ work: () throws -> Void) rethrows {
    let signals = BlockedSignals([SIGINT, SIGTERM])
    var files = WatchedFiles(list: list)
    while !signals.isPending {
      files.find()
      let before = files.state()
      try work()
      var now = files.state()
      while now == before {
        if signals.isPending { return }
        usleep(Self.pause)
        now = files.state()
      }
      // Whoever writes several files is given the time to end.
      var settled = files.state()
      repeat {
        now = settled
        usleep(Self.pause)
        settled = files.state()
      } while settled != now && !signals.isPending
    }
  }

  /// The paths of all files that a change is looked for in.
  private func list() -> [String] {
    var paths = file.map { [$0] } ?? []
    // A project of another tool may have a manifest too.
    addFiles("\(root)/Locales", to: &paths)
    if let project {
      let found = (try? ForeignFiles.list(root)) ?? []
      paths += found.filter(project.mayRead).map { "\(root)/\($0)" }
    } else {
      addFiles("\(root)/\(CatalogLoader.folder)", to: &paths)
    }
    return paths
  }

  private func addFiles(_ folder: String, to paths: inout [String]) {
    for item in (try? FolderContents.list(folder)) ?? [] {
      let path = "\(folder)/\(item.name)"
      if item.isFolder { addFiles(path, to: &paths) }
      paths.append(path)
    }
  }
}

/// The files that are looked at, and how they are found.
///
/// To look at known files takes no time worth mentioning, to find new ones in a repository of ten thousands of
/// other files does: that is done as often as it takes a twentieth of the time.
private struct WatchedFiles {
  struct FileState: Hashable {
    var path: String
    var stamp: FileStamp
  }

  private let list: () -> [String]
  private var paths: [String] = []
  private var isFoundUntil = ContinuousClock.now

  init(list: @escaping () -> [String]) {
    self.list = list
  }

  mutating func find() {
    let start = ContinuousClock.now
    paths = list()
    let end = ContinuousClock.now
    isFoundUntil = end + (end - start) * 20
  }

  mutating func state() -> [FileState] {
    if ContinuousClock.now >= isFoundUntil { find() }
    return paths.compactMap { path in
      FileStamp(path: path).map { FileState(path: path, stamp: $0) }
    }
  }
}

/// Signals that wait until they are asked for, instead of ending the process.
private struct BlockedSignals {
  private let signals: [Int32]

  init(_ signals: [Int32]) {
    self.signals = signals
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    sigprocmask(SIG_BLOCK, &set, nil)
  }

  var isPending: Bool {
    var set = sigset_t()
    guard sigpending(&set) == 0 else { return false }
    return signals.contains { sigismember(&set, $0) == 1 }
  }
}
