import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let changedURLOrEmail = Check(
    "changed-url-or-email", .warning,
    summary: "An address in the text is another one in the translation, or is missing.",
    explanation: """
      Web and mail addresses are not translated: a letter changed in one leads nowhere, or to somebody \
      else. An address that differs in its language only (`en.wikipedia.org` and `de.wikipedia.org`) \
      is accepted.

      Take over the source's address; suppress it where a language has another contact.
      """,
    examples: [
      .flagged("en", "Write to help@example.org", "de", "Schreiben Sie an 1️⃣hilfe@example.org"),
      .flagged("en", "See www.example.org/charter", "fr", "1️⃣Voir notre charte"),
      .accepted(
        "en", "See https://en.example.org/a.", "de", "Siehe https://de.example.org/a."),
      .accepted("en", "Write to help@example.org", "ja", "help@example.orgまでご連絡ください"),
    ],
    kind: .translation(findFaults))
}

private func findFaults(_ context: TranslationContext) -> [Fault] {
  let traits = context.sourceFacts.traits
  guard traits.contains(.fullStop),
    traits.contains(.at) || traits.contains(.colon)
      || traits.contains(.asciiLetter) && mayHoldAddress(context.source.text)
  else { return [] }
  let expected = addresses(in: context.source)
  guard !expected.isEmpty else { return [] }
  let found = addresses(in: context.target)
  var faults: [Fault] = []
  for address in expected
  where !found.contains(where: {
    isSameAddress(address.text, $0.text, context.sourceLocale, context.locale)
  }) {
    let isMail = address.text.utf8.contains(UInt8(ascii: "@"))
    let wrong = found.first { candidate in
      candidate.text.utf8.contains(UInt8(ascii: "@")) == isMail
        && !expected.contains { $0.text == candidate.text }
    }
    faults.append(
      Fault(
        wrong.map { "the address `\($0.text)` is `\(address.text)` in the source" }
          ?? "the address `\(address.text)` is missing",
        at: wrong?.span ?? 0..<context.target.text.utf8.count,
        help: "write `\(address.text)`"))
  }
  return faults
}

/// Whether a text has `www`.
private func mayHoldAddress(_ text: String) -> Bool {
  var run = 0
  for byte in text.utf8 {
    run = byte == UInt8(ascii: "w") ? run + 1 : 0
    if run == 3 { return true }
  }
  return false
}

/// The web and mail addresses of a message.
private func addresses(in entry: CatalogEntry) -> [(text: String, span: Range<Int>)] {
  var addresses: [(text: String, span: Range<Int>)] = []
  entry.forEachText { text in
    let bytes = Array(text.value.utf8)
    var index = 0
    while index < bytes.count {
      guard isAddressByte(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, isAddressByte(bytes[index]) { index += 1 }
      var end = index
      while end > start, ".,;:!?'\")".utf8.contains(bytes[end - 1]) { end -= 1 }
      var begin = start
      while begin < end, "('\"".utf8.contains(bytes[begin]) { begin += 1 }
      guard begin < end else { continue }
      let piece = String(decoding: bytes[begin..<end], as: UTF8.self)
      if isAddress(piece) {
        addresses.append((piece, entry.span(of: begin..<end, in: text)))
      }
    }
  }
  return addresses
}

private func isAddressByte(_ byte: UInt8) -> Bool {
  byte > 0x20 && byte < 0x7F && !"<>{}|\\^`\"".utf8.contains(byte)
}

private func isAddress(_ text: String) -> Bool {
  let lowered = text.lowercased()
  if lowered.hasPrefix("www.") || lowered.hasPrefix("http://") || lowered.hasPrefix("https://") {
    return true
  }
  let parts = text.split(separator: "@", omittingEmptySubsequences: false)
  guard parts.count == 2, !parts[0].isEmpty else { return false }
  let host = parts[1].split(separator: ".", omittingEmptySubsequences: false)
  return host.count > 1 && host.allSatisfy { !$0.isEmpty }
}
