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
    kind: .message(findFaults))
}

private func findFaults(_ context: MessageContext) -> [Fault] {
  guard let structure = context.facts.structure, !structure.selectors.isEmpty else { return [] }
  var faults: [Fault] = []
  for (column, selector) in structure.selectors.enumerated() {
    guard let (needs, domain) = context.locale.needs(selector.kind) else { continue }
    let families = structure.families(column: column)
    for branch in structure.branches where column < branch.keys.count {
      guard case .literal(let literal) = branch.keys[column],
        let category = PluralCategory(rawValue: literal.value), category != .other
      else { continue }
      guard let reach = needs.reach(of: category) else {
        faults.append(
          Fault(
            "\(context.locale.locale) never chooses "
              + "the \(selector.kind == .ordinal ? "ordinal" : "plural") category "
              + "`\(category.rawValue)`",
            at: literal.span.range, help: "take the variant out"))
        continue
      }
      guard !reach.large, !(reach.fractions && domain != .integer), !reach.small.isEmpty,
        let family = families.first(where: { $0.includes(branch, column: column) }),
        reach.small.allSatisfy(family.exact.contains)
      else { continue }
      let numbers = reach.small.map { "`\($0 + selector.offset)`" }.joined(separator: ", ")
      faults.append(
        Fault(
          "`\(category.rawValue)` is never chosen: \(numbers) comes first",
          at: literal.span.range, help: "keep one of the two"))
    }
  }
  return faults
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
