/// Where in an HTML text one stands: what may be written there.
enum HTMLContext: Hashable {
  /// Between elements, where text and elements may stand.
  case content
  /// In a quoted attribute's value.
  case attribute(name: String)
  /// In `<title>` or `<textarea>`: text, no elements.
  case textOnly
  /// In a script, a style, a comment, a tag or an unquoted value: nothing may be put here.
  case closed(String)
}

/// Follows HTML byte by byte just closely enough to know the context.
///
///     var tracker = HTMLContextTracker()
///     for byte in "<a href=\"".utf8 { tracker.consume(byte) }
///     tracker.context  // .attribute(name: "href")
struct HTMLContextTracker {
  private enum State {
    case content
    case tagOpen
    case tagName
    case inTag
    case attributeName
    case afterAttributeName
    case beforeValue
    case quoted(UInt8)
    case unquoted
    case comment
    case declaration
    /// The content of an element that ends only at its own closing tag.
    case raw(element: String)
  }

  private var state = State.content
  private var tagName: [UInt8] = []
  private var attributeName: [UInt8] = []
  /// The last bytes read, lowercase, where a comment's or a raw element's end is looked for.
  private var recent: [UInt8] = []

  var context: HTMLContext {
    switch state {
    case .content: .content
    case .quoted: .attribute(name: String(decoding: attributeName, as: UTF8.self))
    case .raw(let element) where element == "title" || element == "textarea": .textOnly
    case .raw(let element): .closed("inside <\(element)>")
    case .comment: .closed("inside a comment")
    case .unquoted, .beforeValue: .closed("in an attribute value without quotes")
    case .declaration, .tagOpen, .tagName, .inTag, .attributeName, .afterAttributeName:
      .closed("inside a tag")
    }
  }

  mutating func consume(_ byte: UInt8) {
    let lower = byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
    switch state {
    case .content:
      if byte == UInt8(ascii: "<") {
        state = .tagOpen
        tagName = []
      }
    case .tagOpen:
      consumeTagOpen(lower)
    case .tagName:
      if lower == UInt8(ascii: ">") {
        endTag()
      } else if Self.isSpace(lower) || lower == UInt8(ascii: "/") {
        state = .inTag
      } else {
        tagName.append(lower)
      }
    case .inTag, .afterAttributeName:
      consumeInTag(lower)
    case .attributeName:
      if Self.isSpace(lower) {
        state = .afterAttributeName
      } else if lower == UInt8(ascii: "=") {
        state = .beforeValue
      } else if lower == UInt8(ascii: ">") {
        endTag()
      } else {
        attributeName.append(lower)
      }
    case .beforeValue:
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        state = .quoted(byte)
      } else if byte == UInt8(ascii: ">") {
        endTag()
      } else if !Self.isSpace(byte) {
        state = .unquoted
      }
    case .quoted(let quote):
      if byte == quote { state = .inTag }
    case .unquoted:
      if Self.isSpace(byte) { state = .inTag } else if byte == UInt8(ascii: ">") { endTag() }
    case .declaration:
      remember(lower, atMost: 2)
      if recent.elementsEqual("--".utf8) {
        state = .comment
        recent = []
      } else if byte == UInt8(ascii: ">") {
        state = .content
      }
    case .comment:
      remember(lower, atMost: 3)
      if recent.elementsEqual("-->".utf8) { state = .content }
    case .raw(let element):
      remember(lower, atMost: element.utf8.count + 2)
      if recent.elementsEqual("</\(element)".utf8) {
        state = .tagName
        tagName = Array("/\(element)".utf8)
      }
    }
  }

  private mutating func consumeTagOpen(_ byte: UInt8) {
    if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
      state = .declaration
      recent = []
      tagName = [byte]
    } else if byte == UInt8(ascii: "/") || (byte >= 0x61 && byte <= 0x7A) {
      state = .tagName
      tagName = [byte]
    } else {
      state = .content
    }
  }

  private mutating func consumeInTag(_ byte: UInt8) {
    if byte == UInt8(ascii: ">") {
      endTag()
    } else if byte == UInt8(ascii: "="), case .afterAttributeName = state {
      state = .beforeValue
    } else if !Self.isSpace(byte), byte != UInt8(ascii: "/") {
      state = .attributeName
      attributeName = [byte]
    }
  }

  private mutating func endTag() {
    let name = String(decoding: tagName, as: UTF8.self)
    recent = []
    state = Self.rawElements.contains(name) ? .raw(element: name) : .content
  }

  private mutating func remember(_ byte: UInt8, atMost count: Int) {
    recent.append(byte)
    if recent.count > count { recent.removeFirst(recent.count - count) }
  }

  private static let rawElements: Set<String> = [
    "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext",
  ]

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D && byte != 0x0B)
  }
}
