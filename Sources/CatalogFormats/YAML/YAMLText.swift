import StringCatalogs

/// Scalars as YAML writes them.
enum YAMLText {
  /// Where a scalar's text begins, behind its anchor and its tag.
  static func textStart(_ span: Range<Int>, _ bytes: [UInt8]) -> Int {
    var offset = span.lowerBound
    while offset < span.upperBound, offset < bytes.count,
      bytes[offset] == UInt8(ascii: "&") || bytes[offset] == UInt8(ascii: "!")
    {
      while offset < span.upperBound, bytes[offset] > 0x20 { offset += 1 }
      while offset < span.upperBound, bytes[offset] <= 0x20 { offset += 1 }
    }
    return offset
  }

  /// A scalar's text with the way back to the file. Where it is written over several lines and folded,
  /// each place leads to the scalar's beginning.
  static func decoded(_ node: YAMLNode, _ bytes: [UInt8]) -> DecodedText {
    let text = node.scalar ?? ""
    let start = textStart(node.span, bytes)
    let end = max(start, min(node.span.upperBound, bytes.count))
    let inner: Range<Int>
    switch node.style {
    case .plain: inner = start..<end
    case .singleQuoted, .doubleQuoted:
      inner = min(start + 1, end)..<max(min(start + 1, end), end - 1)
    default: return block(text, start, end, bytes)
    }
    var decoder = TextDecoder(start: inner.lowerBound)
    var offset = inner.lowerBound
    while offset < inner.upperBound {
      let byte = bytes[offset]
      if byte == 0x0A || byte == 0x0D { return folded(text, start) }
      if node.style == .singleQuoted, byte == UInt8(ascii: "'") {
        decoder.append(byte, at: offset)
        offset += 2
      } else if node.style == .doubleQuoted, byte == UInt8(ascii: "\\") {
        guard let escape = escape(bytes, offset, inner.upperBound) else {
          return folded(text, start)
        }
        decoder.append(escape.scalar, at: offset)
        offset = escape.end
      } else {
        decoder.append(byte, at: offset)
        offset += 1
      }
    }
    let decoded = decoder.finished(end: inner.upperBound)
    return decoded.text == text ? decoded : folded(text, start)
  }

  private static func folded(_ text: String, _ start: Int) -> DecodedText {
    var decoder = TextDecoder(start: start)
    for byte in text.utf8 { decoder.append(byte, at: start) }
    return decoder.finished(end: start)
  }

  /// A text in lines behind `|`: the lines without their indentation.
  private static func block(
    _ text: String, _ start: Int, _ end: Int, _ bytes: [UInt8]
  ) -> DecodedText {
    guard let first = bytes[start..<end].firstIndex(of: 0x0A) else { return folded(text, start) }
    let lines = bytes[first + 1..<end]
    let indent =
      lines.split(separator: 0x0A).map {
        $0.prefix { $0 == 0x20 }.count == $0.count
          ? Int.max : $0.prefix { $0 == 0x20 }.count
      }.min() ?? 0
    var decoder = TextDecoder(start: start)
    var offset = first + 1
    while offset < end, decoder.count < text.utf8.count {
      let lineEnd = bytes[offset..<end].firstIndex(of: 0x0A) ?? end
      let content = min(offset + min(indent, lineEnd - offset), lineEnd)
      for index in content..<lineEnd { decoder.append(bytes[index], at: index) }
      if decoder.count < text.utf8.count, lineEnd < end {
        decoder.append(UInt8(ascii: "\n"), at: lineEnd)
      }
      offset = lineEnd + 1
    }
    let decoded = decoder.finished(end: end)
    return decoded.text == text ? decoded : folded(text, start)
  }

  private static func escape(
    _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    guard start + 1 < end else { return nil }
    func hexadecimal(_ count: Int) -> (Unicode.Scalar, Int)? {
      guard start + 2 + count <= end else { return nil }
      let digits = String(decoding: bytes[start + 2..<start + 2 + count], as: UTF8.self)
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { ($0, start + 2 + count) }
    }
    let scalar: Unicode.Scalar
    switch bytes[start + 1] {
    case UInt8(ascii: "0"): scalar = "\0"
    case UInt8(ascii: "a"): scalar = "\u{7}"
    case UInt8(ascii: "b"): scalar = "\u{8}"
    case UInt8(ascii: "t"), 0x09: scalar = "\t"
    case UInt8(ascii: "n"): scalar = "\n"
    case UInt8(ascii: "v"): scalar = "\u{B}"
    case UInt8(ascii: "f"): scalar = "\u{C}"
    case UInt8(ascii: "r"): scalar = "\r"
    case UInt8(ascii: "e"): scalar = "\u{1B}"
    case UInt8(ascii: "N"): scalar = "\u{85}"
    case UInt8(ascii: "_"): scalar = "\u{A0}"
    case UInt8(ascii: "L"): scalar = "\u{2028}"
    case UInt8(ascii: "P"): scalar = "\u{2029}"
    case UInt8(ascii: "x"): return hexadecimal(2)
    case UInt8(ascii: "u"): return hexadecimal(4)
    case UInt8(ascii: "U"): return hexadecimal(8)
    case let byte where byte < 0x80: scalar = Unicode.Scalar(byte)
    default: return nil
    }
    return (scalar, start + 2)
  }

  /// A text between double quotes.
  static func quoted(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "\"") { result, scalar in
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}",
        "\u{FFFF}":
        let code = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: result.unicodeScalars.append(scalar)
      }
    } + "\""
  }

  /// A key, in quotes where it would be read as something else.
  static func key(_ text: String) -> String {
    let isPlain =
      text.utf8.first.map { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x5F } ?? false
      && text.utf8.allSatisfy {
        ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || (0x30...0x39).contains($0) || $0 == 0x5F
          || $0 == 0x2D
      }
    let words = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"]
    return isPlain && !words.contains(text.lowercased()) ? text : quoted(text)
  }
}
