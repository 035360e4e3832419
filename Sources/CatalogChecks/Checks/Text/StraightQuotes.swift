import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let straightQuotes = Check(
    "straight-quotes", .note,
    summary: "Straight quotation marks stand where the language has its own.",
    explanation: """
      `"` is the typewriter's mark. Every language has marks of its own, which CLDR knows: “ ” in \
      English, « » in French and Russian, „ “ in German, 「 」 in Japanese.

      Write the language's marks; `langue check --fix` does where they pair up. Where the source has \
      straight marks too, it is said there, once. Silent about inches and seconds (a mark after a \
      digit), about marks within HTML, and in Hebrew, where the same sign is used within words.
      """,
    examples: [
      .flagged("en", "The “golden” rule", "de", "Die 1️⃣\"goldene\" Regel"),
      .accepted("en", "The “golden” rule", "de", "Die „goldene“ Regel"),
      .accepted("en", "A 24\" screen", "de", "Ein Bildschirm mit 24\""),
      .accepted("en", "The Israeli army", "he", "צה\"ל", remark: "an abbreviation in Hebrew"),
    ],
    tally: CheckTally(
      judged: 50, wrong: 0, "Three stand around names from programs."),
    kind: .message(findFaults))
}

private func findFaults(_ context: MessageContext) -> [Fault] {
  guard context.facts.traits.contains(.straightQuote),
    !["he", "yi"].contains(context.locale.language)
  else { return [] }
  var faults: [Fault] = []
  context.entry.forEachText { text in
    let bytes = Array(text.value.utf8)
    guard !bytes.contains(UInt8(ascii: "<")) else { return }
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\"") {
      if index > 0, (0x30...0x39).contains(bytes[index - 1]) { continue }
      faults.append(
        Fault(
          "a straight quotation mark",
          at: context.entry.span(of: index..<index + 1, in: text),
          help: "write the language's own: \(context.locale.quotes.example)"))
      // The other of the pair is the same fault.
      return
    }
  }
  return faults
}
