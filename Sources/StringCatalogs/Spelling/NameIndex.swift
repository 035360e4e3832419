/// Names that many others are compared with: the same answers as `NearestName`'s, sooner.
///
///     NameIndex(["label", "locale"]).nearest(to: "lable")  // "label"
public struct NameIndex: Sendable {
  private struct Entry {
    var name: String
    /// The small letters; nil for names that are not ASCII.
    var letters: [UInt8]?
    /// A bit for each kind of letter that the name has.
    var kinds: UInt64
  }

  private let entries: [Entry]

  public init(_ names: some Sequence<String>) {
    entries = names.map { name in
      let letters = NearestName.plainLetters(name)
      return Entry(name: name, letters: letters, kinds: letters.map(Self.kinds) ?? 0)
    }
  }

  /// The name that is most likely meant: see `NearestName.of(_:among:)`.
  public func nearest(to name: String) -> String? {
    guard let wanted = NearestName.plainLetters(name) else {
      return NearestName.of(name, among: entries.lazy.map(\.name))
    }
    guard wanted.count <= 64 else { return nil }
    let kinds = Self.kinds(wanted)
    // Most names that were meant are two changes away at most, and few names come so near.
    for limit in [0, 1, 2, Int.max] {
      if let nearest = nearest(to: wanted, name, kinds, limit: limit) { return nearest }
    }
    return nil
  }

  private func nearest(
    to wanted: [UInt8], _ name: String, _ kinds: UInt64, limit: Int
  ) -> String? {
    var limit = limit
    var nearest: String?
    for entry in entries {
      guard let letters = entry.letters else {
        let characters = Array(entry.name.lowercased())
        if let distance = NearestName.distance(Array(name.lowercased()), characters, limit: limit) {
          (nearest, limit) = (entry.name, distance - 1)
        }
        continue
      }
      guard abs(letters.count - wanted.count) <= limit else { continue }
      // A change makes one kind of letter of another, so there are as many changes at least.
      let least = max(
        (entry.kinds & ~kinds).nonzeroBitCount, (kinds & ~entry.kinds).nonzeroBitCount)
      guard least <= min(limit, max(letters.count, wanted.count) / 3) else { continue }
      if let distance = NearestName.distance(wanted, letters, limit: limit) {
        (nearest, limit) = (entry.name, distance - 1)
      }
    }
    return nearest
  }

  private static func kinds(_ letters: [UInt8]) -> UInt64 {
    letters.reduce(0) { $0 | 1 << UInt64($1 % 64) }
  }
}
