import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let exceededLength = Check(
    "exceeded-length", .error,
    summary: "A message is longer than the room that it has (`maxLength`).",
    explanation: """
      `maxLength` in the source's metadata says how many characters there is room for, in a button or \
      a title. Characters are counted as readers see them (grapheme clusters): an accent or an emoji \
      with a skin color is part of one. A variable counts as long as its `example`; every variant must \
      fit.

      Find a shorter word, or make room.
      """,
    examples: [
      .flagged(
        "en", "Search", "de", "1️⃣Durchsuchen", metadata: EntryMetadata(maxLength: 8)),
      .accepted("en", "Search", "de", "Suchen", metadata: EntryMetadata(maxLength: 8)),
      .accepted(
        "en", "Find", "hi", "ख़ोजें", metadata: EntryMetadata(maxLength: 4),
        remark: "six code points, three characters"),
    ],
    tally: CheckTally(
      planted: .init(faults: 46, found: 46, fine: 46, reported: 0),
      """
      One character too many, and as many as there is room for, in all scripts. Public catalogues \
      had no lengths.
      """),
    kind: .message(findFaults))
}

private func findFaults(_ context: MessageContext) -> [Fault] {
  guard let limit = context.metadata.maxLength, context.facts.isParsed else { return [] }
  guard context.entry.text.utf8.count > limit else { return [] }
  var faults: [Fault] = []
  for pattern in context.entry.patterns {
    let length = visibleLength(pattern, context.metadata.placeholders)
    guard length > limit else { continue }
    faults.append(
      Fault(
        "\(length) characters, where there is room for \(limit)",
        at: pattern.span.range.isEmpty ? 0..<context.entry.text.utf8.count : pattern.span.range,
        help: "find a shorter text"))
  }
  return faults
}

/// How many characters a pattern shows, its variables with their examples.
func visibleLength(_ pattern: Pattern, _ placeholders: [String: Placeholder]) -> Int {
  var length = 0
  for element in pattern.elements {
    switch element {
    case .text(let text): length += text.value.count
    case .markup: continue
    case .expression(let expression):
      switch expression.operand {
      case .variable(let variable)?:
        length += placeholders[variable.name]?.example?.count ?? 1
      case .literal(let literal)?: length += literal.value.count
      case nil: continue
      }
    }
  }
  return length
}
