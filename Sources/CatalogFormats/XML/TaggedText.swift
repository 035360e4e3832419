import MessageSyntax
import StringCatalogs

/// Text with elements in it, as one string in which each tag is its number between two U+0000, which no
/// XML document can hold. So a dialect that counts its placeholders sees the whole text.
struct TaggedDialect: PlaceholderDialect {
  let base: any PlaceholderDialect
  /// What the tags stand for, by their numbers.
  let tags: [PatternElement]

  static func mark(_ number: Int) -> String { "\u{0}\(number)\u{0}" }

  func segments(of text: String) -> [MessageSegment] {
    let segments = base.segments(of: text)
    guard !tags.isEmpty else { return segments }
    return segments.flatMap { segment in
      guard case .text(let value, let range) = segment, value.utf8.count == range.count,
        value.utf8.contains(0)
      else { return [segment] }
      return split(value, at: range.lowerBound)
    }
  }

  private func split(_ text: String, at start: Int) -> [MessageSegment] {
    var builder = SegmentBuilder(text)
    var offset = 0
    while let open = builder.find(0, from: offset) {
      guard let close = builder.find(0, from: open + 1) else { break }
      if let number = Int(builder.text(open + 1..<close)), tags.indices.contains(number) {
        builder.add(tags[number], open..<close + 1)
      }
      offset = close + 1
    }
    return builder.finish().map { segment in
      switch segment {
      case .text(let value, let range):
        .text(value, range.lowerBound + start..<range.upperBound + start)
      case .element(let element, let range):
        .element(element, range.lowerBound + start..<range.upperBound + start)
      }
    }
  }

  func token(for element: PatternElement, number: Int, attempt: Int) -> String? {
    base.token(for: element, number: number, attempt: attempt)
  }

  func escaped(_ text: String) -> String { base.escaped(text) }
}

/// A pattern in an XML format: what goes through the dialect, and the tags between.
enum TaggedPattern {
  enum Piece {
    case text(String)
    case tag(String)
  }

  /// - Parameter tag: How the format writes markup, or nil where it cannot.
  /// - Returns: The pieces, or what keeps the pattern from being written.
  static func pieces(
    of pattern: Pattern, _ writer: inout PlaceholderWriter, tag: (Markup) -> String?
  ) -> Result<[Piece], TaggedPatternFault> {
    var tags: [String] = []
    var plain: [PatternElement] = []
    for element in pattern.elements {
      switch element {
      case .markup(let markup):
        guard let tag = tag(markup) else {
          return .failure(TaggedPatternFault("the markup `\(markup.name)` has no place in XML"))
        }
        plain.append(.text(Text(TaggedDialect.mark(tags.count))))
        tags.append(tag)
      case .text(let text):
        if let scalar = XMLText.impossibleScalar(in: text.value) {
          let code = String(scalar.value, radix: 16, uppercase: true)
          return .failure(TaggedPatternFault("no XML document can hold U+\(code)"))
        }
        plain.append(element)
      case .expression: plain.append(element)
      }
    }
    if let fault = imbalance(of: pattern) { return .failure(fault) }
    let text = writer.text(of: Pattern(plain))
    var pieces: [Piece] = []
    for (index, part) in text.split(separator: "\u{0}", omittingEmptySubsequences: false)
      .enumerated()
    {
      if index % 2 == 0 {
        if !part.isEmpty { pieces.append(.text(String(part))) }
      } else if let number = Int(part), tags.indices.contains(number) {
        pieces.append(.tag(tags[number]))
      }
    }
    return .success(pieces)
  }

  /// Elements of XML are closed in the order in which they were opened.
  private static func imbalance(of pattern: Pattern) -> TaggedPatternFault? {
    var open: [String] = []
    for case .markup(let markup) in pattern.elements {
      switch markup.kind {
      case .open: open.append(markup.name)
      case .standalone: continue
      case .close:
        guard open.popLast() == markup.name else {
          return TaggedPatternFault("`{/\(markup.name)}` closes nothing")
        }
      }
    }
    return open.last.map { TaggedPatternFault("the markup `\($0)` is not closed") }
  }
}

struct TaggedPatternFault: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}

extension XMLNode {
  /// An element's name as it is written.
  var qualifiedName: String {
    let start = span.lowerBound + 1
    let end = bytes[min(start, bytes.count)..<min(tag.upperBound, bytes.count)].firstIndex {
      $0 <= 0x20 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">")
    }
    return source(start..<max(start, end ?? start))
  }

  /// The element as markup: `<b>` is `{#b}`, `<br/>` is `{#br/}`, attributes are options.
  func markup(_ kind: Markup.Kind) -> PatternElement {
    let options =
      kind == .close
      ? []
      : attributes.map {
        Option(name: $0.qualifiedName, value: .literal(Literal($0.value)))
      }
    return .markup(Markup(kind: kind, name: qualifiedName, options: options))
  }
}

extension Markup {
  /// The tag that the markup is in XML, or nil where a name or a value cannot be one.
  var xmlTag: String? {
    guard XMLText.isName(name) else { return nil }
    if kind == .close { return "</\(name)>" }
    var tag = "<" + name
    for option in options {
      guard case .literal(let literal) = option.value, XMLText.isName(option.name),
        XMLText.impossibleScalar(in: literal.value) == nil
      else { return nil }
      tag += " \(option.name)=\"\(XMLText.attribute(literal.value))\""
    }
    return tag + (kind == .open ? ">" : "/>")
  }
}
