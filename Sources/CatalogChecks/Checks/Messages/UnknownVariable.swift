import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let unknownVariable = Check(
    "unknown-variable", .error,
    summary: "A translation uses a variable that its source does not have.",
    explanation: """
      The program hands over the variables of the source message and no others, so visitors see the \
      placeholder's name in braces: a name was misspelled, or translated.

      Write the variable as the source has it; the nearest name is proposed. If the program does \
      hand the variable over, declare it in the source's `placeholders`.
      """,
    examples: [
      .flagged("en", "Hello {$name}", "pl", "Cześć {1️⃣$nmae}"),
      .flagged("en", "{$count} of {$total}", "es", "{$count} de {1️⃣$totál}"),
      .accepted("en", "Hello {$name}", "pl", "Cześć {$name}"),
      .accepted(
        "en", "Hello {$name}", "ja", ".local $who = {$name :string}\n{{{$who}さん、こんにちは}}",
        remark: "a translation may give a value a name of its own"),
    ],
    tally: CheckTally(
      judged: 50, wrong: 0, "Most names were translated or written with another capital."),
    kind: .translation(findFaults))
}

private func findFaults(_ context: TranslationContext) -> [Fault] {
  guard let structure = context.targetFacts.structure else { return [] }
  let known = context.sourceFacts.structure?.arguments ?? []
  var faults: [Fault] = []
  for argument in structure.arguments
  where !known.contains(where: { $0.name == argument.name })
    && context.source.metadata.placeholders[argument.name] == nil
  {
    let names = known.map(\.name) + context.source.metadata.placeholders.keys.sorted()
    let help =
      NearestName.of(argument.name, among: names).map { "did you mean `$\($0)`?" }
      ?? (names.isEmpty
        ? "the source message has no variables"
        : "the source message has " + names.map { "`$\($0)`" }.joined(separator: ", "))
    faults.append(
      Fault(
        "variable `$\(argument.name)` is not in the source message", at: argument.span,
        help: help))
  }
  return faults
}
