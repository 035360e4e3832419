import MessageSyntax
import StringCatalogs

/// An element's tag in the text of a message: `<b>`, `</b>`, `<br>`.
struct TextTag {
  enum Kind { case open, close, standalone }

  /// `href="/a"`: its name in lower case, and its value without quotes.
  struct Attribute {
    var name: String
    var value: String
    /// The value, or the name where there is none.
    var span: Range<Int>
  }

  /// In lower case.
  var name: String
  var kind: Kind
  /// In the message's source.
  var span: Range<Int>
  /// In the order of the tag.
  var attributes: [Attribute] = []
}

extension CatalogEntry {
  /// The tags that stand in a pattern's texts, in their order.
  ///
  /// HTML and FormatJS write elements so, and to this toolkit they are text. `<name>` may also be meant
  /// for the reader ("/invite <channel>"): a tag counts where HTML has the element, or where the
  /// pattern or another one closes it.
  func tags(of pattern: Pattern, closedElsewhere: Set<String> = []) -> [TextTag] {
    var tags: [TextTag] = []
    for case .text(let text) in pattern.elements where text.value.utf8.contains(0x3C) {
      tags += TextTag.all(in: text.value).map { tag in
        var tag = tag
        tag.span = span(of: tag.span, in: text)
        for index in tag.attributes.indices {
          tag.attributes[index].span = span(of: tag.attributes[index].span, in: text)
        }
        return tag
      }
    }
    let closed = Set(tags.filter { $0.kind == .close }.map(\.name)).union(closedElsewhere)
    return tags.filter { TextTag.elements.contains($0.name) || closed.contains($0.name) }
  }
}

extension TextTag {
  /// Elements of HTML that texts are marked up with.
  static let elements: Set<String> = [
    "a", "abbr", "b", "bdi", "big", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd",
    "mark", "p", "q", "s", "small", "span", "strong", "sub", "sup", "u", "wbr",
  ]
  /// Elements that only change how text looks.
  static let emphasis: Set<String> = [
    "b", "big", "code", "i", "kbd", "mark", "s", "small", "span", "sub", "sup", "u",
  ]
  /// Elements that look like another one.
  static let alike = ["strong": "b", "em": "i", "cite": "i", "del": "s", "ins": "u"]
  /// Elements that have no end, or need none.
  static let endless: Set<String> = ["br", "img", "wbr", "p", "li", "hr", "input"]

  static func all(in text: String) -> [TextTag] {
    let bytes = Array(text.utf8)
    var tags: [TextTag] = []
    var index = 0
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      let closes = index < bytes.count && bytes[index] == UInt8(ascii: "/")
      if closes { index += 1 }
      let start = index
      while index < bytes.count, isNameByte(bytes[index], isFirst: index == start) { index += 1 }
      guard index > start, index < bytes.count,
        " \t\n/>".utf8.contains(bytes[index])
      else { continue }
      let name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
      let end = bytes[index...].firstIndex(of: UInt8(ascii: ">"))
      let isStandalone =
        endless.contains(name) || end.map { endsItself(bytes, index..<$0) } ?? false
      tags.append(
        TextTag(
          name: name, kind: isStandalone ? .standalone : closes ? .close : .open,
          span: open..<(end.map { $0 + 1 } ?? index),
          attributes: closes ? [] : attributes(in: bytes, index..<(end ?? index))))
      index = end ?? index
    }
    return tags
  }

  /// Whether a tag ends with a slash of its own; one behind a value without quotes is the value's.
  private static func endsItself(_ bytes: [UInt8], _ rest: Range<Int>) -> Bool {
    guard rest.count > 0, bytes[rest.upperBound - 1] == UInt8(ascii: "/") else { return false }
    return rest.count == 1 || bytes[rest.upperBound - 2] <= 0x20
      || "\"'".utf8.contains(bytes[rest.upperBound - 2])
  }

  /// The attributes in what follows an element's name.
  static func attributes(in bytes: [UInt8], _ range: Range<Int>) -> [Attribute] {
    var attributes: [Attribute] = []
    var index = range.lowerBound
    func skip(while isSkipped: (UInt8) -> Bool) {
      while index < range.upperBound, isSkipped(bytes[index]) { index += 1 }
    }
    while index < range.upperBound {
      skip { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
      let name = index
      skip { $0 > 0x20 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/") }
      guard index > name else {
        index += 1
        continue
      }
      var span = name..<index
      let word = String(decoding: bytes[span], as: UTF8.self).lowercased()
      let end = index
      skip { $0 <= 0x20 }
      var value = ""
      if index < range.upperBound, bytes[index] == UInt8(ascii: "=") {
        index += 1
        skip { $0 <= 0x20 }
        let quote = index < range.upperBound ? bytes[index] : 0
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        if isQuoted { index += 1 }
        let start = index
        skip { isQuoted ? $0 != quote : $0 > 0x20 }
        span = start..<index
        value = String(decoding: bytes[span], as: UTF8.self)
        if isQuoted, index < range.upperBound { index += 1 }
      } else {
        index = end
      }
      attributes.append(Attribute(name: word, value: value, span: span))
    }
    return attributes
  }

  private static func isNameByte(_ byte: UInt8, isFirst: Bool) -> Bool {
    if (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) { return true }
    return !isFirst && ((0x30...0x39).contains(byte) || "-_:".utf8.contains(byte))
  }
}
