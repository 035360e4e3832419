// The text of nodes, compared and copied.

extension SyntaxNode {
  /// Whether the value of the node may differ from its bytes, or from their NFC form.
  private var needsRewriting: Bool { !flags.isDisjoint(with: [.rewritten, .composed]) }

  /// Whether two names, or two keys, are the same: byte for byte, or as NFC where that can differ.
  func hasSameName(as other: SyntaxNode, in source: Span<UInt8>) -> Bool {
    if needsRewriting || other.needsRewriting {
      return name(in: source).utf8.elementsEqual(other.name(in: source).utf8)
    }
    let left = valueRange
    let right = other.valueRange
    guard left.count == right.count, left.upperBound <= source.count,
      right.upperBound <= source.count
    else { return false }
    var index = left.lowerBound
    var otherIndex = right.lowerBound
    while index < left.upperBound {
      if source[index] != source[otherIndex] { return false }
      index += 1
      otherIndex += 1
    }
    return true
  }

  /// A name or a key: as `value`, and in NFC.
  package func name(in source: Span<UInt8>) -> String {
    let value = value(in: source)
    return flags.contains(.composed) ? NormalizedName.nfc(value) : value
  }

  /// The value of a text, literal or name: escapes resolved, sigil, quotes and bidi marks removed.
  package func value(in source: Span<UInt8>) -> String {
    let range = valueRange.clamped(to: 0..<source.count)
    if !flags.contains(.rewritten) { return String(range, of: source) }
    if kind != .text, kind != .literal {
      return NormalizedName.withoutMarks(String(range, of: source))
    }
    return String(unsafeUninitializedCapacity: range.count) { out in
      var written = 0
      var index = range.lowerBound
      while index < range.upperBound {
        if source[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound { index += 1 }
        out[written] = source[index]
        written += 1
        index += 1
      }
      return written
    }
  }
}

extension String {
  /// The text of some bytes of a source.
  init(_ range: Range<Int>, of source: Span<UInt8>) {
    let range = range.clamped(to: 0..<source.count)
    self = source.extracting(range).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
