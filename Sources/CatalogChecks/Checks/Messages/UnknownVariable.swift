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

      Write the variable as the source has it; the name that is most likely meant is proposed. If the program does \
      hand the variable over, declare it in the source's `placeholders`. Variables without names (`$1`, \
      `%2$s`, `{0}`) are accepted up to the highest number of the source: there are that many.
      """,
    examples: [
      .flagged("en", "Hello {$name}", "pl", "Cześć {1️⃣$nmae}"),
      .flagged("en", "{$count} of {$total}", "es", "{$count} de {1️⃣$totál}"),
      .flagged("en", "Hello {$name}", "es", "Hola {1️⃣$usuario}", remark: "`$name` is meant"),
      .accepted("en", "Hello {$name}", "pl", "Cześć {$name}"),
      .accepted(
        "en", "Hello {1}", "ja", "{0} {1}", syntax: .icu,
        remark: "there is a {0} where there is a {1}"),
      .accepted(
        "en", "Hello {$name}", "ja", ".local $who = {$name :string}\n{{{$who}さん、こんにちは}}",
        remark: "a translation may give a value a name of its own"),
    ],
    tally: CheckTally(
      judged: 50, wrong: 0,
      "Names were translated, or written with another capital or an old name."),
    kind: .translation(findFaults))
}

private func findFaults(_ context: TranslationContext) -> [Fault] {
  guard let structure = context.targetFacts.structure else { return [] }
  let known = context.sourceFacts.structure?.arguments ?? []
  let names = known.map(\.name) + context.source.metadata.placeholders.keys.sorted()
  let misnamed = MisnamedVariables(context)
  return misnamed.arguments.map { index in
    let argument = structure.arguments[index]
    let help =
      misnamed.meant[index].map { "did you mean `$\($0)`?" }
      ?? (names.isEmpty
        ? "the source message has no variables"
        : "the source message has " + names.map { "`$\($0)`" }.joined(separator: ", "))
    return Fault(
      "variable `$\(argument.name)` is not in the source message", at: argument.span,
      help: help)
  }
}

/// The variables of a translation that its source does not have, and what each most likely stands for: a
/// name that is like it, of the lost ones first, or the only one that is lost.
struct MisnamedVariables {
  /// Indices into the translation's arguments.
  private(set) var arguments: [Int] = []
  /// The source's name, by index.
  private(set) var meant: [Int: String] = [:]
  /// Those of the translation's arguments by which a variant is chosen.
  private var selectors: Set<Int> = []

  init(_ context: TranslationContext) {
    guard let target = context.targetFacts.structure else { return }
    selectors = Set(target.selectors.compactMap(\.argument))
    let known = context.sourceFacts.structure?.arguments ?? []
    let declared = context.source.metadata.placeholders
    let highest = (known.map(\.name) + declared.keys).compactMap(numberOfVariable).max() ?? -1
    arguments = target.arguments.indices.filter { index in
      let name = target.arguments[index].name
      return declared[name] == nil && !known.contains { $0.name == name }
        && (numberOfVariable(name).map { $0 > highest } ?? true)
    }
    guard !arguments.isEmpty else { return }
    var lost = known.filter { target.argument(named: $0.name) == nil }.map(\.name)
    for index in arguments {
      guard let name = NearestName.of(target.arguments[index].name, among: lost) else { continue }
      meant[index] = name
      lost.removeAll { $0 == name }
    }
    let left = arguments.filter { meant[$0] == nil }
    if let index = left.first, left.count == 1, let name = lost.first, lost.count == 1 {
      meant[index] = name
    }
    let names = known.map(\.name) + declared.keys.sorted()
    for index in left where meant[index] == nil {
      meant[index] = NearestName.of(target.arguments[index].name, among: names)
    }
  }

  /// Whether a variable of the source stands under another name, in the message or in one variant.
  func isMeant(_ name: String, in branch: MessageStructure.Branch? = nil) -> Bool {
    meant.contains { index, meant in
      meant == name && branch.map { $0.shown.contains(index) || selectors.contains(index) } ?? true
    }
  }
}

/// The number of a variable without a name: `arg2`, as `$2` and `%2$s` are read, or `2`.
func numberOfVariable(_ name: String) -> Int? {
  Int(name.hasPrefix("arg") ? name.dropFirst(3) : name[...])
}
