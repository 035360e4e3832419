/// Writes JSON (RFC 8259): the same tree always gives the same text.
///
///     JSONWriter(.indented).text(of: tree)
///
/// Only what must be escaped is: quotes, backslashes, control characters, and U+2028 and U+2029, which
/// end a line where JSON is put into a script. For an HTML document, `<`, `>` and `&` are escaped
/// besides, so that no text can end the element that the JSON stands in.
public struct JSONWriter: Sendable {
  public enum Layout: Hashable, Sendable {
    /// One line without spaces.
    case compact
    /// A member or value on each line, indented by two spaces a level.
    case indented
  }

  public var layout: Layout

  /// Whether the text is to stand in a `<script>` element of an HTML document.
  public var isForHTML: Bool

  public init(_ layout: Layout = .indented, forHTML isForHTML: Bool = false) {
    self.layout = layout
    self.isForHTML = isForHTML
  }

  /// The text of a tree, without a line break at the end.
  public func text(of tree: JSONTree) -> String {
    var output: [UInt8] = []
    write(tree, level: 0, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the text of a tree.
  package func write(_ tree: JSONTree, to output: inout [UInt8]) {
    write(tree, level: 0, to: &output)
  }

  /// A string with its quotes and escapes.
  public static func quoted(_ text: String) -> String {
    var output: [UInt8] = []
    writeString(text, forHTML: false, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func write(_ tree: JSONTree, level: Int, to output: inout [UInt8]) {
    switch tree {
    case .null: output += "null".utf8
    case .boolean(let value): output += (value ? "true" : "false").utf8
    case .integer(let value): output += String(value).utf8
    case .number(let value): output += Self.text(of: value).utf8
    case .string(let text): Self.writeString(text, forHTML: isForHTML, to: &output)
    case .array(let elements):
      writeList(elements, "[", "]", level, &output) { element, output in
        write(element, level: level + 1, to: &output)
      }
    case .object(let members):
      writeList(members, "{", "}", level, &output) { member, output in
        Self.writeString(member.name, forHTML: isForHTML, to: &output)
        output += (layout == .compact ? ":" : ": ").utf8
        write(member.value, level: level + 1, to: &output)
      }
    }
  }

  private func writeList<Item>(
    _ items: [Item], _ opening: String, _ closing: String, _ level: Int, _ output: inout [UInt8],
    _ write: (Item, inout [UInt8]) -> Void
  ) {
    output += opening.utf8
    for (index, item) in items.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      breakLine(level + 1, &output)
      write(item, &output)
    }
    if !items.isEmpty { breakLine(level, &output) }
    output += closing.utf8
  }

  private func breakLine(_ level: Int, _ output: inout [UInt8]) {
    guard layout == .indented else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }

  /// A number in the fewest digits that read back as the same; whole ones without `.0`.
  private static func text(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    return "\(number)"
  }

  private static func writeString(
    _ text: String, forHTML isForHTML: Bool, to output: inout [UInt8]
  ) {
    output.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      var index = 0
      while index < bytes.count {
        if isPlain(bytes[index]) {
          index += 1
          continue
        }
        let length = escapedLength(bytes, at: index, forHTML: isForHTML)
        guard length > 0 else {
          index += 1
          continue
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        writeEscaped(bytes, at: index, to: &output)
        index += length
        start = index
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Whether a byte is never escaped, nor starts a character that is.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x3E && byte < 0x7F && byte != UInt8(ascii: "\\") || byte > 0x7F && byte != 0xE2
  }

  /// How many bytes the character here takes, if it has to be escaped; else 0.
  private static func escapedLength(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, forHTML isForHTML: Bool
  ) -> Int {
    switch bytes[index] {
    case 0..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"): 1
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): isForHTML ? 1 : 0
    // U+2028 and U+2029
    case 0xE2:
      index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] | 1 == 0xA9 ? 3 : 0
    default: 0
    }
  }

  private static func writeEscaped(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, to output: inout [UInt8]
  ) {
    switch bytes[index] {
    case UInt8(ascii: "\""): output += "\\\"".utf8
    case UInt8(ascii: "\\"): output += "\\\\".utf8
    case UInt8(ascii: "\n"): output += "\\n".utf8
    case UInt8(ascii: "\r"): output += "\\r".utf8
    case UInt8(ascii: "\t"): output += "\\t".utf8
    case 0xE2: writeEscape(bytes[index + 2] == 0xA8 ? "\u{2028}" : "\u{2029}", to: &output)
    case let byte: writeEscape(Unicode.Scalar(byte), to: &output)
    }
  }

  private static func writeEscape(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    let digits = String(scalar.value, radix: 16)
    output += "\\u".utf8
    output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    output += digits.utf8
  }
}

extension JSONTree {
  /// The JSON text of the tree, without a line break at the end.
  public func text(
    _ layout: JSONWriter.Layout = .indented, forHTML isForHTML: Bool = false
  ) -> String {
    JSONWriter(layout, forHTML: isForHTML).text(of: self)
  }
}
