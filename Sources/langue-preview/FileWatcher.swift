#if Preview
  import StringCatalogs

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// Says when a file of the site has changed, by looking every few hundredths of a second.
  ///
  /// A look at some hundred files takes less than a millisecond, works on every file system, and
  /// sees files that an editor puts in place of the old ones.
  struct FileWatcher: Sendable {
    let root: String
    var interval: Duration = .milliseconds(60)

    /// What a file looked like: another stamp, another content.
    private struct Stamp: Hashable {
      var path: String
      var inode: UInt64
      var size: Int
      var seconds: Int
      var nanoseconds: Int
    }

    /// - Parameter onChange: Given the paths below the site's folder of what changed, came or went.
    func run(onChange: @Sendable (Set<String>) async -> Void) async {
      var before = stamps()
      while !Task.isCancelled {
        try? await Task.sleep(for: interval)
        let now = stamps()
        guard now != before else { continue }
        let changed = Set(now.symmetricDifference(before).map(\.path))
        before = now
        await onChange(changed)
      }
    }

    private func stamps() -> Set<Stamp> {
      var stamps: Set<Stamp> = []
      add("Locales", depth: 1, to: &stamps)
      add("Strings", depth: 2, to: &stamps)
      return stamps
    }

    private func add(_ folder: String, depth: Int, to stamps: inout Set<Stamp>) {
      guard depth > 0, let items = try? FolderContents.list(root + "/" + folder) else { return }
      for item in items {
        let path = folder + "/" + item.name
        if item.isFolder {
          add(path, depth: depth - 1, to: &stamps)
        } else if let stamp = stamp(path) {
          stamps.insert(stamp)
        }
      }
    }

    private func stamp(_ path: String) -> Stamp? {
      var status = stat()
      guard stat(root + "/" + path, &status) == 0 else { return nil }
      #if canImport(Darwin)
        let time = status.st_mtimespec
      #else
        let time = status.st_mtim
      #endif
      return Stamp(
        path: path, inode: UInt64(status.st_ino), size: Int(status.st_size),
        seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
    }
  }
#endif
