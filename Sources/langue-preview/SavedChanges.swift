#if Preview
  import StringCatalogs
  import Synchronization

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// What was saved lately, so that it can be undone: a file gets back every byte that it had, and one
  /// that was made goes.
  final class SavedChanges: Sendable {
    /// One file before and after a text was saved.
    struct Change: Sendable {
      /// The file's whole path, which no page is told.
      var file: String
      /// Nil where there was no file.
      var before: [UInt8]?
      var after: [UInt8]
    }

    private struct State {
      var last = 0
      var changes: [(id: Int, change: Change)] = []
    }

    /// So many can be undone.
    private static let limit = 64
    private let state = Mutex(State())

    /// Remembers a change; what it is asked for again by.
    func add(_ change: Change) -> Int {
      state.withLock { state in
        state.last += 1
        state.changes.append((state.last, change))
        if state.changes.count > Self.limit { state.changes.removeFirst() }
        return state.last
      }
    }

    enum Result: Equatable {
      case undone
      /// The file is no longer as it was saved.
      case conflict
      /// It was undone already, or too long ago.
      case unknown
      case failed
    }

    /// Puts a file back, if nobody has changed it since.
    func undo(_ id: Int) -> Result {
      state.withLock { state in
        guard let index = state.changes.firstIndex(where: { $0.id == id }) else { return .unknown }
        let change = state.changes[index].change
        guard (try? FileContents.read(change.file)) == change.after else { return .conflict }
        if let before = change.before {
          guard (try? AtomicFile.write(before, to: change.file)) != nil else { return .failed }
        } else {
          guard unlink(change.file) == 0 else { return .failed }
        }
        state.changes.remove(at: index)
        return .undone
      }
    }
  }
#endif
