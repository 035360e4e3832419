/// Finds a name among those seen before: by comparing while there are few, by hashing beyond.
///
/// A message has a handful of names, for which a dictionary is dear; a hostile one has thousands,
/// for which comparing is.
struct NameIndex: Sendable {
  static let few = 12

  private var seen: [Int] = []
  private var many: [String: Int] = [:]

  mutating func removeAll() {
    if !seen.isEmpty { seen.removeAll(keepingCapacity: true) }
    if !many.isEmpty { many.removeAll() }
  }

  /// The first node with the same name as the node at `index`, which is remembered if there is
  /// none and `insert` is true.
  mutating func find(
    _ index: Int, in nodes: NodeList, of source: Span<UInt8>, insert: Bool,
    comparisons: inout Int
  ) -> Int? {
    let node = nodes[index]
    if many.isEmpty {
      for earlier in seen {
        comparisons += 1
        if nodes[earlier].hasSameName(as: node, in: source) { return earlier }
      }
      if insert { remember(index, in: nodes, of: source) }
      return nil
    }
    comparisons += 1
    let name = node.name(in: source)
    if let earlier = many[name] { return earlier }
    if insert { many[name] = index }
    return nil
  }

  private mutating func remember(_ index: Int, in nodes: NodeList, of source: Span<UInt8>) {
    seen.append(index)
    guard seen.count > Self.few else { return }
    for index in seen { many[nodes[index].name(in: source)] = index }
  }
}
