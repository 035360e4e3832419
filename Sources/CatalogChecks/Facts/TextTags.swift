import MessageSyntax
import StringCatalogs

/// An element's tag in the text of a message: `<b>`, `</b>`, `<br>`.
struct TextTag {
  enum Kind { case open, close, standalone }

  /// In lower case.
  var name: String
  var kind: Kind
  /// In the message's source.
  var span: Range<Int>
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
        endless.contains(name) || end.map { bytes[$0 - 1] == UInt8(ascii: "/") } ?? false
      tags.append(
        TextTag(
          name: name, kind: isStandalone ? .standalone : closes ? .close : .open,
          span: open..<(end.map { $0 + 1 } ?? index)))
      index = end ?? index
    }
    return tags
  }

  private static func isNameByte(_ byte: UInt8, isFirst: Bool) -> Bool {
    if (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) { return true }
    return !isFirst && ((0x30...0x39).contains(byte) || "-_:".utf8.contains(byte))
  }
}
