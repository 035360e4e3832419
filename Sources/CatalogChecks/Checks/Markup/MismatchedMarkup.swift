import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let mismatchedMarkup = Check(
    "mismatched-markup", .error,
    summary: "A translation's markup is not its source's: other names, other numbers of them.",
    explanation: """
      Markup carries emphasis and links. Where it is lost, a link cannot be followed; where there is \
      more of it, or a name is misspelled, the page has no element for it. Its order may change, as \
      word order does, and each variant is compared by itself.

      Bring names, kinds and numbers into line with the source.
      """,
    examples: [
      .flagged(
        "en", "Read {#link}more{/link}", "de", "1️⃣Mehr lesen", remark: "the link is lost"),
      .flagged("en", "Read {#em}more{/em}", "de", "{1️⃣#emm}Mehr{/emm} lesen"),
      .accepted("en", "Read {#em}more{/em}", "de", "{#em}Mehr{/em} lesen"),
      .accepted(
        "en", "{#strong}Read{/strong} {#em}more{/em}", "ja",
        "{#em}もっと{/em}{#strong}読む{/strong}", remark: "word order changes the order of markup"),
    ],
    kind: .translation(findFaults))
}

/// How often a piece of markup stands in a pattern.
private struct Tally {
  var name: String
  var kind: Markup.Kind
  var count: Int
  var span: Range<Int>
}

private func findFaults(_ context: TranslationContext) -> [Fault] {
  let source = context.sourceFacts.structure
  let target = context.targetFacts.structure
  guard (source?.hasMarkup ?? false) || (target?.hasMarkup ?? false) else { return [] }
  let expected = (source?.branches ?? []).map { tally($0.pattern) }
  guard let target else {
    return compare(
      [], expected, whole: 0..<context.target.text.utf8.count, variant: "")
  }
  var faults: [Fault] = []
  for branch in target.branches {
    let whole = branch.span.isEmpty ? 0..<context.target.text.utf8.count : branch.span
    faults += compare(
      tally(branch.pattern), expected, whole: whole,
      variant: branch.keys.isEmpty ? "" : " in the variant \(branch.name)")
  }
  return faults
}

private func tally(_ pattern: Pattern) -> [Tally] {
  var tallies: [Tally] = []
  for case .markup(let markup) in pattern.elements {
    let kind = markup.kind == .close ? Markup.Kind.open : markup.kind
    if markup.kind == .close { continue }
    if let index = tallies.firstIndex(where: { $0.name == markup.name && $0.kind == kind }) {
      tallies[index].count += 1
    } else {
      let start = markup.span.lowerBound + 1
      tallies.append(
        Tally(
          name: markup.name, kind: kind, count: 1,
          span: start..<max(start, markup.span.upperBound - 1)))
    }
  }
  return tallies
}

/// Compares a pattern with the source's nearest one: the one that leaves the fewest differences.
private func compare(
  _ found: [Tally], _ expected: [[Tally]], whole: Range<Int>, variant: String
) -> [Fault] {
  var best: [Fault]?
  for candidate in expected.isEmpty ? [[]] : expected {
    let faults = differences(found, candidate, whole: whole, variant: variant)
    if faults.isEmpty { return [] }
    if best.map({ faults.count < $0.count }) ?? true { best = faults }
  }
  return best ?? []
}

private func differences(
  _ found: [Tally], _ expected: [Tally], whole: Range<Int>, variant: String
) -> [Fault] {
  var faults: [Fault] = []
  var unknown: Set<String> = []
  for tally in found {
    let wanted = expected.first { $0.name == tally.name && $0.kind == tally.kind }
    if wanted?.count == tally.count { continue }
    if let wanted {
      faults.append(
        Fault(
          "markup `\(written(tally))` stands \(times(tally.count)), in the source "
            + "\(times(wanted.count))\(variant)", at: tally.span))
      continue
    }
    unknown.insert(tally.name)
    let names = expected.map(\.name)
    let help =
      names.contains(tally.name)
      ? "the source writes `\(expected.first { $0.name == tally.name }.map(written) ?? "")`"
      : NearestName.of(tally.name, among: names).map { "did you mean `\($0)`?" }
    faults.append(
      Fault(
        "markup `\(written(tally))` is not in the source message\(variant)", at: tally.span,
        help: help))
  }
  for tally in expected
  where !found.contains(where: { $0.name == tally.name && $0.kind == tally.kind }) {
    // A misspelled name is one fault, not two.
    if !unknown.isEmpty,
      unknown.contains(tally.name) || NearestName.of(tally.name, among: unknown.sorted()) != nil
    {
      continue
    }
    faults.append(Fault("markup `\(written(tally))` is missing\(variant)", at: whole))
  }
  return faults
}

private func written(_ tally: Tally) -> String {
  tally.kind == .standalone ? "{#\(tally.name)/}" : "{#\(tally.name)}"
}

private func times(_ count: Int) -> String {
  switch count {
  case 1: "once"
  case 2: "twice"
  default: "\(count) times"
  }
}
