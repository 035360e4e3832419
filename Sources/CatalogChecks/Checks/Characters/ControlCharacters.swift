import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let controlCharacters = Check(
    "control-characters", .error,
    summary: "A message has control characters.",
    explanation: """
      Control characters (U+0000 to U+001F but for line ends and tabs, U+007F to U+009F) have no \
      meaning on a page: they come from a damaged conversion, or from a terminal, and some programs \
      refuse the whole file for them. U+0080 to U+009F most often were Windows characters: U+0092 was \
      an apostrophe.

      Take them out, or write the character that was meant.
      """,
    examples: [
      .flagged("en", "Hello", "de", "Hal1️⃣\u{7}lo"),
      .flagged("en", "the reader's", "fr", "l1️⃣\u{92}article"),
      .accepted("en", "one\ntwo", "de", "eins\nzwei"),
    ],
    tally: CheckTally(
      judged: 4, wrong: 0,
      "Backspaces in Chinese, and a cancel sign in Vietnamese."),
    kind: .message(findFaults))
}

private func findFaults(_ context: MessageContext) -> [Fault] {
  guard context.facts.traits.contains(.control) else { return [] }
  var faults: [Fault] = []
  for (scalar, bytes) in PlacedScalars(context.entry.text) {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: continue
    case 0..<0x20, 0x7F..<0xA0:
      let code = String(scalar.value, radix: 16, uppercase: true)
      let name = "U+" + String(repeating: "0", count: 4 - code.utf8.count) + code
      faults.append(
        Fault(
          "control character \(name)", at: bytes,
          help: meant[scalar.value].map { "did you mean `\($0)`?" } ?? "take it out"))
    default: continue
    }
  }
  return faults
}

/// What stood at these places in Windows-1252.
private let meant: [UInt32: String] = [
  0x85: "…", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
]
