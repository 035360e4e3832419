import Diagnostics
import StringCatalogs

extension Check {
  static let staleTranslation = Check(
    "stale-translation", .warning,
    summary: "The source has changed its meaning since this was translated.",
    explanation: """
      A translation remembers in its `source` the fingerprint of the message it was made from. The \
      source has another one now: words, variables or variants changed. White space, quotes of the \
      syntax and the order of options do not count as a change.

      Compare the two, correct the translation, and take over the new fingerprint (`langue import` \
      does). A translation without `source` is never called stale. Where `langue check --fix` mends the \
      source, translations that were up to date get the new fingerprint with it.
      """,
    examples: [
      .flagged(
        "en", "Empty the cart", "de", "1️⃣Warenkorb leeren",
        metadata: EntryMetadata(source: "0123456789abcdef"),
        remark: "the fingerprint is of another text"),
      .accepted("en", "Empty the cart", "de", "Warenkorb leeren"),
    ],
    tally: CheckTally(
      planted: .init(faults: 552, found: 552, fine: 138, reported: 0),
      """
      Sources with a word more, and sources with other white space. Public catalogues keep no \
      fingerprint.
      """),
    kind: .translation(findFaults))
}

private func findFaults(_ context: TranslationContext) -> [Fault] {
  guard context.target.metadata.source != nil,
    context.target.isStale(comparedWith: context.source)
  else { return [] }
  return [
    Fault(
      "the source has changed since this was translated",
      at: 0..<context.target.text.utf8.count,
      help: "compare with the source, then set `source` to \(context.source.fingerprint)")
  ]
}
