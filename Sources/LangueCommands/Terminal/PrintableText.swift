/// Text from a file as it may be shown in a report: what would command a terminal, forge a line or
/// reorder what surrounds it is written out as `\u{1B}`.
///
///     "\(PrintableText("a\u{1B}[31m"))"  // a\u{1B}[31m, seven visible characters after the a
struct PrintableText: CustomStringConvertible {
  let description: String

  init(_ text: some StringProtocol) {
    // Most text has nothing to escape.
    guard text.unicodeScalars.contains(where: Self.isEscaped) else {
      description = String(text)
      return
    }
    var result = ""
    for scalar in text.unicodeScalars { result += Self.text(for: scalar) }
    description = result
  }

  /// How one scalar is shown.
  static func text(for scalar: Unicode.Scalar) -> String {
    guard isEscaped(scalar) else { return String(Character(scalar)) }
    return "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }

  static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F: true  // C0, DEL, C1
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // direction
    case 0x2028, 0x2029, 0xFEFF: true  // line ends that editors see, byte order mark
    default: false
    }
  }
}
