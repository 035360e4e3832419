import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

extension Check {
  static let changedURLOrEmail = Check(
    "changed-url-or-email", .warning,
    summary: "An address in the text is another one in the translation, or is missing.",
    explanation: """
      Web and mail addresses are not translated: a letter changed in one leads nowhere, or to somebody \
      else. Silent where the other address is the language's own: it names the language \
      (`de.wikipedia.org`, `/pl`, `deed.fr`) on the same site, or the whole message is an address, which \
      stands among the texts for that very reason.

      Take over the source's address; suppress it where a language has another contact.
      """,
    examples: [
      .flagged("en", "Write to help@example.org", "de", "Schreiben Sie an 1️⃣hilfe@example.org"),
      .flagged("en", "See www.example.org/charter", "fr", "1️⃣Voir notre charte"),
      .accepted(
        "en", "See https://en.example.org/a.", "de", "Siehe https://de.example.org/a."),
      .accepted(
        "en", "See https://en.example.org/Help:Start", "de",
        "Siehe https://de.example.org/Hilfe:Anfang", remark: "the language's own page"),
      .accepted("en", "https://example.org/terms", "fr", "https://example.org/conditions"),
      .accepted("en", "Write to help@example.org", "ja", "help@example.orgまでご連絡ください"),
    ],
    tally: CheckTally(
      judged: 21, wrong: 1,
      """
      The wrong one was an example of an address, translated. Before pages in the own language \
      were accepted, most findings were of those.
      """),
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
  if expected.count == 1, found.count == 1, expected[0].text == context.source.text { return [] }
  var faults: [Fault] = []
  for address in expected
  where !found.contains(where: {
    isSameAddress(address.text, $0.text, context.sourceLocale, context.locale)
      || isOwnAddress($0.text, for: address.text, context.locale)
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

/// Whether an address is the same but for a slash at its end, or a language's own page on the site.
private func isOwnAddress(
  _ address: String, for original: String, _ locale: LocaleFacts
) -> Bool {
  if withoutSlash(address) == withoutSlash(original) { return true }
  guard site(of: address) == site(of: original) else { return false }
  let names = [locale.locale.tag.lowercased(), locale.language, otherCodes[locale.language]]
  return pieces(of: address).contains { names.contains($0) }
    && !pieces(of: original).contains { names.contains($0) }
}

private func withoutSlash(_ address: String) -> Substring {
  address.hasSuffix("/") ? address.dropLast() : address[...]
}

/// Codes that addresses have for languages beside their own.
private let otherCodes = ["nb": "no", "fil": "tl", "he": "iw", "id": "in"]

private func pieces(of address: String) -> [String] {
  address.lowercased().split { "/.?=&#:".contains($0) }.map {
    $0.split(separator: "_").joined(separator: "-")
  }
}

/// The last two parts of an address's host.
private func site(of address: String) -> [Substring] {
  let rest = address.split(separator: "/", omittingEmptySubsequences: true)
  guard let host = rest.first(where: { $0.contains(".") }) else { return [] }
  return host.split(separator: ".").suffix(2)
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

/// Whether a message has addresses that this check looks for.
func hasAddresses(_ entry: CatalogEntry) -> Bool {
  // Each has an `@` or two slashes, or starts with `www.`.
  var previous: UInt8 = 0
  let isPossible = entry.text.utf8.contains { byte in
    defer { previous = byte }
    return byte == UInt8(ascii: "@")
      || byte == previous && (byte == UInt8(ascii: "/") || byte | 0x20 == UInt8(ascii: "w"))
  }
  return isPossible && !addresses(in: entry).isEmpty
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

/// Whether a text is a whole web or mail address.
func isAddress(_ text: String) -> Bool {
  let lowered = text.lowercased()
  if lowered.hasPrefix("www.") || lowered.hasPrefix("http://") || lowered.hasPrefix("https://")
    || lowered.hasPrefix("//") && lowered.contains(".")
  {
    return true
  }
  let parts = text.split(separator: "@", omittingEmptySubsequences: false)
  guard parts.count == 2, !parts[0].isEmpty else { return false }
  let host = parts[1].split(separator: ".", omittingEmptySubsequences: false)
  return host.count > 1 && host.allSatisfy { !$0.isEmpty }
}
