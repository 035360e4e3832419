import MessageSyntax

/// Placeholders in braces, as Python's `str.format` has them: `{name}`, `{0}`, `{price:.2f}`, `{{`.
struct BraceDialect: PlaceholderDialect {
  func segments(of text: String) -> [MessageSegment] {
    var builder = SegmentBuilder(text)
    var offset = 0
    var position = 0
    while let byte = builder.byte(at: offset) {
      let isOpen = byte == UInt8(ascii: "{")
      guard isOpen || byte == UInt8(ascii: "}") else {
        offset += 1
        continue
      }
      if builder.byte(at: offset + 1) == byte {
        builder.add(isOpen ? "{" : "}", offset..<offset + 2)
        offset += 2
      } else if isOpen, let close = builder.findClose(UInt8(ascii: "}"), from: offset),
        let name = Self.name(builder.text(offset + 1..<close), position)
      {
        position += 1
        builder.add(
          element(name, source: builder.text(offset..<close + 1)), offset..<close + 1)
        offset = close + 1
      } else {
        offset += 1
      }
    }
    return builder.finish()
  }

  private static func name(_ content: Substring, _ position: Int) -> String? {
    let field = content.prefix { $0 != ":" && $0 != "!" }
    let name =
      field.isEmpty ? "arg\(position)" : field.allSatisfy(\.isNumber) ? "arg\(field)" : field
    let text = String(name)
    return MessageFormat2.parse("{$\(text)}").isValid ? text : nil
  }

  func token(for element: PatternElement, number: Int, attempt: Int) -> String? {
    guard case .expression = element else { return nil }
    let name = element.argumentNumber.map(String.init) ?? element.variableName ?? "value"
    // The second one of a variable gets a name of its own, which its note explains.
    return attempt == 0 ? "{\(name)}" : "{\(name)_\(attempt + 1)}"
  }

  func escaped(_ text: String) -> String {
    text.replacing("{", with: "{{").replacing("}", with: "}}")
  }

  func isCounted(_ writing: String) -> Bool {
    writing.hasPrefix("{}") || writing.hasPrefix("{:") || writing.hasPrefix("{!")
  }
}
