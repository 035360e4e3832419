import StringCatalogs
import Synchronization

/// Finds the keys of the source that were meant, for all locales: a key that the source lacks is often
/// in each of them.
final class KeySearch: Sendable {
  private struct State {
    var index: NameIndex?
    var answers: [String: String?] = [:]
  }

  private let state = Mutex(State())

  func nearest(to key: String, among catalogs: LocaleCatalogs) -> String? {
    state.withLock { state in
      if let answer = state.answers[key] { return answer }
      let index = state.index ?? NameIndex(catalogs.keys.sorted())
      state.index = index
      let answer = index.nearest(to: key)
      state.answers[key] = .some(answer)
      return answer
    }
  }
}
