import StringCatalogs

/// A value of a file with the format's escapes resolved, and the way back to the file.
struct DecodedText {
  var text: String
  var offsets: OffsetMap

  init(_ text: String, offsets: OffsetMap) {
    self.text = text
    self.offsets = offsets
  }
}

/// Makes a decoded text byte by byte.
struct TextDecoder {
  private var bytes: [UInt8] = []
  private var offsets: OffsetMap
  /// How far the file is ahead of the text.
  private var distance: Int

  init(start: Int) {
    offsets = OffsetMap(start: start)
    distance = start
  }

  var isEmpty: Bool { bytes.isEmpty }
  var count: Int { bytes.count }

  mutating func append(_ byte: UInt8, at file: Int) {
    mark(file)
    bytes.append(byte)
  }

  mutating func append(_ scalar: Unicode.Scalar, at file: Int) {
    mark(file)
    bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
  }

  /// Text that stands in the file as it is meant.
  mutating func append(_ text: ArraySlice<UInt8>, at file: Int) {
    guard !text.isEmpty else { return }
    mark(file)
    bytes += text
  }

  mutating func append(_ text: some StringProtocol, at file: Int) {
    guard !text.isEmpty else { return }
    mark(file)
    bytes += text.utf8
  }

  private mutating func mark(_ file: Int) {
    guard file - bytes.count != distance else { return }
    distance = file - bytes.count
    offsets.append(text: bytes.count, file: file)
  }

  /// - Parameter end: Where the value ends in the file.
  func finished(end: Int) -> DecodedText {
    var offsets = offsets
    if end - bytes.count != distance { offsets.append(text: bytes.count, file: end) }
    return DecodedText(String(decoding: bytes, as: UTF8.self), offsets: offsets)
  }
}
