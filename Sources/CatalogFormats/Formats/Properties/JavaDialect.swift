import CatalogExchange
import MessageSyntax

/// Placeholders of Java's property files.
///
/// A text with a numbered placeholder (`{0}`) is one of the JDK's `MessageFormat`, to which every
/// apostrophe is a quote; one with names (`{min}`) is read as it stands.
struct JavaDialect: PlaceholderDialect {
  var isNumbered: Bool

  /// The dialect of a text that is read.
  static func of(_ text: String) -> JavaDialect {
    var previous: Character = " "
    for character in text {
      if previous == "{", character.isASCII, character.isNumber {
        return JavaDialect(isNumbered: true)
      }
      previous = character
    }
    return JavaDialect(isNumbered: false)
  }

  func segments(of text: String) -> [MessageSegment] {
    var builder = SegmentBuilder(text)
    var offset = 0
    var isQuoted = false
    while let byte = builder.byte(at: offset) {
      if isNumbered, byte == UInt8(ascii: "'") {
        if builder.byte(at: offset + 1) == byte {
          builder.add("'", offset..<offset + 2)
          offset += 2
        } else {
          builder.add("", offset..<offset + 1)
          isQuoted.toggle()
          offset += 1
        }
      } else if byte == UInt8(ascii: "{"), !isQuoted,
        let close = builder.findClose(UInt8(ascii: "}"), from: offset),
        let element = placeholder(builder.text(offset..<close + 1))
      {
        builder.add(element, offset..<close + 1)
        offset = close + 1
      } else {
        offset += 1
      }
    }
    return builder.finish().filter { segment in
      if case .text("", _) = segment { return false }
      return true
    }
  }

  private func placeholder(_ source: Substring) -> PatternElement? {
    let name = source.dropFirst().prefix { $0 != "," && $0 != "}" }
    let isNumber = !name.isEmpty && name.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    guard isNumber == isNumbered else { return nil }
    if !isNumber, source.dropFirst(name.count + 1) != "}" { return nil }
    // ICU knows the JDK's types and styles.
    guard let message = ICUText.parse(String(source), dialect: .icu).message,
      case .pattern(let pattern) = message, pattern.pattern.elements.count == 1,
      case .expression(var expression)? = pattern.pattern.elements.first
    else { return nil }
    expression.attributes = [Attribute(name: "source", value: Literal(String(source)))]
    return .expression(expression)
  }

  func token(for element: PatternElement, number: Int, attempt: Int) -> String? {
    guard case .expression = element else { return nil }
    return "{\((element.argumentNumber ?? number - 1) + attempt)}"
  }

  func escaped(_ text: String) -> String {
    guard isNumbered else { return text }
    return text.replacing("'", with: "''").replacing("{", with: "'{'").replacing("}", with: "'}'")
  }
}
