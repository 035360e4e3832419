/// The identifiers under which a module exports its messages.
///
///     ExportNames(keys: ["cart.items", "a.b", "a_b"])["cart.items"]   // cart_items
///
/// What no identifier may hold becomes `_`. Keys that would get one name, `a.b` and `a_b`, and names that
/// JavaScript or the module itself has taken, are written with their characters' numbers, `a$2e$b`: a
/// name then depends on nothing but its key and on whether another one wants it too.
public struct ExportNames: Sendable {
  private let names: [String: String]

  public init(keys: some Sequence<String>) {
    let keys = Set(keys)
    let wanted = Dictionary(grouping: keys, by: Self.readable)
    var names: [String: String] = [:]
    for (name, keys) in wanted {
      for key in keys {
        names[key] = keys.count == 1 && !Self.taken.contains(name) ? name : Self.exact(key)
      }
    }
    self.names = names
  }

  /// The identifier of a key.
  public subscript(key: String) -> String { names[key] ?? Self.exact(key) }

  private static func readable(_ key: String) -> String {
    let name = String(
      String.UnicodeScalarView(key.unicodeScalars.map { isLetterOrDigit($0) ? $0 : "_" }))
    return name.unicodeScalars.first.map(isDigit) != false ? "_" + name : name
  }

  /// A name that no other key has: every other character stands as its number between `$`.
  private static func exact(_ key: String) -> String {
    if taken.contains(key) { return "$" + key + "$" }
    var name = ""
    for (index, scalar) in key.unicodeScalars.enumerated() {
      if isLetterOrDigit(scalar) || scalar == "_", index > 0 || !isDigit(scalar) {
        name.unicodeScalars.append(scalar)
      } else {
        name += "$" + String(scalar.value, radix: 16) + "$"
      }
    }
    return name.isEmpty ? "$$" : name
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  /// The words of ECMAScript that name nothing in a module, and the module's own exports.
  private static let taken: Set<String> = [
    "arguments", "await", "break", "case", "catch", "class", "const", "continue", "debugger",
    "default", "delete", "do", "else", "enum", "eval", "export", "extends", "false", "finally",
    "for", "function", "if", "implements", "import", "in", "instanceof", "interface", "let", "new",
    "null", "package", "private", "protected", "public", "return", "static", "super", "switch",
    "this", "throw", "true", "try", "typeof", "undefined", "var", "void", "while", "with", "yield",
    // What the functions themselves use.
    "Array", "BigInt", "Date", "Intl", "JSON", "Map", "Math", "Number", "Object", "String",
    "Infinity", "NaN",
    "locale", "direction", "messages", "parts",
  ]
}
