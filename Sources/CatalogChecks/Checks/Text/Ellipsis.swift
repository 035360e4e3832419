import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let ellipsis = Check(
    "ellipsis", .note,
    summary: "Three full stops stand for an ellipsis.",
    explanation: """
      The ellipsis is one character, … (U+2026): it is not broken at the end of a line, and screen \
      readers know it.

      Write …. Where the source has three full stops too, it is said there, once. Silent in Chinese, \
      which writes six dots in the middle of the line (……).
      """,
    examples: [
      .flagged("en", "Loading…", "de", "Wird geladen1️⃣..."),
      .accepted("en", "Loading…", "de", "Wird geladen …"),
      .accepted("en", "Loading…", "zh-Hans", "正在加载……"),
    ],
    tally: CheckTally(
      judged: 50, wrong: 0, "All were three full stops for an ellipsis."),
    kind: .message(findFaults))
}

private func findFaults(_ context: MessageContext) -> [Fault] {
  guard context.facts.traits.contains(.threeDots) else { return [] }
  var faults: [Fault] = []
  context.entry.forEachText { text in
    let bytes = Array(text.value.utf8)
    var index = 0
    while index + 2 < bytes.count {
      guard bytes[index] == 0x2E, bytes[index + 1] == 0x2E, bytes[index + 2] == 0x2E else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, bytes[end] == 0x2E { end += 1 }
      if end - index == 3 {
        faults.append(
          Fault(
            "three full stops for an ellipsis",
            at: context.entry.span(of: index..<end, in: text), help: "write …"))
      }
      index = end
    }
  }
  return faults
}
