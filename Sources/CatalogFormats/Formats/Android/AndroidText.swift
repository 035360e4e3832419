import MessageSyntax
import StringCatalogs

/// The text of a string resource: white space runs together outside quotes, a backslash escapes.
struct AndroidText {
  private var decoder: TextDecoder
  private(set) var tags: [PatternElement]
  /// Where an apostrophe stands that neither a backslash nor quotes protect.
  private(set) var bareApostrophe: Range<Int>?
  private var pendingSpace: Int?
  private var wasSpace = true
  private var isQuoted = false
  private var escape: Escape = .none

  private enum Escape {
    case none
    case started(Int)
    case unicode(Int, digits: [UInt8])
  }

  /// - Parameter tags: What the tags of the message's other texts stand for; numbers go on from there.
  static func read(
    _ element: XMLNode, tags: inout [PatternElement]
  ) -> (text: DecodedText, bareApostrophe: Range<Int>?) {
    var text = AndroidText(start: element.content.lowerBound, tags: tags)
    text.add(element)
    tags = text.tags
    return (text.decoder.finished(end: element.content.upperBound), text.bareApostrophe)
  }

  private init(start: Int, tags: [PatternElement]) {
    decoder = TextDecoder(start: start)
    self.tags = tags
  }

  private mutating func add(_ element: XMLNode) {
    for child in element.children {
      switch child.kind {
      case .text, .cdata:
        child.forEachScalar { add($0, $1) }
        finishEscape()
      case .element:
        flushSpace()
        let isEmpty = child.isSelfClosing
        add(child.markup(isEmpty ? .standalone : .open), at: child.span.lowerBound)
        if isEmpty { continue }
        add(child)
        flushSpace()
        add(child.markup(.close), at: child.content.upperBound)
      case .comment, .other: continue
      }
    }
  }

  private mutating func add(_ element: PatternElement, at offset: Int) {
    decoder.append(TaggedDialect.mark(tags.count), at: offset)
    tags.append(element)
  }

  private mutating func flushSpace() {
    guard let offset = pendingSpace else { return }
    decoder.append(UInt8(ascii: " "), at: offset)
    pendingSpace = nil
    wasSpace = true
  }

  private mutating func put(_ scalar: Unicode.Scalar, _ offset: Int) {
    flushSpace()
    decoder.append(scalar, at: offset)
    wasSpace = false
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ range: Range<Int>) {
    switch escape {
    case .started(let start):
      escape = .none
      switch scalar {
      case "n": put("\n", start)
      case "t": put("\t", start)
      case "u": escape = .unicode(start, digits: [])
      default: put(scalar, start)
      }
      return
    case .unicode(let start, var digits):
      if scalar.isASCII, Character(scalar).isHexDigit {
        digits.append(UInt8(scalar.value))
        escape = .unicode(start, digits: digits)
        if digits.count == 4 { finishEscape() }
        return
      }
      finishEscape()
    case .none: break
    }
    switch scalar {
    case "\\": escape = .started(range.lowerBound)
    case "\"": isQuoted.toggle()
    case " ", "\t", "\n", "\r", "\u{B}", "\u{C}":
      if isQuoted {
        put(scalar, range.lowerBound)
      } else if !wasSpace, pendingSpace == nil {
        pendingSpace = range.lowerBound
      }
    case "'" where !isQuoted:
      if bareApostrophe == nil { bareApostrophe = range }
      put(scalar, range.lowerBound)
    default: put(scalar, range.lowerBound)
    }
  }

  private mutating func finishEscape() {
    if case .unicode(let start, let digits) = escape,
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    {
      let scalar = Unicode.Scalar(value) ?? Unicode.Scalar.replacement
      put(scalar == "\u{0}" ? .replacement : scalar, start)
    }
    escape = .none
  }

  /// Text between tags as a resource has it.
  static func source(_ pieces: [TaggedPattern.Piece]) -> String {
    var result = ""
    var wasSpace = true
    var isFirst = true
    for piece in pieces {
      switch piece {
      case .tag(let tag): result += tag
      case .text(let text):
        for scalar in text.unicodeScalars {
          switch scalar {
          case " ": result += wasSpace ? "\\u0020" : " "
          case "\n": result += "\\n"
          case "\t": result += "\\t"
          case "\r": result += "\\u000D"
          case "\\", "'", "\"": result += "\\\(scalar)"
          case "@", "?": result += isFirst ? "\\\(scalar)" : "\(scalar)"
          default: result += XMLText.escaped(scalar)
          }
          wasSpace = scalar == " " && !wasSpace
          isFirst = false
        }
      }
    }
    return result.hasSuffix(" ") ? result.dropLast() + "\\u0020" : result
  }
}

extension Unicode.Scalar {
  /// What stands in place of half a surrogate pair.
  static let replacement: Unicode.Scalar = "\u{FFFD}"
}
