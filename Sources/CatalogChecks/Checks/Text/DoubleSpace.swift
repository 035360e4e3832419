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
      .accepted("en", "Empty the cart", "de", "Warenkorb leeren"),
      .accepted("en", "one\n  two", "ja", "一\n  二"),
    ],
    kind: .message(findFaults))
}

private func findFaults(_ context: MessageContext) -> [Fault] {
  guard context.facts.traits.contains(.doubleSpace) else { return [] }
  var faults: [Fault] = []
  context.entry.forEachText { text in
    for span in doubleSpaces(in: Array(text.value.utf8)) {
      faults.append(
        Fault(
          "\(span.count == 2 ? "two" : "several") spaces in a row",
          at: context.entry.span(of: span, in: text), help: "leave one"))
    }
  }
  return faults
}

/// Runs of two spaces or more between other characters, but for those after a line end.
func doubleSpaces(in bytes: [UInt8]) -> [Range<Int>] {
  var spans: [Range<Int>] = []
  var index = 0
  while index < bytes.count {
    guard bytes[index] == 0x20 else {
      index += 1
      continue
    }
    let start = index
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    let isInside =
      start > 0 && index < bytes.count && bytes[start - 1] != 0x0A && bytes[index] != 0x0A
    if index - start > 1, isInside { spans.append(start..<index) }
  }
  return spans
}
