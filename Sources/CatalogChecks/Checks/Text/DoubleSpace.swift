import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let doubleSpace = Check(
    "double-space", .warning,
    summary: "Two spaces stand in a row.",
    explanation: """
      A second space is a slip of the thumb, or what is left of a word that was taken out. A page shows \
      one space for both, an application shows two.

      Take one away; `langue check --fix` does. Indentation after a line end is left alone.
      """,
    examples: [
      .flagged("en", "Empty the cart", "de", "Warenkorb1️⃣  leeren"),
      .flagged("en", "Hello {$name}", "de", "Hallo1️⃣  {$name}"),
      .accepted("en", "Empty the cart", "de", "Warenkorb leeren"),
      .accepted("en", "one\n  two", "ja", "一\n  二"),
    ],
    tally: CheckTally(
      judged: 50, wrong: 1,
      """
      Slips of the thumb, and spaces on both sides of a variant that is empty. The wrong one was \
      the source's own empty variant, which was meant.
      """),
    kind: .message(findFaults))
}

private func findFaults(_ context: MessageContext) -> [Fault] {
  guard context.facts.traits.contains(.doubleSpace) else { return [] }
  var faults: [Fault] = []
  context.entry.forEachText { text in
    for span in doubleSpaces(in: text, of: context.entry) {
      faults.append(
        Fault(
          "\(span.count == 2 ? "two" : "several") spaces in a row",
          at: context.entry.span(of: span, in: text), help: "leave one"))
    }
  }
  return faults
}

/// Runs of two spaces or more between other characters or placeholders, but for those after a line
/// end, in bytes of the text.
func doubleSpaces(in text: Text, of entry: CatalogEntry) -> [Range<Int>] {
  let bytes = Array(text.value.utf8)
  guard bytes.contains(0x20) else { return [] }
  // A placeholder ends in front of the text where `}` does, and one starts behind it with `{`.
  let source = entry.text.utf8
  let before = source.prefix(text.span.lowerBound).last
  let after = source.dropFirst(text.span.upperBound).first
  var spans: [Range<Int>] = []
  var index = 0
  while index < bytes.count {
    guard bytes[index] == 0x20 else {
      index += 1
      continue
    }
    let start = index
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    let startsInside = start > 0 ? bytes[start - 1] != 0x0A : before == UInt8(ascii: "}")
    let endsInside = index < bytes.count ? bytes[index] != 0x0A : after == UInt8(ascii: "{")
    if index - start > 1, startsInside, endsInside { spans.append(start..<index) }
  }
  return spans
}
