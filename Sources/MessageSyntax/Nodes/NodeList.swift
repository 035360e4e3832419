/// A list of nodes whose memory stays when it is emptied.
///
/// Emptying it costs nothing and appending little, which an array's `removeAll(keepingCapacity:)`
/// and growth checks do not offer; a short message spends most of its time in these two.
package struct NodeList: Sendable {
  private var storage: [SyntaxNode] = []
  package private(set) var count = 0

  init() {}

  @inline(__always)
  mutating func append(_ node: SyntaxNode) {
    if count < storage.count { storage[count] = node } else { storage.append(node) }
    count += 1
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }
}

extension NodeList: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package subscript(index: Int) -> SyntaxNode {
    @inline(__always) get { storage[index] }
    @inline(__always) _modify { yield &storage[index] }
  }
}
