import MessageSyntax
import StringCatalogs

/// Reads a `<source>` or `<target>` as text with its inline elements.
///
/// In a file that `langue` wrote, a code's native data is the placeholder in MessageFormat 2. In other
/// tools' files codes stay what they are: `<pc id="1">` is the markup `{#pc id=1}`, a code whose data
/// stands in it keeps it as the attribute `@source`.
struct XLIFFContent {
  private let version: XLIFFVersion
  /// The unit's native data by its identifier; empty in other tools' files.
  private let data: [String: String]
  private let isOwn: Bool
  private let natives: XLIFFNatives
  private var decoder: TextDecoder
  private var tags: [PatternElement]
  /// A `<cp>` whose value is no character.
  private(set) var fault: Range<Int>?

  static func read(
    _ elements: [XMLNode], _ version: XLIFFVersion, data: [String: String], isOwn: Bool,
    natives: XLIFFNatives, tags: inout [PatternElement]
  ) -> (text: DecodedText, fault: Range<Int>?) {
    let start = elements.first?.content.lowerBound ?? 0
    var content = XLIFFContent(
      version: version, data: data, isOwn: isOwn, natives: natives,
      decoder: TextDecoder(start: start), tags: tags)
    for element in elements { content.add(element) }
    tags = content.tags
    let end = elements.last?.content.upperBound ?? start
    return (content.decoder.finished(end: end), content.fault)
  }

  private init(
    version: XLIFFVersion, data: [String: String], isOwn: Bool, natives: XLIFFNatives,
    decoder: TextDecoder, tags: [PatternElement]
  ) {
    self.version = version
    self.data = data
    self.isOwn = isOwn
    self.natives = natives
    self.decoder = decoder
    self.tags = tags
  }

  private mutating func add(_ element: XMLNode) {
    for child in element.children {
      switch child.kind {
      case .text, .cdata:
        if let text = child.plainText {
          decoder.append(text, at: child.content.lowerBound)
        } else {
          child.forEachScalar { decoder.append($0, at: $1.lowerBound) }
        }
      case .element: addCode(child)
      case .comment, .other: continue
      }
    }
  }

  private mutating func addCode(_ code: XMLNode) {
    let name = code.name.local
    let start = code.span.lowerBound
    if version == .version2, name == "cp" {
      let value = code.attribute("hex").flatMap { UInt32($0.value, radix: 16) }
      guard let scalar = value.flatMap(Unicode.Scalar.init), scalar != "\u{0}" else {
        fault = fault ?? code.tag
        return
      }
      return decoder.append(scalar, at: start)
    }
    if version.spanningCodes.contains(name) {
      let opening = own(code, "dataRefStart") ?? code.markup(.open)
      let closing = own(code, "dataRefEnd") ?? code.markup(.close)
      if code.isSelfClosing, !isOwn { return put(code.markup(.standalone), start) }
      put(opening, start)
      add(code)
      put(closing, code.content.upperBound)
    } else if let element = own(code, "dataRef") {
      put(element, start)
    } else {
      var element = code.markup(.standalone)
      if case .markup(var markup) = element, !code.isSelfClosing {
        markup.attributes = [Attribute(name: "source", value: Literal(code.source))]
        // What the code stands for is part of what the message says.
        markup.options.append(Option(name: "code", value: .literal(Literal(code.text))))
        element = .markup(markup)
      }
      put(element, start)
    }
  }

  private mutating func put(_ element: PatternElement, _ offset: Int) {
    decoder.append(TaggedDialect.mark(tags.count), at: offset)
    tags.append(element)
  }

  /// The placeholder that a code's native data is, in a file of our own.
  private func own(_ code: XMLNode, _ reference: String) -> PatternElement? {
    guard isOwn else { return nil }
    let native =
      version == .version2
      ? code.attribute(reference).flatMap { data[$0.value] }
      : reference == "dataRef" ? code.text : nil
    return native.flatMap { natives.element(of: $0) }
  }
}

/// What the native data of codes means, in files of our own: the same few come again and again.
final class XLIFFNatives {
  private var known: [String: PatternElement?] = [:]
  private static let most = 1_000

  /// The placeholder that a text is, or nil where it is something else.
  func element(of native: String) -> PatternElement? {
    if let known = known[native] { return known }
    let element = Self.read(native)
    if known.count < Self.most { known[native] = .some(element) }
    return element
  }

  private static func read(_ native: String) -> PatternElement? {
    guard case .pattern(let message)? = MessageFormat2.parse(native).message,
      message.declarations.isEmpty, message.pattern.elements.count == 1,
      let element = message.pattern.elements.first
    else { return nil }
    return element.isText ? nil : element
  }
}
