import MessageSyntax
import StringCatalogs

/// Walks through a JSON catalogue: every string in it, with its dotted key.
struct JSONMessages {
  struct Item {
    var key: String
    var name: JSONValue
    var value: JSONValue
    var depth: Int
  }

  private(set) var items: [Item] = []
  /// Whether objects stand in the file's object.
  private(set) var isNested = false

  /// - Parameter isMessage: Whether an object is a message with its description, not a group.
  init(_ root: JSONValue, isMessage: (JSONValue) -> Bool = { _ in false }) {
    add(root, prefix: "", depth: 0, isMessage)
  }

  private mutating func add(
    _ object: JSONValue, prefix: String, depth: Int, _ isMessage: (JSONValue) -> Bool
  ) {
    for member in object.members {
      guard let name = member.key.string else { continue }
      if member.value.kind == .object, !isMessage(member.value), !name.hasPrefix("@") {
        isNested = true
        add(member.value, prefix: prefix + name + ".", depth: depth + 1, isMessage)
      } else {
        items.append(
          Item(key: prefix + name, name: member.key, value: member.value, depth: depth))
      }
    }
  }
}

/// Puts messages with dotted keys into objects in each other.
enum JSONNesting {
  /// Where a key is also the beginning of another one, the longer stays dotted.
  static func tree(_ members: [JSONTree.Member]) -> JSONTree {
    group(members[...].map { (Substring($0.name), $0.value) }, depth: 0)
  }

  private static func group(_ members: [(Substring, JSONTree)], depth: Int) -> JSONTree {
    var order: [Substring] = []
    var groups: [Substring: [(Substring, JSONTree)]] = [:]
    var leaves: [Substring: JSONTree] = [:]
    for (name, value) in members where depth >= 30 || isLeaf(name) {
      leaves[name] = value
    }
    for (name, value) in members {
      if leaves[name] != nil {
        order.append(name)
        continue
      }
      let first = name.prefix { $0 != "." }
      if leaves[first] != nil {
        leaves[name] = value
        order.append(name)
      } else {
        if groups[first] == nil { order.append(first) }
        groups[first, default: []].append((name.dropFirst(first.count + 1), value))
      }
    }
    return .object(
      order.map { name in
        JSONTree.Member(
          String(name), leaves[name] ?? group(groups[name] ?? [], depth: depth + 1))
      })
  }

  /// Names with an empty part (`a..b`, `.a`) cannot be split without loss.
  private static func isLeaf(_ name: Substring) -> Bool {
    !name.contains(".") || name.hasPrefix(".") || name.hasSuffix(".") || name.contains("..")
  }
}

extension JSONValue {
  /// A string's place without its quotes.
  var contentSpan: Range<Int> {
    kind == .string && span.count >= 2 ? span.lowerBound + 1..<span.upperBound - 1 : span
  }
}
