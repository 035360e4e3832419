import MessageSyntax

/// Collects the segments of a text that is read byte by byte.
struct SegmentBuilder {
  let bytes: [UInt8]
  private(set) var segments: [MessageSegment] = []
  private var textStart = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func text(_ range: Range<Int>) -> Substring {
    let range = range.clamped(to: 0..<bytes.count)
    return Substring(String(decoding: bytes[range], as: UTF8.self))
  }

  /// The first place of a byte from an offset on.
  func find(_ byte: UInt8, from offset: Int) -> Int? {
    offset < bytes.count ? bytes[offset...].firstIndex(of: byte) : nil
  }

  /// Where a placeholder that opens before an offset closes; none is longer than 1 KiB, so that texts
  /// full of opening braces are read in linear time.
  func findClose(_ byte: UInt8, from offset: Int) -> Int? {
    let end = min(bytes.count, offset + 1_024)
    return offset < end ? bytes[offset..<end].firstIndex(of: byte) : nil
  }

  func starts(with text: String, at offset: Int) -> Bool {
    offset <= bytes.count && bytes[offset...].starts(with: text.utf8)
  }

  /// Everything up to here was text.
  mutating func closeText(at offset: Int) {
    if textStart < offset {
      segments.append(.text(String(text(textStart..<offset)), textStart..<offset))
    }
    textStart = offset
  }

  mutating func add(_ element: PatternElement, _ range: Range<Int>) {
    closeText(at: range.lowerBound)
    segments.append(.element(element, range))
    textStart = range.upperBound
  }

  /// Text that was written with an escape.
  mutating func add(_ text: String, _ range: Range<Int>) {
    closeText(at: range.lowerBound)
    segments.append(.text(text, range))
    textStart = range.upperBound
  }

  mutating func finish() -> [MessageSegment] {
    closeText(at: bytes.count)
    return segments
  }
}
