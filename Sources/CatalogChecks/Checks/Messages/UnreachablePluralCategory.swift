import Diagnostics
import LocaleServices
import MessageSyntax
import StringCatalogs

extension Check {
  static let unreachablePluralCategory = Check(
    "unreachable-plural-category", .warning,
    summary: "A variant is for a plural category that its language never chooses.",
    explanation: """
      The language has no such category (`one` in Japanese, `few` in German), or all its numbers have \
      variants of their own that come first (`1` beside `one` in English, `0` beside `zero` in Arabic). \
      The text is never shown; whoever wrote it may believe that it is.

      Take the variant out, or keep one of the two that say the same.
      """,
    examples: [
      .flagged(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} page}}\n* {{{$n} pages}}",
        "ja", ".input {$n :integer}\n.match $n\n1️⃣one {{{$n}ページ}}\n* {{{$n}ページ}}"),
      .flagged(
        "en",
        ".input {$n :integer}\n.match $n\n1 {{One page}}\n1️⃣one {{{$n} page}}\n* {{{$n} pages}}",
        remark: "English takes `one` for 1 only, which has its own variant"),
      .flagged(
        "en", "{n, plural, one {# page} other {# pages}}", "ja",
        "{n, plural, 1️⃣one {#ページ} other {#ページ}}", syntax: .icu),
      .accepted(
        "en", ".input {$n :integer}\n.match $n\n1 {{One page}}\n* {{{$n} pages}}",
        "ru",
        ".input {$n :integer}\n.match $n\n1 {{Одна страница}}\none {{{$n} страница}}\n"
          + "few {{{$n} страницы}}\nmany {{{$n} страниц}}\n* {{{$n} страницы}}",
        remark: "Russian takes `one` for 21, 31 … too"),
      .accepted(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} page}}\n* {{{$n} pages}}",
        "fr",
        ".input {$n :integer}\n.match $n\none {{{$n} page}}\nmany {{{$n} de pages}}\n"
          + "* {{{$n} pages}}",
        remark: "French takes `many` from 1 000 000 on"),
    ],
    tally: CheckTally(
      judged: 33, wrong: 0, "All were `one` in Japanese, Korean, Vietnamese and Chinese."),
    kind: .message(findFaults))
}

private func findFaults(_ context: MessageContext) -> [Fault] {
  guard let structure = context.facts.structure, !structure.selectors.isEmpty,
    context.locale.hasPluralRules
  else { return [] }
  if context.entry.syntax == .icu { return unreachableBranches(context) }
  var faults: [Fault] = []
  for (column, selector) in structure.selectors.enumerated() {
    guard let (needs, domain) = context.locale.needs(selector.kind) else { continue }
    let families = structure.families(column: column)
    for branch in structure.branches where column < branch.keys.count {
      guard case .literal(let literal) = branch.keys[column],
        let family = families.first(where: { $0.includes(branch, column: column) })
      else { continue }
      faults += fault(
        literal.value, at: literal.span, needs, domain, exact: family.exact,
        offset: selector.offset, isOrdinal: selector.kind == .ordinal, context)
    }
  }
  return faults
}

/// What is never chosen in the plurals of ICU's syntax, as they are written: converted, branches that
/// say the same would be one.
private func unreachableBranches(_ context: MessageContext) -> [Fault] {
  guard let message = ICUMessageFormat.parse(context.entry.text).message else { return [] }
  var faults: [Fault] = []
  forEachPlural(of: message) { _, plural in
    let offset = plural.offset.integer ?? 0
    let exact = plural.branches.compactMap { branch -> Int? in
      guard case .exact(let number) = branch.selector else { return nil }
      return number.integer.map { $0 - offset }
    }
    for branch in plural.branches {
      guard case .keyword(let keyword) = branch.selector else { continue }
      faults += fault(
        keyword, at: branch.selectorSpan,
        plural.isOrdinal ? context.locale.ordinal : context.locale.cardinal, .count, exact: exact,
        offset: offset, isOrdinal: plural.isOrdinal, context)
    }
  }
  return faults
}

/// What is wrong with a category's variant beside variants for exact numbers.
private func fault(
  _ key: String, at span: SourceSpan, _ needs: PluralNeeds, _ domain: NumberDomain, exact: [Int],
  offset: Int, isOrdinal: Bool, _ context: MessageContext
) -> [Fault] {
  guard let category = PluralCategory(rawValue: key), category != .other else { return [] }
  guard let reach = needs.reach(of: category) else {
    return [
      Fault(
        "\(context.locale.locale) never chooses the \(isOrdinal ? "ordinal" : "plural") category "
          + "`\(key)`",
        at: span.range, help: "take the variant out")
    ]
  }
  guard !reach.large, !(reach.fractions && domain != .integer), !reach.small.isEmpty,
    reach.small.allSatisfy(exact.contains)
  else { return [] }
  let numbers = reach.small.map { "`\($0 + offset)`" }.joined(separator: ", ")
  return [
    Fault(
      "`\(key)` is never chosen: \(numbers) comes first", at: span.range,
      help: "keep one of the two")
  ]
}

extension VariantFamily {
  fileprivate func includes(_ branch: MessageStructure.Branch, column: Int) -> Bool {
    for (index, other) in others.enumerated() where index != column {
      if case .literal(let literal) = branch.keys[index] {
        if literal.value != other { return false }
      } else if other != "*" {
        return false
      }
    }
    return true
  }
}
