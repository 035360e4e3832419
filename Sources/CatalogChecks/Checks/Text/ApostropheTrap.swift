import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let apostropheTrap = Check(
    "apostrophe-trap", .error,
    summary: "An apostrophe in front of a brace hides the variable: `l'{name}`.",
    explanation: """
      In ICU's syntax an apostrophe directly before `{` starts a quotation: `l'{name}` shows \
      "l{name}", not the name. It catches the languages that elide: French, Italian, Catalan.

      Write the typographic apostrophe ’ (U+2019), or two straight ones: `l''{name}`. MessageFormat 2 \
      has no such trap. A brace that is meant as text (`'{'`) is accepted.
      """,
    examples: [
      .flagged("en", "Article of {name}", "fr", "L1️⃣'{name}", syntax: .icu),
      .accepted("en", "Article of {name}", "fr", "L’article de {name}", syntax: .icu),
      .accepted("en", "Write '{'name'}'", "ja", "'{'name'}' と書く", syntax: .icu),
      .accepted("en", "Article of {$name}", "fr", "L'{$name}", remark: "MessageFormat 2"),
    ],
    tally: CheckTally(
      planted: .init(faults: 92, found: 92, fine: 276, reported: 0),
      """
      Beside doubled and typographic apostrophes, quoted braces, and apostrophes elsewhere. Public \
      projects write typographic apostrophes or double them.
      """),
    kind: .message(findFaults))
}

private func findFaults(_ context: MessageContext) -> [Fault] {
  guard context.entry.syntax == .icu, context.facts.traits.contains(.apostrophe) else { return [] }
  return traps(in: Array(context.entry.text.utf8)).map { index, _ in
    Fault(
      "the apostrophe hides the variable behind it", at: index..<index + 1,
      help: "write ’ (U+2019) or two apostrophes")
  }
}

/// Whether a variable stands in a message and is hidden by an apostrophe.
func hidesVariable(_ name: String, in entry: CatalogEntry) -> Bool {
  guard entry.syntax == .icu, entry.text.utf8.contains(UInt8(ascii: "'")) else { return false }
  let bytes = Array(entry.text.utf8)
  return traps(in: bytes).contains { _, hidden in
    String(decoding: bytes[hidden], as: UTF8.self)
      .split { "{}, ".contains($0) }.contains { $0 == name }
  }
}

/// The apostrophes that start a quotation behind a letter, and what each hides.
private func traps(in bytes: [UInt8]) -> [(apostrophe: Int, hidden: Range<Int>)] {
  let quote = UInt8(ascii: "'")
  var traps: [(apostrophe: Int, hidden: Range<Int>)] = []
  var index = 0
  while index + 1 < bytes.count {
    guard bytes[index] == quote else {
      index += 1
      continue
    }
    if bytes[index + 1] == quote {
      index += 2
      continue
    }
    guard bytes[index + 1] == UInt8(ascii: "{") || bytes[index + 1] == UInt8(ascii: "}") else {
      index += 1
      continue
    }
    // The quotation goes on to the next apostrophe that is not doubled.
    var end = index + 1
    while end < bytes.count, bytes[end] != quote { end += 1 }
    let followsLetter = index > 0 && isLetter(bytes[index - 1])
    let hidden = (index + 1)..<end
    if followsLetter, bytes[index + 1] == UInt8(ascii: "{"),
      bytes[hidden].contains(UInt8(ascii: "}"))
    {
      traps.append((index, hidden))
    }
    index = end + 1
  }
  return traps
}

private func isLetter(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}
