/// A JSON value that is about to be written; the members of an object keep their order.
///
///     JSONOutput.object([("version", 1), ("findings", .array([]))]).text()
///     // {"version":1,"findings":[]}
package enum JSONOutput: Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// A number as it is to be written, in JSON's own grammar (`12.5`).
  case number(String)
  case string(String)
  case array([JSONOutput])
  case object([(String, JSONOutput)])

  /// A string, or `null` where there is none.
  package static func optional(_ text: String?) -> Self { text.map(Self.string) ?? .null }

  /// A number with one decimal place, given in tenths.
  package static func tenths(_ tenths: Int) -> Self {
    let sign = tenths < 0 ? "-" : ""
    return .number("\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)")
  }
}

extension JSONOutput: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
  package init(arrayLiteral elements: JSONOutput...) { self = .array(elements) }
}

extension JSONOutput {
  /// The value's text: on one line, or with `pretty` a member to a line, two spaces a level.
  package func text(pretty: Bool = false) -> String {
    var bytes: [UInt8] = []
    write(to: &bytes, indent: pretty ? 0 : nil)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8], indent: Int?) {
    switch self {
    case .null: bytes += "null".utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .number(let digits): bytes += digits.utf8
    case .string(let text): Self.write(text, to: &bytes)
    case .array(let elements):
      Self.writeList(elements, between: "[", "]", to: &bytes, indent: indent) {
        element, bytes, indent in
        element.write(to: &bytes, indent: indent)
      }
    case .object(let members):
      Self.writeList(members, between: "{", "}", to: &bytes, indent: indent) {
        member, bytes, indent in
        Self.write(member.0, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        if indent != nil { bytes.append(UInt8(ascii: " ")) }
        member.1.write(to: &bytes, indent: indent)
      }
    }
  }

  private static func writeList<Element>(
    _ elements: [Element], between open: String, _ close: String, to bytes: inout [UInt8],
    indent: Int?, write: (Element, inout [UInt8], Int?) -> Void
  ) {
    bytes += open.utf8
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if let indent { newLine(indent + 1, to: &bytes) }
      write(element, &bytes, indent.map { $0 + 1 })
    }
    if let indent, !elements.isEmpty { newLine(indent, to: &bytes) }
    bytes += close.utf8
  }

  private static func newLine(_ level: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<(level * 2) { bytes.append(UInt8(ascii: " ")) }
  }

  /// Writes a string literal. Besides what JSON demands, DEL and the C1 controls are escaped, so
  /// that a report never sends one to a terminal, and U+2028 and U+2029, which end lines in scripts.
  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: bytes += #"\""#.utf8
      case 0x5C: bytes += #"\\"#.utf8
      case 0x08: bytes += #"\b"#.utf8
      case 0x0C: bytes += #"\f"#.utf8
      case 0x0A: bytes += #"\n"#.utf8
      case 0x0D: bytes += #"\r"#.utf8
      case 0x09: bytes += #"\t"#.utf8
      case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        bytes += "\\u".utf8
        for _ in digits.utf8.count..<4 { bytes.append(UInt8(ascii: "0")) }
        bytes += digits.utf8
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
