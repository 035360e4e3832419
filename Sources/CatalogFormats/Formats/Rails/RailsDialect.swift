import MessageSyntax

/// Ruby's placeholders with names: `%{name}`, `%<price>.2f`.
///
/// A text without any is not formatted, so that its `%` stands for itself.
struct RailsDialect: PlaceholderDialect {
  func segments(of text: String) -> [MessageSegment] {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return PlainText().segments(of: text) }
    var builder = SegmentBuilder(text)
    var offset = 0
    var hasElements = false
    while let percent = builder.find(UInt8(ascii: "%"), from: offset) {
      offset = percent + 1
      switch builder.byte(at: offset) {
      case UInt8(ascii: "%")?:
        builder.add("%", percent..<percent + 2)
        offset = percent + 2
      case UInt8(ascii: "{")?:
        guard let close = builder.findClose(UInt8(ascii: "}"), from: offset) else { continue }
        let name = String(builder.text(offset + 1..<close))
        guard Self.isName(name) else { continue }
        builder.add(
          element(name, source: builder.text(percent..<close + 1)), percent..<close + 1)
        offset = close + 1
        hasElements = true
      case UInt8(ascii: "<")?:
        guard let close = builder.findClose(UInt8(ascii: ">"), from: offset),
          let format = Self.format(builder, close + 1)
        else { continue }
        let name = String(builder.text(offset + 1..<close))
        guard Self.isName(name) else { continue }
        builder.add(
          element(name, format.function, source: builder.text(percent..<format.end)),
          percent..<format.end)
        offset = format.end
        hasElements = true
      default: continue
      }
    }
    return hasElements ? builder.finish() : PlainText().segments(of: text)
  }

  private static func isName(_ name: String) -> Bool {
    MessageFormat2.parse("{$\(name)}").isValid
      && name.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
  }

  /// What stands behind `%<name>`: flags, width, precision and the kind.
  private static func format(
    _ builder: SegmentBuilder, _ start: Int
  ) -> (function: FunctionReference?, end: Int)? {
    var offset = start
    while let byte = builder.byte(at: offset), "-+ #0".utf8.contains(byte) { offset += 1 }
    func digits() -> String {
      let first = offset
      while let byte = builder.byte(at: offset), (0x30...0x39).contains(byte), offset - first < 4 {
        offset += 1
      }
      return String(builder.text(first..<offset))
    }
    _ = digits()
    var precision: String?
    if builder.byte(at: offset) == UInt8(ascii: ".") {
      offset += 1
      precision = digits()
    }
    guard let kind = builder.byte(at: offset) else { return nil }
    switch Character(Unicode.Scalar(kind)) {
    case "d", "i", "u": return (FunctionReference("integer"), offset + 1)
    case "f", "g", "e":
      let options = precision.map { digits in
        ["minimumFractionDigits", "maximumFractionDigits"].map {
          Option(name: $0, value: .literal(Literal(digits.isEmpty ? "0" : digits)))
        }
      }
      return (FunctionReference("number", options: options ?? []), offset + 1)
    case "s": return (nil, offset + 1)
    default: return nil
    }
  }

  func token(for element: PatternElement, number: Int, attempt: Int) -> String? {
    guard case .expression = element else { return nil }
    let name = element.variableName ?? "value"
    let own = Self.isName(name) ? name : "value\(number)"
    // The second one of a variable gets a name of its own, which its note explains.
    return attempt == 0 ? "%{\(own)}" : "%{\(own)_\(attempt + 1)}"
  }

  func escaped(_ text: String) -> String { text.replacing("%", with: "%%") }
}
