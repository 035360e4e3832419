/// Text as XML writes it.
enum XMLText {
  /// What `&…;` at an offset stands for, and where it ends.
  static func reference(
    _ bytes: [UInt8], _ offset: Int, _ end: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    // The longest is `&#x10FFFF;`; leading zeros may lengthen it.
    let limit = min(end, offset + 32)
    guard offset + 1 < limit,
      let close = bytes[offset + 1..<limit].firstIndex(of: UInt8(ascii: ";"))
    else { return nil }
    let name = String(decoding: bytes[offset + 1..<close], as: UTF8.self)
    let scalar: Unicode.Scalar? =
      switch name {
      case "amp": "&"
      case "lt": "<"
      case "gt": ">"
      case "quot": "\""
      case "apos": "'"
      default:
        if name.hasPrefix("#x") {
          UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        } else if name.hasPrefix("#") {
          UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
        } else {
          nil
        }
      }
    return scalar.map { ($0, close + 1) }
  }

  static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    // A bare one would be read as a line feed.
    case "\r": "&#13;"
    default: String(scalar)
    }
  }

  /// Text between tags.
  static func escaped(_ text: some StringProtocol) -> String {
    text.unicodeScalars.reduce(into: "") { $0 += escaped($1) }
  }

  /// A value between double quotes.
  static func attribute(_ text: some StringProtocol) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\t": result += "&#9;"
      default: result += escaped(scalar)
      }
    }
  }

  /// Text in a comment, where two hyphens cannot stand.
  static func comment(_ text: String) -> String {
    let text = text.replacing("--", with: "- -").replacing("--", with: "- -")
    return text.hasSuffix("-") ? text + " " : text
  }

  /// The first character that no XML document can hold.
  static func impossibleScalar(in text: String) -> Unicode.Scalar? {
    text.unicodeScalars.first { scalar in
      switch scalar.value {
      case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: false
      default: true
      }
    }
  }

  /// Whether a name can be an element's or an attribute's.
  static func isName(_ name: some StringProtocol) -> Bool {
    guard let first = name.unicodeScalars.first, first == "_" || first.properties.isXIDStart else {
      return false
    }
    return name.unicodeScalars.allSatisfy {
      $0.properties.isXIDContinue || $0 == "-" || $0 == "." || $0 == ":"
    } && name.split(separator: ":", omittingEmptySubsequences: false).count <= 2
      && !name.hasSuffix(":")
  }
}
