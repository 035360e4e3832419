/// Names of Swift for the parts of keys.
enum SwiftName {
  /// `empty-state` as `emptyState`; what begins with a digit gets a `_` in front.
  static func readable(_ part: some StringProtocol) -> String {
    var name = ""
    var isNewWord = false
    for scalar in part.unicodeScalars {
      guard isLetterOrDigit(scalar) else {
        isNewWord = !name.isEmpty
        continue
      }
      let letter = Character(scalar)
      name += isNewWord ? letter.uppercased() : String(letter)
      isNewWord = false
    }
    return name.unicodeScalars.first.map { ("0"..."9").contains($0) } != false ? "_" + name : name
  }

  /// A name that no other part has: every other character stands as its number.
  static func exact(_ part: some StringProtocol) -> String {
    var name = "_"
    for scalar in part.unicodeScalars {
      if isLetterOrDigit(scalar) {
        name.unicodeScalars.append(scalar)
      } else {
        name += "_" + String(scalar.value, radix: 16) + "_"
      }
    }
    return name
  }

  /// The names of some parts of one group: readable where only one part wants the name.
  static func names(of parts: some Sequence<String>) -> [String: String] {
    let wanted = Dictionary(grouping: Set(parts), by: { readable($0) })
    var names: [String: String] = [:]
    for (name, parts) in wanted {
      for part in parts { names[part] = parts.count == 1 ? name : exact(part) }
    }
    return names
  }

  /// The name as it is written where it is declared.
  static func declared(_ name: String) -> String {
    keywords.contains(name) ? "`\(name)`" : unusable.contains(name) ? name + "_" : name
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
  }

  private static let keywords: Set<String> = [
    "associatedtype", "as", "any", "break", "case", "catch", "class", "continue", "default",
    "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate",
    "for", "func", "guard", "if", "import", "in", "inout", "internal", "is", "let", "nil",
    "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return",
    "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias", "var", "where", "while",
  ]

  /// What names something else in every type, backticks or not.
  private static let unusable: Set<String> = ["self", "Self", "Type", "Protocol", "init"]
}
