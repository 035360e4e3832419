import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let unsafeHTML = Check(
    "unsafe-html", .error,
    summary: "A message holds HTML or an address that could run a program on the page.",
    explanation: """
      Translations come from many hands. `<script>`, `<iframe>`, attributes such as `onclick=` and \
      addresses such as `javascript:` in a message run a program wherever the text is put into a page \
      without being escaped. The pages of this toolkit escape text and let markup through an \
      allow-list only; a bundle in another program's hands may not be so lucky.

      Write emphasis and links as markup (`{#em}`, `{#link href=…}`) and take the rest out.
      """,
    examples: [
      .flagged("en", "Hello", "de", "Hallo1️⃣<script>alert(1)</script>"),
      .flagged(
        "en", "See {#link href=|/a|}this{/link}", "de", "{#link href=1️⃣|javascript:x|}Das{/link}"),
      .flagged("en", "Hello", "de", "<b 1️⃣onclick=\"x()\">Hallo</b>"),
      .flagged("en", "Hello", "de", "<a href=\"1️⃣javascript:x()\">Hallo</a>"),
      .flagged("en", "Hello", "de", "1️⃣<link rel=\"stylesheet\" href=\"/a.css\">Hallo"),
      .accepted("en", "See <link>this</link>", "de", "Siehe <link>das</link>", syntax: .icu),
      .accepted("en", "See <link>this</link>", "fa", "<link/> این <link>"),
      .accepted("en", "if a < b and b > c", "de", "wenn a < b und b > c"),
      .accepted("en", "Learn JavaScript: a course", "de", "JavaScript: ein Kurs"),
    ],
    tally: CheckTally(
      planted: .init(faults: 46, found: 46, fine: 46, reported: 0),
      """
      Scripts, frames, handlers and addresses that run programs; beside emphasis, links and signs \
      of comparison.
      """),
    kind: .message(findFaults))
}

/// Elements that are never part of a text.
let unsafeElements: Set<String> = [
  "script", "iframe", "object", "embed", "style", "link", "meta", "base", "form", "svg", "math",
  "template",
]

/// Elements that do nothing without an attribute.
private let harmlessWhenBare: Set<String> = ["link", "meta", "base", "embed"]

private func findFaults(_ context: MessageContext) -> [Fault] {
  var faults: [Fault] = []
  if context.facts.traits.contains(.html) {
    context.entry.forEachText { text in
      for found in unsafeHTML(in: Array(text.value.utf8)) {
        faults.append(
          Fault(
            found.message, at: context.entry.span(of: found.span, in: text),
            help: "write emphasis and links as markup, and take the rest out"))
      }
    }
  }
  guard let structure = context.facts.structure, structure.hasMarkup,
    let message = context.entry.parsed.message
  else { return faults }
  forEachMarkup(of: message) { markup in
    for option in markup.options {
      guard case .literal(let literal) = option.value else { continue }
      if isUnsafeAddress(literal.value) {
        faults.append(
          Fault(
            "`\(literal.value.prefix(40))` would run a program", at: literal.span.range,
            help: "write an address that starts with `https:` or `/`"))
      } else if option.name.utf8.count > 2, option.name.lowercased().hasPrefix("on") {
        faults.append(
          Fault("`\(option.name)` would run a program", at: option.span.range, help: "take it out"))
      }
    }
  }
  return faults
}

/// Whether an address runs a program when it is followed; white space and control characters within
/// it are skipped, as browsers do.
func isUnsafeAddress(_ address: String) -> Bool {
  var scheme = ""
  for scalar in address.unicodeScalars {
    if scalar.value <= 0x20 || (0x7F...0xA0).contains(scalar.value) { continue }
    if scalar == ":" {
      return ["javascript", "vbscript", "data", "blob", "file"].contains(scheme.lowercased())
    }
    guard scalar.isASCII, scheme.utf8.count < 12 else { return false }
    scheme.unicodeScalars.append(scalar)
  }
  return false
}

private func unsafeHTML(in bytes: [UInt8]) -> [(message: String, span: Range<Int>)] {
  var found: [(message: String, span: Range<Int>)] = []
  var position = 0
  while let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
    var start = open + 1
    if start < bytes.count, bytes[start] == UInt8(ascii: "/") { start += 1 }
    var end = start
    while end < bytes.count, isLetter(bytes[end]) { end += 1 }
    position = max(end, open + 1)
    guard end > start else { continue }
    let name = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    let close = bytes[end...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
    let isBare = bytes[end..<close].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
    if isBare, harmlessWhenBare.contains(name) {
      // `<link>` without attributes does nothing, and is what ICU's syntax calls a link.
    } else if unsafeElements.contains(name) {
      if start == open + 1 { found.append(("`<\(name)>` in a message", open..<close)) }
    } else if let handler = eventHandler(bytes, end..<close) {
      found.append(("an event handler in a message", handler))
    } else if let attribute = TextTag.attributes(in: bytes, end..<close)
      .first(where: { addressOptions.contains($0.name) && isUnsafeAddress($0.value) })
    {
      found.append(("`\(attribute.value.prefix(40))` would run a program", attribute.span))
    }
    position = min(max(close, position), bytes.count)
  }
  return found
}

/// An attribute whose name starts with `on`.
private func eventHandler(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
  var index = range.lowerBound
  while index + 3 < range.upperBound {
    if bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "/"), bytes[index + 1] | 0x20 == 0x6F,
      bytes[index + 2] | 0x20 == 0x6E
    {
      var end = index + 3
      while end < range.upperBound, isLetter(bytes[end]) { end += 1 }
      if end > index + 3, end < range.upperBound, bytes[end] == UInt8(ascii: "=") {
        return index + 1..<end
      }
    }
    index += 1
  }
  return nil
}

private func isLetter(_ byte: UInt8) -> Bool {
  (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}
