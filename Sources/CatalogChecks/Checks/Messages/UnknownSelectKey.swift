import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let unknownSelectKey = Check(
    "unknown-select-key", .error,
    summary: "A translation has a variant for a value that its source does not tell apart.",
    explanation: """
      The keys of a select are the program's words (`male`, `female`), not the reader's. A key that \
      the source does not have is never chosen: it was translated, or misspelled, and its variant is \
      lost.

      Write the key as the source does. A language that has to tell more values apart than the source \
      may do so if the source's `placeholders` list them in `values`. Where the source names one of `male` \
      and `female` (or `masculine` and `feminine`), the other is known too.
      """,
    examples: [
      .flagged(
        "en",
        ".input {$g :string}\n.match $g\nfemale {{She came}}\nmale {{He came}}\n* {{They came}}",
        "es",
        ".input {$g :string}\n.match $g\n1️⃣mujer {{Ella vino}}\nmale {{Él vino}}\n* {{Vino}}"),
      .accepted(
        "en",
        ".input {$g :string}\n.match $g\nfemale {{She came}}\nmale {{He came}}\n* {{They came}}",
        "ja", "来ました", remark: "a language may tell fewer values apart"),
      .accepted(
        "en", ".input {$g :string}\n.match $g\nmale {{You}}\n* {{You}}", "ar",
        ".input {$g :string}\n.match $g\nmale {{أنتَ}}\nfemale {{أنتِ}}\n* {{أنت}}",
        remark: "where there is a man there is a woman"),
      .accepted(
        "en", "They came", "pl",
        ".input {$g :string}\n.match $g\nfemale {{Przyszła}}\n* {{Przyszedł}}",
        metadata: EntryMetadata(
          placeholders: ["g": Placeholder(kind: .string, values: ["female", "male"])]),
        remark: "or more, if the source's metadata list them"),
    ],
    tally: CheckTally(
      planted: .init(faults: 46, found: 46, fine: 46, reported: 0),
      """
      A key that was translated or misspelled; beside messages with fewer keys, in another order \
      or quoted. Public catalogues had none.
      """),
    kind: .translation(findFaults))
}

/// Words of programs that come together.
private let genders = [["male", "female"], ["masculine", "feminine"]]

private func findFaults(_ context: TranslationContext) -> [Fault] {
  guard let target = context.targetFacts.structure, !target.selectors.isEmpty else { return [] }
  let source = context.sourceFacts.structure
  var faults: [Fault] = []
  for (column, selector) in target.selectors.enumerated() {
    guard selector.kind == .string, let argument = selector.argument else { continue }
    let name = target.arguments[argument].name
    var known = context.source.metadata.placeholders[name]?.values ?? []
    if let source, let origin = source.argument(named: name),
      let theirs = source.selectors.firstIndex(where: { $0.argument == origin })
    {
      known += source.literals(column: theirs).map(\.value)
    }
    guard !known.isEmpty else { continue }
    for pair in genders where known.contains(where: pair.contains) { known += pair }
    var seen: Set<String> = []
    for literal in target.literals(column: column)
    where !known.contains(literal.value) && seen.insert(literal.value).inserted {
      faults.append(
        Fault(
          "the source has no variant for `\(literal.value)` of `$\(name)`",
          at: literal.span.range,
          help: NearestName.of(literal.value, among: known).map { "did you mean `\($0)`?" }
            ?? "the source tells \(Set(known).sorted().map { "`\($0)`" }.joined(separator: ", ")) apart"
        ))
    }
  }
  return faults
}

extension MessageStructure {
  fileprivate func literals(column: Int) -> [Literal] {
    branches.compactMap { branch in
      guard column < branch.keys.count, case .literal(let literal) = branch.keys[column] else {
        return nil
      }
      return literal
    }
  }
}
