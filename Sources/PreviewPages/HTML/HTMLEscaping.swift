/// Escapes text for the places of an HTML document.
package enum HTMLEscaping {
  /// Appends text for an element's content.
  static func appendText(_ text: some StringProtocol, to html: inout String) {
    append(text, to: &html, isAttribute: false)
  }

  /// Appends text for an attribute's value in double or single quotes.
  static func appendAttribute(_ text: some StringProtocol, to html: inout String) {
    append(text, to: &html, isAttribute: true)
  }

  static func text(_ text: some StringProtocol) -> String {
    var html = ""
    appendText(text, to: &html)
    return html
  }

  package static func attribute(_ text: some StringProtocol) -> String {
    var html = ""
    appendAttribute(text, to: &html)
    return html
  }

  /// Copies what needs no escape in one piece each, which most texts are.
  private static func append(
    _ text: some StringProtocol, to html: inout String, isAttribute: Bool
  ) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
      append(bytes, to: &html, isAttribute: isAttribute)
    }
    guard isDone == nil else { return }
    Array(text.utf8).withUnsafeBufferPointer {
      append($0, to: &html, isAttribute: isAttribute)
    }
  }

  private static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, to html: inout String, isAttribute: Bool
  ) {
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard mayNeedEscape(byte),
        let (escape, length) = escape(at: index, in: bytes, isAttribute: isAttribute)
      else {
        index += 1
        continue
      }
      html += String(decoding: bytes[start..<index], as: UTF8.self)
      html += escape
      index += length
      start = index
    }
    html += String(decoding: bytes[start...], as: UTF8.self)
  }

  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20: false
    case ..<0x28, 0x3C...0x3E, 0x7F, 0xC2, 0xEF...: true
    default: false
    }
  }

  /// What stands for the character that begins at an index, and its length in bytes; nil where it
  /// stands for itself.
  private static func escape(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>, isAttribute: Bool
  ) -> (String, Int)? {
    switch bytes[index] {
    case UInt8(ascii: "&"): return ("&amp;", 1)
    case UInt8(ascii: "<"): return ("&lt;", 1)
    case UInt8(ascii: ">"): return ("&gt;", 1)
    case UInt8(ascii: "\""): return isAttribute ? ("&quot;", 1) : nil
    case UInt8(ascii: "'"): return isAttribute ? ("&#39;", 1) : nil
    case 0x09, 0x0A, 0x0D: return nil
    case 0..<0x20, 0x7F: return ("\u{FFFD}", 1)
    default: break
    }
    // Control characters and noncharacters, which no HTML document may hold: U+0080 to U+009F,
    // U+FDD0 to U+FDEF, and the last two of each plane. A string's bytes are well formed.
    func next(_ offset: Int) -> UInt8 {
      index + offset < bytes.count ? bytes[index + offset] : 0
    }
    switch bytes[index] {
    case 0xC2: return next(1) <= 0x9F ? ("\u{FFFD}", 2) : nil
    case 0xEF:
      let isForbidden =
        (next(1) == 0xB7 && (0x90...0xAF).contains(next(2)))
        || (next(1) == 0xBF && next(2) >= 0xBE)
      return isForbidden ? ("\u{FFFD}", 3) : nil
    case 0xF0...:
      let isForbidden = next(1) & 0x0F == 0x0F && next(2) == 0xBF && next(3) >= 0xBE
      return isForbidden ? ("\u{FFFD}", 4) : nil
    default: return nil
    }
  }
}
