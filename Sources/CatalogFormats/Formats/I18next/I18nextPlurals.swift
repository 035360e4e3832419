import LocaleServices
import StringCatalogs

/// Finds out which keys of a file are forms of one plural.
struct I18nextPlurals {
  struct Stem: Hashable {
    var key: String
    var isOrdinal: Bool
  }

  private var groups: [Stem: [JSONMessages.Item]] = [:]

  init(_ items: [JSONMessages.Item]) {
    for item in items where item.value.kind == .string {
      if let (stem, _) = Self.split(item.key) { groups[stem, default: []].append(item) }
    }
    groups = groups.filter { Self.isPlural($0.value) }
  }

  /// The plural that a key is a form of.
  func stem(of key: String) -> Stem? {
    guard let (stem, _) = Self.split(key), groups[stem] != nil else { return nil }
    return stem
  }

  /// All forms, where this key is the first of them in the file.
  func forms(startingWith key: String, of stem: Stem) -> [JSONMessages.Item]? {
    guard let forms = groups[stem], forms.first?.key == key else { return nil }
    return forms
  }

  private static func isPlural(_ forms: [JSONMessages.Item]) -> Bool {
    guard let other = forms.first(where: { $0.key.hasSuffix("_other") }) else { return false }
    return forms.count > 1 || other.value.string?.contains("{{count") ?? false
  }

  private static func split(_ key: String) -> (stem: Stem, category: PluralCategory)? {
    guard let underscore = key.lastIndex(of: "_"),
      let category = PluralCategory(rawValue: String(key[key.index(after: underscore)...]))
    else { return nil }
    let stem = String(key[..<underscore])
    if stem.hasSuffix("_ordinal") {
      return (Stem(key: String(stem.dropLast(8)), isOrdinal: true), category)
    }
    return stem.isEmpty || stem.hasSuffix(".") ? nil : (Stem(key: stem, isOrdinal: false), category)
  }
}
