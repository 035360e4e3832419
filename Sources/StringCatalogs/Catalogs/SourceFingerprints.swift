import Synchronization

/// The fingerprints of a catalogue's source messages, each made when the first translation asks for it.
///
/// Every translation of a stamped site names its source's fingerprint; all workers share what one of them
/// has found out.
package final class SourceFingerprints: Sendable {
  private let known: Mutex<[Fingerprint?]>

  /// - Parameter count: how many messages the catalogue has.
  package init(count: Int) {
    known = Mutex(Array(repeating: nil, count: count))
  }

  /// Whether a translation that was made from a source with this fingerprint is not stale. One that
  /// cannot be read says nothing.
  ///
  /// - Parameter source: the source message at that index.
  package func isCurrent(_ made: String, at index: Int, source: () -> CatalogEntry) -> Bool {
    guard let made = Fingerprint(made) else { return true }
    if let fingerprint = known.withLock({ $0[index] }) { return made == fingerprint }
    let fingerprint = Fingerprint(of: source())
    known.withLock { $0[index] = fingerprint }
    return made == fingerprint
  }
}
