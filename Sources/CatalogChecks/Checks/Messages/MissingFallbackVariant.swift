import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let missingFallbackVariant = Check(
    "missing-fallback-variant", .error,
    summary: "A message with variants has none for everything else.",
    explanation: """
      A message must have a variant whose keys are all `*` (in ICU's syntax `other`): it is taken for \
      every value that no other variant fits. Without it the message is refused as a whole, and \
      visitors see the fallback's language. The usual cause is that it was \
      taken for a leftover; where `other` was translated, the finding is called `translated-keyword`.

      Add the variant `*`, or give it its name back.
      """,
    examples: [
      .flagged(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} page}}\n* {{{$n} pages}}",
        "de", ".input {$n :integer}\n1️⃣.match $n\none {{{$n} Seite}}"),
      .accepted(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} page}}\n* {{{$n} pages}}",
        "ja", ".input {$n :integer}\n.match $n\n* {{{$n}ページ}}"),
    ],
    tally: CheckTally(
      planted: .init(faults: 38, found: 38, fine: 38, reported: 0),
      """
      The variant was taken out, or moved to the front. In all four messages of public catalogues \
      without `other` it had been translated, which is `translated-keyword`.
      """),
    kind: .message(findFaults))
}

private func findFaults(_ context: MessageContext) -> [Fault] {
  guard !context.entry.parsed.diagnostics.isEmpty else { return [] }
  return context.entry.parsed.diagnostics.compactMap { diagnostic in
    guard diagnostic.code == Check.missingFallbackVariant.rule,
      translatedKeyword(diagnostic, in: context.entry) == nil
    else { return nil }
    return Fault(diagnostic.message, at: diagnostic.span, help: diagnostic.help)
  }
}
