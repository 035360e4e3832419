#if Preview
  import StringCatalogs

  /// Says when a file of the site has changed, by looking every few hundredths of a second.
  struct FileWatcher: Sendable {
    let root: String
    var interval: Duration = .milliseconds(60)

    /// - Parameter onChange: Given the paths below the site's folder of what changed, came or went.
    func run(onChange: @Sendable (Set<String>) async -> Void) async {
      // The first page is wanted at once; what changes before the first look is known by its time.
      let start = FileStamp.Time.now
      try? await Task.sleep(for: interval)
      var before = FileStamps(root: root)
      let early = before.written(since: start)
      if !early.isEmpty { await onChange(early) }
      while !Task.isCancelled {
        try? await Task.sleep(for: interval)
        let now = FileStamps(root: root)
        guard now != before else { continue }
        let changed = now.changes(since: before)
        before = now
        await onChange(changed)
      }
    }
  }
#endif
