import CatalogExchange
import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import StringCatalogs

/// The variants of a message as units: what a translator sees beside each other.
struct XLIFFVariants {
  struct Pair {
    /// The variant's keys in the source, nil where it has none of its own.
    var sourceKeys: String?
    /// The variant's keys in the translation, nil where it needs none.
    var targetKeys: String?
    var source: Pattern
    var target: Pattern?
  }

  private(set) var pairs: [Pair] = []

  /// - Parameter planner: Says which variants a language needs, where there is no translation yet.
  init(_ source: Message, _ translation: Message?, planner: VariantPlanner?) {
    let sources = Self.variants(of: source)
    var used: Set<String> = []
    for (keys, pattern) in Self.targets(source, translation, sources, planner) {
      let own = sources.first { $0.keys == keys }
      if own != nil { used.insert(keys) }
      guard let shown = own ?? Self.nearest(keys, sources) else { continue }
      pairs.append(
        Pair(
          sourceKeys: own == nil ? nil : keys, targetKeys: keys, source: shown.pattern,
          target: pattern))
    }
    for variant in sources where !used.contains(variant.keys) {
      pairs.append(
        Pair(sourceKeys: variant.keys, targetKeys: nil, source: variant.pattern, target: nil))
    }
  }

  private static func targets(
    _ source: Message, _ translation: Message?, _ sources: [(keys: String, pattern: Pattern)],
    _ planner: VariantPlanner?
  ) -> [(keys: String, pattern: Pattern?)] {
    if let translation { return variants(of: translation).map { ($0.keys, $0.pattern) } }
    guard let planner else { return sources.map { ($0.keys, nil) } }
    var keys: [String] = []
    for variant in planner.requiredVariants(of: source).variants {
      let names = variant.keys.map { key -> String in
        switch key {
        case .literal(let value): text(of: .literal(Literal(value)))
        case .category(.other), .catchall: "*"
        case .category(let category): category.rawValue
        }
      }.joined(separator: " ")
      if !keys.contains(names) { keys.append(names) }
    }
    let fallback = Array(repeating: "*", count: keys.first?.split(separator: " ").count ?? 0)
      .joined(separator: " ")
    if !keys.contains(fallback) { keys.append(fallback) }
    return keys.map { ($0, nil) }
  }

  private static func variants(of message: Message) -> [(keys: String, pattern: Pattern)] {
    switch message {
    case .pattern(let message): [("", message.pattern)]
    case .select(let message):
      message.variants.map { variant in
        (variant.keys.map { text(of: $0) }.joined(separator: " "), variant.value)
      }
    }
  }

  /// The source's variant that comes nearest to some keys: one that agrees with them or is open.
  private static func nearest(
    _ keys: String, _ sources: [(keys: String, pattern: Pattern)]
  ) -> (keys: String, pattern: Pattern)? {
    let wanted = keys.split(separator: " ")
    let fitting = sources.filter { variant in
      let own = variant.keys.split(separator: " ")
      return own.count == wanted.count && zip(own, wanted).allSatisfy { $0 == "*" || $0 == $1 }
    }
    return fitting.min { left, right in
      left.keys.count { $0 == "*" } < right.keys.count { $0 == "*" }
    } ?? sources.last
  }

  private static func text(of key: VariantKey) -> String {
    guard case .literal(let literal) = key else { return "*" }
    let element = PatternElement.expression(Expression(operand: .literal(literal)))
    // `{one}` or `{|a b|}`, without its braces.
    return String(
      MessageFormat2.print(.pattern(PatternMessage(pattern: Pattern([element]))))
        .dropFirst().dropLast())
  }
}
