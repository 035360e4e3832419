#if Preview
  import Synchronization

  /// Tells every open page that the site has changed.
  final class EventHub: Sendable {
    private struct State {
      var next = 0
      var readers: [Int: AsyncStream<String>.Continuation] = [:]
    }

    /// So many pages can listen at once; a further one is told to come back later.
    static let maximumReaders = 256
    private let state = Mutex(State())

    /// The events from now on, or nil where too many listen already.
    func subscribe() -> AsyncStream<String>? {
      let (stream, continuation) = AsyncStream.makeStream(
        of: String.self, bufferingPolicy: .bufferingNewest(8))
      let id: Int? = state.withLock { state in
        guard state.readers.count < Self.maximumReaders else { return nil }
        state.next += 1
        state.readers[state.next] = continuation
        return state.next
      }
      guard let id else { return nil }
      continuation.onTermination = { [weak self] _ in
        self?.remove(id)
      }
      return stream
    }

    func send(_ event: String) {
      let readers = state.withLock { Array($0.readers.values) }
      for reader in readers { reader.yield(event) }
    }

    private func remove(_ id: Int) {
      state.withLock { _ = $0.readers.removeValue(forKey: id) }
    }
  }
#endif
