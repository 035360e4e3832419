import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let changedFunction = Check(
    "changed-function", .warning,
    summary:
      "A translation treats a variable as something else: a price as a number, a plural as text.",
    explanation: """
      Where the source formats a value as a currency, a percentage, a date or an ordinal number, and \
      the translation does not, readers see 0.83 for 83 %, or 1800 without its currency. Where the \
      source chooses a plural and the translation has one text for all numbers, it is wrong for most \
      of them, in a language that has plural forms. In a language with two forms that is a note, for \
      there is often one text for both; silent where words do not change after a number (Turkish, \
      Hungarian: CLDR writes "1 saat" and "2 saat").

      Take over the source's function with its options; options of style (digits, length) may differ. \
      A plural may be left out where a sentence is turned so that nothing depends on the number \
      ("Pages: 5"): suppress it there.
      """,
    examples: [
      .flagged("en", "Off by {$p :percent}", "de", "Um {1️⃣$p} daneben"),
      .flagged(
        "en", "{$n :number select=ordinal} place", "fr", "place {1️⃣$n :currency currency=EUR}"),
      .flagged(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} page}}\n* {{{$n} pages}}",
        "pl", "1️⃣{$n} stron", remark: "Polish has plural forms"),
      .accepted(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} page}}\n* {{{$n} pages}}",
        "ja", "{$n}ページ", remark: "Japanese has none"),
      .accepted(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} person}}\n* {{{$n} people}}",
        "hu", "{$n} személynek", remark: "Hungarian words do not change after a number"),
      .accepted(
        "en", "Off by {$p :percent}", "de", "Um {$p :percent maximumFractionDigits=1} daneben"),
    ],
    tally: CheckTally(
      judged: 2, wrong: 0,
      """
      Besides there were nine notes, six of them wrong: Norwegian and Swedish use the singular \
      after "every".
      """),
    kind: .translation(findFaults))
}

private func findFaults(_ context: TranslationContext) -> [Fault] {
  guard let source = context.sourceFacts.structure else { return [] }
  guard let target = context.targetFacts.structure else { return [] }
  var faults: [Fault] = []
  for argument in source.arguments {
    guard let own = target.argument(named: argument.name) else { continue }
    faults += changedTreatment(argument, target.arguments[own])
  }
  faults += changedSelectors(source, target, context)
  return faults
}

/// What a function makes of a value; functions that make the same kind of thing may stand for each
/// other.
private func family(_ function: String) -> String {
  switch function {
  case "number", "integer", "offset", "": "number"
  case "date", "time", "datetime": "date"
  default: function
  }
}

private func changedTreatment(
  _ source: MessageStructure.Argument, _ target: MessageStructure.Argument
) -> [Fault] {
  // A variable that the source shows bare may be formatted as the language needs it.
  guard !source.treatments.isEmpty, source.treatments.allSatisfy({ $0.function != "" }) else {
    return []
  }
  var faults: [Fault] = []
  for treatment in target.treatments {
    let isKnown = source.treatments.contains {
      if $0.function == "string" { return true }
      return family($0.function) == family(treatment.function) && $0.manner == treatment.manner
    }
    guard !isKnown, let expected = source.treatments.first else { continue }
    let start = treatment.span.lowerBound + 1
    faults.append(
      Fault(
        "`$\(source.name)` is \(described(treatment)), in the source \(described(expected))",
        at: start..<max(start, treatment.span.upperBound - 1),
        help: "write `{$\(source.name) :\(expected.function)…}` as the source does"))
  }
  return faults
}

private func described(_ treatment: MessageStructure.Treatment) -> String {
  if treatment.function.isEmpty { return "shown as it is" }
  let manner = treatment.manner.split(separator: " ").joined(separator: " ")
  return "`:\(treatment.function)`" + (manner.isEmpty ? "" : " with `\(manner)`")
}

private func changedSelectors(
  _ source: MessageStructure, _ target: MessageStructure, _ context: TranslationContext
) -> [Fault] {
  var faults: [Fault] = []
  for selector in source.selectors {
    guard let argument = selector.argument,
      let own = target.argument(named: source.arguments[argument].name)
    else { continue }
    let name = source.arguments[argument].name
    let counterpart = target.selectors.first { $0.argument == own }
    switch (selector.kind, counterpart?.kind) {
    case (.cardinal, nil):
      let forms = context.locale.cardinal.reaches.filter { !$0.small.isEmpty }.count
      guard forms > 1, target.arguments[own].isShown,
        // A source with `0` or `1` beside `*` tells special cases apart, not plural forms.
        source.branches.contains(where: { $0.isPlural }), context.locale.bendsWordsAfterNumbers
      else { continue }
      faults.append(
        Fault(
          "the plural of `$\(name)` is lost: one text for all numbers",
          at: 0..<context.target.text.utf8.count,
          help: "choose by `$\(name)` as the source does, in \(context.locale.locale)'s categories",
          severity: forms == 2 ? .note : nil))
    case (.ordinal, .cardinal?), (.cardinal, .ordinal?):
      guard let counterpart else { continue }
      faults.append(
        Fault(
          "`$\(name)` is \(counterpart.kind == .ordinal ? "an ordinal" : "a cardinal") here, "
            + "\(selector.kind == .ordinal ? "an ordinal" : "a cardinal") in the source",
          at: counterpart.span))
    case (.cardinal, .cardinal?):
      guard let counterpart, counterpart.offset != selector.offset else { continue }
      faults.append(
        Fault(
          "`$\(name)` is offset by \(counterpart.offset), in the source by \(selector.offset)",
          at: counterpart.span))
    default: continue
    }
  }
  return faults
}

extension MessageStructure.Branch {
  /// Whether one of the keys is a plural category's name.
  fileprivate var isPlural: Bool {
    keys.contains { key in
      if case .literal(let literal) = key {
        ["zero", "one", "two", "few", "many"].contains(literal.value)
      } else {
        false
      }
    }
  }
}
