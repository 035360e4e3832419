import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let invalidSyntax = Check(
    "invalid-syntax", .error,
    summary: "A message cannot be read: its syntax or its structure is broken.",
    explanation: """
      A message that cannot be read cannot be shown: visitors see its fallback, in another language, \
      or nothing. The parser reports every fault with its place: a brace that is not closed, a \
      variable that is not declared for `.match`, two variants with the same keys.

      Mend the message at the mark. A brace that is meant as text is written `\\{`; in ICU's syntax \
      it is put between apostrophes. There is no reason to suppress this rule.
      """,
    examples: [
      .flagged(
        "en", "Hello {$name}", "de", "Hallo 1️⃣{$name",
        remark: "the placeholder is not closed"),
      .accepted("en", "Hello {$name}", "de", "Hallo {$name}"),
      .accepted(
        "en", "Write \\{name\\} in braces", "ja", "\\{name\\} を波括弧で書きます",
        remark: "escaped braces are text in every language"),
    ],
    tally: CheckTally(
      judged: 31, wrong: 0, "Most were names of arguments that were translated into two words."),
    kind: .message(findFaults))
}

/// Faults of the parser that have a check of their own.
private let ownChecks: Set<String> = [Check.missingFallbackVariant.rule]

private func findFaults(_ context: MessageContext) -> [Fault] {
  guard !context.entry.parsed.diagnostics.isEmpty else { return [] }
  return context.entry.parsed.diagnostics.compactMap { diagnostic in
    if ownChecks.contains(diagnostic.code) { return nil }
    if translatedKeyword(diagnostic, in: context.entry) != nil { return nil }
    return Fault(
      diagnostic.message, at: diagnostic.span, help: diagnostic.help,
      severity: diagnostic.severity)
  }
}
