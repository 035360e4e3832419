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

      Elements of HTML in the text (`<b>`, and `<link>` as ICU's syntax has it) are compared in the same \
      way, but for line breaks and paragraphs. Emphasis (`<b>`, or `<strong>` in its place) that is lost \
      is a warning there, and emphasis that is added a note. How often markup stands in a text with \
      choices of another tool (`{{PLURAL:$1|…|…}}`) is not compared. A name in angle brackets that nothing closes ("/invite \
      <channel>") is text.

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
      .flagged("en", "Read <link>more</link>", "de", "1️⃣Mehr lesen", syntax: .icu),
      .flagged("en", "Read <a href=\"/\">more</a>", "de", "1️⃣Mehr lesen"),
      .accepted("en", "Read <b>more</b>", "de", "<strong>Mehr</strong> lesen"),
      .accepted("en", "<big>W</big>iki", "he", "ויקי", remark: "Hebrew has no capitals"),
      .accepted(
        "en", "By <a href=https://example.org/>Us</a>", "de",
        "Von <a href=\"https://example.org/\">uns</a>"),
      .accepted("en", "Write /invite <channel>", "fr", "Écrivez /invite <canal>"),
    ],
    tally: CheckTally(
      judged: 44, wrong: 0,
      """
      These are the errors: links that were lost or doubled, buttons that became text. Of 79 \
      warnings some thirty were read as well, and all were right: emphasis that was lost.
      """),
    kind: .translation(findFaults))
}

/// How often a piece of markup stands in a pattern.
private struct Tally {
  var name: String
  var kind: Markup.Kind
  /// Whether it stands in the text, as HTML does.
  var isTag: Bool
  var count: Int
  var span: Range<Int>
}

private func findFaults(_ context: TranslationContext) -> [Fault] {
  let source = context.sourceFacts
  let target = context.targetFacts
  guard
    (source.structure?.hasMarkup ?? false) || (target.structure?.hasMarkup ?? false)
      || source.traits.contains(.html) || target.traits.contains(.html)
  else { return [] }
  let closed = Set(
    context.source.patterns.flatMap { context.source.tags(of: $0) }
      .filter { $0.kind == .close }.map(\.name))
  let expected = context.source.patterns.map { tally($0, context.source, closed) }
  let whole = 0..<context.target.text.utf8.count
  let isCounted = !context.source.hasUnreadChoice && !context.target.hasUnreadChoice
  guard let branches = target.structure?.branches else {
    return context.target.patterns.flatMap {
      compare(
        tally($0, context.target, closed), expected, isCounted: isCounted, whole: whole, variant: ""
      )
    }
  }
  var faults: [Fault] = []
  for branch in branches {
    faults += compare(
      tally(branch.pattern, context.target, closed), expected, isCounted: isCounted,
      whole: branch.span.isEmpty ? whole : branch.span,
      variant: branch.keys.isEmpty ? "" : " in the variant \(branch.name)")
  }
  return faults
}

private func tally(_ pattern: Pattern, _ entry: CatalogEntry, _ closed: Set<String>) -> [Tally] {
  var tallies: [Tally] = []
  func add(_ name: String, _ kind: Markup.Kind, isTag: Bool, _ span: Range<Int>) {
    if let index = tallies.firstIndex(where: {
      $0.name == name && $0.kind == kind && $0.isTag == isTag
    }) {
      tallies[index].count += 1
    } else {
      tallies.append(Tally(name: name, kind: kind, isTag: isTag, count: 1, span: span))
    }
  }
  for case .markup(let markup) in pattern.elements where markup.kind != .close {
    let start = markup.span.lowerBound + 1
    add(
      markup.name, markup.kind, isTag: false,
      start..<max(start, markup.span.upperBound - 1))
  }
  // Line breaks and paragraphs follow the length of the text.
  for tag in entry.tags(of: pattern, closedElsewhere: closed)
  where tag.kind != .close && !TextTag.endless.contains(tag.name) && tag.name != "big"
    // What is never part of a text is said by `unsafe-html`.
    && !(unsafeElements.contains(tag.name) && tag.name != "link")
  {
    add(
      TextTag.alike[tag.name] ?? tag.name, tag.kind == .open ? .open : .standalone, isTag: true,
      tag.span)
  }
  return tallies
}

/// Compares a pattern with the source's nearest one: the one that leaves the fewest differences.
private func compare(
  _ found: [Tally], _ expected: [[Tally]], isCounted: Bool, whole: Range<Int>, variant: String
) -> [Fault] {
  var best: [Fault]?
  for candidate in expected.isEmpty ? [[]] : expected {
    let faults = differences(
      found, candidate, isCounted: isCounted, whole: whole, variant: variant)
    if faults.isEmpty { return [] }
    if best.map({ faults.count < $0.count }) ?? true { best = faults }
  }
  return best ?? []
}

private func differences(
  _ found: [Tally], _ expected: [Tally], isCounted: Bool, whole: Range<Int>, variant: String
) -> [Fault] {
  var faults: [Fault] = []
  var unknown: Set<String> = []
  for tally in found {
    let wanted = expected.first {
      $0.name == tally.name && $0.kind == tally.kind && $0.isTag == tally.isTag
    }
    if let wanted, wanted.count == tally.count || !isCounted { continue }
    if let wanted {
      faults.append(
        Fault(
          "markup `\(written(tally))` stands \(times(tally.count)), in the source "
            + "\(times(wanted.count))\(variant)", at: tally.span,
          severity: severity(of: tally, isLost: tally.count < wanted.count)))
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
        help: help, severity: severity(of: tally, isLost: false)))
  }
  for tally in expected
  where !found.contains(where: {
    $0.name == tally.name && $0.kind == tally.kind && $0.isTag == tally.isTag
  }) {
    // A misspelled name is one fault, not two.
    if !unknown.isEmpty,
      unknown.contains(tally.name) || NearestName.of(tally.name, among: unknown.sorted()) != nil
    {
      continue
    }
    faults.append(
      Fault(
        "markup `\(written(tally))` is missing\(variant)", at: whole,
        severity: severity(of: tally, isLost: true)))
  }
  return faults
}

/// Emphasis in HTML is a matter of style; nil is the rule's own severity.
private func severity(of tally: Tally, isLost: Bool) -> Severity? {
  guard tally.isTag, TextTag.emphasis.contains(tally.name) else { return nil }
  return isLost ? .warning : .note
}

private func written(_ tally: Tally) -> String {
  if tally.isTag { return tally.kind == .standalone ? "<\(tally.name)/>" : "<\(tally.name)>" }
  return tally.kind == .standalone ? "{#\(tally.name)/}" : "{#\(tally.name)}"
}

private func times(_ count: Int) -> String {
  switch count {
  case 1: "once"
  case 2: "twice"
  default: "\(count) times"
  }
}
