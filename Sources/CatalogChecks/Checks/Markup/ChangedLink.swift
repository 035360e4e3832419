import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

extension Check {
  static let changedLink = Check(
    "changed-link", .warning,
    summary: "A link of a translation leads somewhere else than its source's.",
    explanation: """
      The address of a link is seldom the translator's to change: a letter lost in it is a page that \
      is not found. An address that differs in its language only (`/fr/` and `/de/`, `fr.` and `de.` in \
      the host, `hl=fr`) is accepted.

      Take over the address of the source. Suppress it where a language has another page to show.
      """,
    examples: [
      .flagged(
        "en", "See {#link href=|https://example.org/charter|}it{/link}", "de",
        "Siehe {#link href=1️⃣|https://example.org/charta|}hier{/link}"),
      .accepted(
        "en", "See {#link href=|https://en.wikipedia.org/wiki/Charter|}it{/link}", "en-GB",
        "See {#link href=|https://en.wikipedia.org/wiki/Charter|}this{/link}"),
      .accepted(
        "en", "See {#link href=|https://example.org/en/charter|}it{/link}", "ja",
        "{#link href=|https://example.org/ja/charter|}こちら{/link}",
        remark: "the language's own page"),
    ],
    tally: CheckTally(
      judged: 0, wrong: 0,
      """
      It looks at markup that other formats do not have; `changed-url-or-email` reads their \
      links.
      """),
    kind: .translation(findFaults))
}

/// Options of markup that hold an address.
let addressOptions: Set<String> = ["href", "url", "src", "to", "action", "cite"]

private func findFaults(_ context: TranslationContext) -> [Fault] {
  guard context.targetFacts.structure?.hasMarkup ?? false,
    let target = context.target.parsed.message, let source = context.source.parsed.message
  else { return [] }
  var known: [String] = []
  forEachMarkup(of: source) { markup in
    for option in markup.options where addressOptions.contains(option.name) {
      if case .literal(let literal) = option.value { known.append(literal.value) }
    }
  }
  guard !known.isEmpty else { return [] }
  var faults: [Fault] = []
  forEachMarkup(of: target) { markup in
    for option in markup.options where addressOptions.contains(option.name) {
      guard case .literal(let literal) = option.value, !isUnsafeAddress(literal.value),
        !known.contains(where: {
          isSameAddress($0, literal.value, context.sourceLocale, context.locale)
        })
      else { continue }
      let nearest = NearestName.of(literal.value, among: known) ?? known[0]
      faults.append(
        Fault(
          "the link leads to `\(literal.value)`, in the source to `\(nearest)`",
          at: literal.span.range, help: "take over the source's address"))
    }
  }
  return faults
}

/// Whether two addresses are equal but for the language that is named in them.
func isSameAddress(
  _ left: String, _ right: String, _ leftLocale: LocaleFacts, _ rightLocale: LocaleFacts
) -> Bool {
  if left == right { return true }
  return withoutLanguage(left, leftLocale) == withoutLanguage(right, rightLocale)
}

private func withoutLanguage(_ address: String, _ locale: LocaleFacts) -> String {
  let tag = locale.locale.tag.lowercased()
  let pieces = address.split(
    omittingEmptySubsequences: false, whereSeparator: { "/.?=&#".contains($0) })
  return pieces.map { piece in
    let lowered = piece.lowercased().split(separator: "_").joined(separator: "-")
    return lowered == tag || lowered == locale.language ? "*" : String(piece)
  }.joined(separator: "/")
}
