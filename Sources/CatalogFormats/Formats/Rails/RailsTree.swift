import LocaleIdentifiers
import LocaleServices

/// A message of a YAML file: a text, or a mapping of plural forms.
struct RailsItem {
  var key: String
  var name: YAMLNode
  var value: YAMLNode
  /// The forms of a plural, in the order of the file; empty for a text.
  var forms: [(category: PluralCategory, key: YAMLNode, value: YAMLNode)] = []
  /// Whether it stands behind an alias, so that other keys have the same text.
  var isShared: Bool

  var isPlural: Bool { !forms.isEmpty }
}

/// Walks through a YAML file's messages below its language.
struct RailsTree {
  /// The most nodes that are visited: aliases may name a node often.
  private static let maximumVisits = 200_000

  private(set) var items: [RailsItem] = []
  /// Where aliases multiply without end.
  private(set) var fault: YAMLNode?
  /// The mapping of each dotted key, as far as it is written in the file itself; the language's has none.
  private(set) var mappings: [String: YAMLNode] = [:]
  /// The language's own key and mapping.
  private(set) var root: YAMLPair?
  private let anchors: [String: YAMLNode]
  private var visits = 0

  init(_ document: YAMLDocument, _ locale: LocaleIdentifier) {
    anchors = document.anchors
    guard case .mapping(let languages)? = document.root?.content else { return }
    func language(_ node: YAMLNode) -> LocaleIdentifier? {
      node.scalar.flatMap { LocaleIdentifier($0.replacing("_", with: "-")) }
    }
    let found =
      languages.first { language($0.key) == locale }
      ?? (languages.count == 1 ? languages.first { language($0.key) != nil } : nil)
    guard let found else { return }
    root = found
    add(found.value, prefix: "", isShared: false, depth: 0)
  }

  private func resolved(_ node: YAMLNode) -> YAMLNode {
    if case .alias(let name) = node.content { return anchors[name] ?? node }
    return node
  }

  private mutating func add(_ node: YAMLNode, prefix: String, isShared: Bool, depth: Int) {
    visits += 1
    guard visits <= Self.maximumVisits, depth <= YAMLDocument.maximumDepth else {
      fault = fault ?? node
      return
    }
    guard case .mapping(let pairs) = node.content else { return }
    if !isShared { mappings[prefix] = node }
    var own: Set<String> = []
    for pair in pairs where pair.key.scalar != "<<" {
      if let name = pair.key.scalar { own.insert(name) }
    }
    for pair in pairs {
      let key = pair.key
      guard let name = key.scalar else { continue }
      let target = resolved(pair.value)
      var isAlias = isShared
      if case .alias = pair.value.content { isAlias = true }
      if name == "<<" {
        addMerged(target, prefix: prefix, except: own, depth: depth)
        continue
      }
      addValue(
        key, target, path: prefix.isEmpty ? name : prefix + "." + name, isShared: isAlias,
        depth: depth)
    }
  }

  /// What `<<` brings in: the keys that the mapping does not have itself.
  private mutating func addMerged(
    _ node: YAMLNode, prefix: String, except own: Set<String>, depth: Int
  ) {
    var sources = [node]
    if case .sequence(let nodes) = node.content { sources = nodes.map { resolved($0) } }
    for source in sources {
      guard case .mapping(let pairs) = source.content else { continue }
      let others = pairs.filter { pair in pair.key.scalar.map { !own.contains($0) } ?? false }
      var merged = source
      merged.content = .mapping(others)
      add(merged, prefix: prefix, isShared: true, depth: depth + 1)
    }
  }

  private mutating func addValue(
    _ key: YAMLNode, _ value: YAMLNode, path: String, isShared: Bool, depth: Int
  ) {
    visits += 1
    switch value.content {
    case .scalar:
      if value.isString {
        items.append(RailsItem(key: path, name: key, value: value, isShared: isShared))
      }
    case .sequence(let nodes):
      for (index, node) in nodes.enumerated() {
        guard visits <= Self.maximumVisits else { return }
        var isAlias = isShared
        if case .alias = node.content { isAlias = true }
        addValue(
          index == 0 ? key : node, resolved(node), path: "\(path)[\(index)]", isShared: isAlias,
          depth: depth + 1)
      }
    case .mapping(let pairs):
      if let forms = forms(pairs) {
        items.append(
          RailsItem(key: path, name: key, value: value, forms: forms, isShared: isShared))
      } else {
        add(value, prefix: path, isShared: isShared, depth: depth + 1)
      }
    case .alias: break
    }
  }

  /// The forms, where all keys are plural categories: `other` and perhaps more, or two and more.
  private func forms(
    _ pairs: [YAMLPair]
  ) -> [(category: PluralCategory, key: YAMLNode, value: YAMLNode)]? {
    var forms: [(category: PluralCategory, key: YAMLNode, value: YAMLNode)] = []
    for pair in pairs {
      let key = pair.key
      let target = resolved(pair.value)
      guard let category = key.scalar.flatMap({ PluralCategory(rawValue: $0) }), target.isString
      else { return nil }
      forms.append((category, key, target))
    }
    return forms.count > 1 || forms.first?.category == .other ? forms : nil
  }
}
