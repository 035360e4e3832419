import Diagnostics

extension PageTemplate {
  /// Parses a template's text.
  ///
  ///     PageTemplate.parse(name: "article", path: "Strings/article.html", bytes: bytes)
  ///
  /// A faulty tag is left out of the template and reported with its place: `template-syntax` for
  /// a tag that is not one, `template-context` for one that must not stand where it stands.
  public static func parse(name: String, path: String, bytes: [UInt8]) -> TemplateParseResult {
    var parser = TemplateParser(path: path, bytes: bytes)
    let pieces = parser.run()
    return TemplateParseResult(
      template: PageTemplate(name: name, path: path, bytes: bytes, pieces: pieces),
      findings: parser.findings)
  }
}

/// Reads a template from front to back.
private struct TemplateParser {
  let path: String
  let bytes: [UInt8]
  let lines: LineIndex
  var findings: [Finding] = []

  private var position = 0
  private var tracker = HTMLContextTracker()
  private var pieces: [PageTemplate.Piece] = []
  /// What was read since the last tag.
  private var html: [UInt8] = []
  /// Whether the template's indentation is shown to readers.
  private let keepsIndentation: Bool

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lines = LineIndex(bytes)
    keepsIndentation = String(decoding: bytes, as: UTF8.self).lowercased().contains("<pre")
  }

  mutating func run() -> [PageTemplate.Piece] {
    if String(validating: bytes, as: UTF8.self) == nil {
      report("template-syntax", 0..<0, "the template is not valid UTF-8", help: "save it as UTF-8")
    }
    while position < bytes.count {
      if starts(with: "{{", at: position) {
        readTag()
      } else {
        readHTML()
      }
    }
    flushHTML()
    return pieces
  }

  /// Takes over a byte of HTML. Between elements, the white space that begins a line is for those who
  /// write the template: it is left out.
  private mutating func readHTML() {
    let byte = bytes[position]
    tracker.consume(byte)
    html.append(byte)
    position += 1
    guard byte == UInt8(ascii: "\n"), !keepsIndentation, tracker.context == .content else { return }
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
      position += 1
    }
  }

  private mutating func readTag() {
    let start = position
    let asHTML = starts(with: "{{{", at: start)
    let open = asHTML ? 3 : 2
    let close = asHTML ? "}}}" : "}}"
    var end = start + open
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), !starts(with: close, at: end) {
      end += 1
    }
    flushHTML()
    guard starts(with: close, at: end) else {
      report(
        "template-syntax", start..<(start + open), "the tag is not closed",
        help: "close it with `\(close)` on the same line")
      position = start + open
      return
    }
    let span = start..<(end + open)
    position = span.upperBound
    let name = trimmed(bytes[(start + open)..<end])
    if let piece = piece(name, asHTML: asHTML, span: span) { pieces.append(piece) }
  }

  private mutating func piece(
    _ name: String, asHTML: Bool, span: Range<Int>
  ) -> PageTemplate.Piece? {
    guard Self.isKey(name) else {
      report(
        "template-syntax", span, "unknown tag `\(name)`",
        help: "a tag holds the key of a message, or a value of the page (page.lang)")
      return nil
    }
    guard name == "page" || name.hasPrefix("page.") else {
      return message(name, asHTML: asHTML, span: span)
    }
    guard let value = PageValue(rawValue: String(name.dropFirst("page.".count))) else {
      let known = PageValue.allCases.map { "page.\($0.rawValue)" }.joined(separator: ", ")
      report(
        "template-syntax", span, "unknown value of the page `\(name)`", help: "there are \(known)")
      return nil
    }
    guard value.isHTML == asHTML else {
      report(
        "template-context", span,
        value.isHTML ? "`\(name)` is HTML" : "`\(name)` is text",
        help: value.isHTML ? "write `{{{\(name)}}}`" : "write `{{\(name)}}`")
      return nil
    }
    switch (tracker.context, asHTML) {
    case (.content, _), (.attribute, false), (.textOnly, false):
      return .page(value, span: span)
    default:
      return misplaced(name, span)
    }
  }

  private mutating func message(
    _ key: String, asHTML: Bool, span: Range<Int>
  ) -> PageTemplate.Piece? {
    switch tracker.context {
    case .content where asHTML:
      return .messageAsHTML(key: key, span: span)
    case .content, .textOnly:
      guard !asHTML else { return misplaced(key, span) }
      return .messageAsText(key: key, span: span, attribute: false)
    case .attribute(let attribute):
      if asHTML { return misplaced(key, span) }
      if Self.isDangerous(attribute) {
        report(
          "template-context", span, "a message must not stand in the attribute `\(attribute)`",
          help: "addresses, styles and scripts belong to the template")
        return nil
      }
      return .messageAsText(key: key, span: span, attribute: true)
    case .closed:
      return misplaced(key, span)
    }
  }

  private mutating func misplaced(_ name: String, _ span: Range<Int>) -> PageTemplate.Piece? {
    switch tracker.context {
    case .attribute, .textOnly:
      report(
        "template-context", span, "HTML cannot stand here", help: "write `{{\(name)}}` for text")
    case .closed(let place):
      report(
        "template-context", span, "nothing can be put in \(place)",
        help: "move the tag into an element's content or a quoted attribute")
    case .content:
      break
    }
    return nil
  }

  /// Attributes whose value is an address, a style or a script.
  private static func isDangerous(_ attribute: String) -> Bool {
    if attribute.hasPrefix("on") { return true }
    return [
      "href", "src", "srcset", "srcdoc", "action", "formaction", "poster", "data", "style", "ping",
      "xlink:href", "background", "cite", "manifest", "http-equiv", "rel", "type", "id", "class",
      "name", "lang", "dir",
    ].contains(attribute)
  }

  private static func isKey(_ name: String) -> Bool {
    guard let first = name.utf8.first, isLetter(first) || first == UInt8(ascii: "_") else {
      return false
    }
    return name.utf8.count <= 512
      && name.utf8.allSatisfy { byte in
        isLetter(byte) || (byte >= 0x30 && byte <= 0x39) || byte >= 0x80
          || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
  }

  private func starts(with text: String, at offset: Int) -> Bool {
    guard offset + text.utf8.count <= bytes.count else { return false }
    return text.utf8.elementsEqual(bytes[offset..<(offset + text.utf8.count)])
  }

  private func trimmed(_ slice: ArraySlice<UInt8>) -> String {
    var slice = slice
    while slice.first == 0x20 || slice.first == 0x09 { slice.removeFirst() }
    while slice.last == 0x20 || slice.last == 0x09 { slice.removeLast() }
    return String(decoding: slice, as: UTF8.self)
  }

  private mutating func flushHTML() {
    guard !html.isEmpty else { return }
    pieces.append(.html(String(decoding: html, as: UTF8.self)))
    html = []
  }

  private mutating func report(
    _ rule: String, _ span: Range<Int>, _ message: String, help: String
  ) {
    findings.append(
      Finding(
        rule: rule, severity: .error, file: path, range: lines.range(span), message: message,
        help: help))
  }
}
