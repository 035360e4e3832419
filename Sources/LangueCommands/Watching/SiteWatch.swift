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

  private static let folders = ["Locales", CatalogLoader.folder]
  private static let pause: useconds_t = 250_000

  /// Runs the work now and after every change. SIGINT and SIGTERM end it when the work at hand is done.
  func run(_ work: () throws -> Void) rethrows {
    let signals = BlockedSignals([SIGINT, SIGTERM])
    while !signals.isPending {
      let before = state
      try work()
      var now = state
      while now == before {
        if signals.isPending { return }
        usleep(Self.pause)
        now = state
      }
      // Whoever writes several files is given the time to end.
      var settled = state
      repeat {
        now = settled
        usleep(Self.pause)
        settled = state
      } while settled != now && !signals.isPending
    }
  }

  private struct FileState: Hashable {
    var path: String
    var stamp: FileStamp
  }

  private var state: [FileState] {
    var files: [FileState] = []
    if let project {
      let paths = (try? ForeignFiles.list(root)) ?? []
      for path in paths where project.mayRead(path) { addFile("\(root)/\(path)", to: &files) }
    } else {
      for folder in Self.folders { add("\(root)/\(folder)", to: &files) }
    }
    return files
  }

  private func add(_ folder: String, to files: inout [FileState]) {
    for item in (try? FolderContents.list(folder)) ?? [] {
      let path = "\(folder)/\(item.name)"
      if item.isFolder { add(path, to: &files) }
      addFile(path, to: &files)
    }
  }

  private func addFile(_ path: String, to files: inout [FileState]) {
    guard let stamp = FileStamp(path: path) else { return }
    files.append(FileState(path: path, stamp: stamp))
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
