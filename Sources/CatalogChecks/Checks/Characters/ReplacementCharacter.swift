import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let replacementCharacter = Check(
    "replacement-character", .error,
    summary: "A message has U+FFFD, the sign that a character was lost.",
    explanation: """
      A program that reads bytes in the wrong encoding puts � where it does not understand them. The \
      character that stood there cannot be found again from the file.

      Write the text anew, from an older copy or by hand.
      """,
    examples: [
      .flagged("en", "Cafe", "fr", "Caf1️⃣\u{FFFD}"),
      .accepted("en", "Cafe", "fr", "Café"),
      .accepted("en", "Cafe", "ja", "カフェ"),
    ],
    tally: CheckTally(
      planted: .init(faults: 46, found: 46, fine: 0, reported: 0),
      "A letter in a text of each language. No public catalogue had one."),
    kind: .message(findFaults))
}

private func findFaults(_ context: MessageContext) -> [Fault] {
  guard context.facts.traits.contains(.highest) else { return [] }
  var faults: [Fault] = []
  for (scalar, bytes) in PlacedScalars(context.entry.text) where scalar.value == 0xFFFD {
    faults.append(
      Fault(
        "U+FFFD stands for a character that was lost", at: bytes,
        help: "write the character that belongs here"))
    // One is enough: a damaged text is damaged throughout.
    break
  }
  return faults
}
