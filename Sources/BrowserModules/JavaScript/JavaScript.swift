/// JavaScript's text forms of values.
enum JavaScript {
  /// A string literal that is safe in a module, in a `<script>` element and on a terminal.
  static func string(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      case "<": literal += "\\x3C"
      default:
        if isHidden(scalar) {
          literal += "\\u{" + String(scalar.value, radix: 16) + "}"
        } else {
          literal.unicodeScalars.append(scalar)
        }
      }
    }
    return literal + "\""
  }

  /// Characters that nobody sees, or that end a line or turn it around.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }

  /// An object literal without prototype.
  static func bareObject(_ members: [(name: String, value: String)]) -> String {
    let list = members.map { "[\(string($0.name))]: \($0.value)" }
    return "{ " + (["__proto__: null"] + list).joined(separator: ", ") + " }"
  }

  /// An object literal of names that are known to be identifiers.
  static func object(_ members: [(name: String, value: String)]) -> String {
    members.isEmpty
      ? "{}" : "{ " + members.map { "\($0.name): \($0.value)" }.joined(separator: ", ") + " }"
  }

  /// Text inside a comment that cannot end it.
  static func comment(_ text: String) -> String {
    text.split(separator: "*/", omittingEmptySubsequences: false).joined(separator: "* /")
  }
}
