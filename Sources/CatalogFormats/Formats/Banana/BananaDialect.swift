import MessageSyntax

/// MediaWiki's placeholders: `$1`.
struct BananaDialect: PlaceholderDialect {
  func segments(of text: String) -> [MessageSegment] {
    var builder = SegmentBuilder(text)
    var offset = 0
    while let dollar = builder.find(UInt8(ascii: "$"), from: offset) {
      var end = dollar + 1
      while let byte = builder.byte(at: end), byte >= 0x30, byte <= 0x39, end - dollar < 3 {
        end += 1
      }
      if end > dollar + 1 {
        let source = builder.text(dollar..<end)
        builder.add(element("arg\(source.dropFirst())", source: source), dollar..<end)
      }
      offset = end
    }
    return builder.finish()
  }

  /// The segments of a part of a text, with their places in the whole.
  func segments(of bytes: [UInt8], _ range: Range<Int>) -> [MessageSegment] {
    segments(of: String(decoding: bytes[range], as: UTF8.self)).map { segment in
      switch segment {
      case .text(let value, let place):
        .text(value, place.lowerBound + range.lowerBound..<place.upperBound + range.lowerBound)
      case .element(let element, let place):
        .element(
          element, place.lowerBound + range.lowerBound..<place.upperBound + range.lowerBound)
      }
    }
  }

  func token(for element: PatternElement, number: Int, attempt: Int) -> String? {
    "$\(number + attempt)"
  }

  func escaped(_ text: String) -> String { text }
}
