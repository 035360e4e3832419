/// New keys of a YAML file, in mappings in each other.
struct RailsLines {
  private final class Group {
    var names: [String] = []
    var groups: [String: Group] = [:]
    var leaves: [String: (comment: [String], value: String, forms: [(String, String)])] = [:]
  }

  private let top = Group()

  var isEmpty: Bool { top.names.isEmpty }

  /// - Parameters:
  ///   - forms: The forms of a plural, in place of the value.
  /// - Returns: Whether there was room: a text cannot hold others.
  func add(
    _ path: [String], comment: [String], value: String, forms: [(String, String)]
  ) -> Bool {
    guard let name = path.last else { return false }
    var group = top
    for part in path.dropLast() {
      if group.leaves[part] != nil { return false }
      if let next = group.groups[part] {
        group = next
      } else {
        let next = Group()
        group.names.append(part)
        group.groups[part] = next
        group = next
      }
    }
    guard group.leaves[name] == nil, group.groups[name] == nil else { return false }
    group.names.append(name)
    group.leaves[name] = (comment, value, forms)
    return true
  }

  /// The lines, each indented by a number of spaces.
  func lines(indent: Int) -> [String] { Self.lines(top, indent) }

  private static func lines(_ group: Group, _ indent: Int) -> [String] {
    let space = String(repeating: " ", count: indent)
    if let items = items(group) {
      return items.flatMap { index, name -> [String] in
        guard let name, let leaf = group.leaves[name] else { return ["\(space)- ~"] }
        return leaf.comment.map { space + $0 } + ["\(space)- \(leaf.value)"]
      }
    }
    return group.names.flatMap { name -> [String] in
      let key = space + YAMLText.key(name) + ":"
      guard let leaf = group.leaves[name] else {
        return [key] + (group.groups[name].map { lines($0, indent + 2) } ?? [])
      }
      let comment = leaf.comment.map { space + $0 }
      if leaf.forms.isEmpty { return comment + ["\(key) \(leaf.value)"] }
      return comment + [key] + leaf.forms.map { "\(space)  \($0.0): \($0.1)" }
    }
  }

  /// The names by their places, where all are those of a sequence: `[0]`, `[1]`.
  private static func items(_ group: Group) -> [(Int, String?)]? {
    var places: [Int: String] = [:]
    for name in group.names {
      guard group.leaves[name]?.forms.isEmpty ?? false, let index = index(of: name) else {
        return nil
      }
      places[index] = name
    }
    guard let last = places.keys.max(), last < 1_000 else { return nil }
    return (0...last).map { ($0, places[$0]) }
  }

  private static func index(of name: String) -> Int? {
    guard name.hasPrefix("["), name.hasSuffix("]") else { return nil }
    return Int(name.dropFirst().dropLast()).flatMap { $0 >= 0 ? $0 : nil }
  }

  /// A dotted key's parts; the place in a sequence is one of its own.
  static func path(_ key: String) -> [String] {
    let parts = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.contains(where: \.isEmpty) { return [key] }
    return parts.flatMap { part -> [String] in
      guard part.hasSuffix("]"), let open = part.lastIndex(of: "["), open > part.startIndex,
        index(of: String(part[open...])) != nil
      else { return [part] }
      return [String(part[..<open]), String(part[open...])]
    }
  }
}
