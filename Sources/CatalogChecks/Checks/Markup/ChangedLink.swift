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
      the host, `hl=fr`) is accepted. Links of HTML in the text (`<a href="/charter">`) are compared \
      too; whole addresses in it are a matter of `changed-url-or-email`.

      Take over the address of the source. Suppress it where a language has another page to show.
      """,
    examples: [
      .flagged(
        "en", "See {#link href=|https://example.org/charter|}it{/link}", "de",
        "Siehe {#link href=1️⃣|https://example.org/charta|}hier{/link}"),
      .flagged(
        "en", "See <a href=\"/charter\">it</a>", "de", "Siehe <a href=\"1️⃣/charta\">hier</a>"),
      .accepted(
        "en", "See <a href=\"/en/charter\">it</a>", "de", "Siehe <a href='/de/charter'>hier</a>"),
      .accepted(
        "en", "See {#link href=|https://en.wikipedia.org/wiki/Charter|}it{/link}", "en-GB",
        "See {#link href=|https://en.wikipedia.org/wiki/Charter|}this{/link}"),
      .accepted(
        "en", "See {#link href=|https://example.org/en/charter|}it{/link}", "ja",
        "{#link href=|https://example.org/ja/charter|}こちら{/link}",
        remark: "the language's own page"),
    ],
    tally: CheckTally(
      planted: .init(faults: 46, found: 46, fine: 46, reported: 0),
      """
      A letter of the address, or the language in it. Public catalogues changed none but whole \
      addresses.
      """),
    kind: .translation(findFaults))
}

/// Options of markup that hold an address.
let addressOptions: Set<String> = ["href", "url", "src", "to", "action", "cite"]

private func findFaults(_ context: TranslationContext) -> [Fault] {
  markupLinks(context) + textLinks(context)
}

/// A link that differs from all of the source's.
private func fault(_ address: String, _ known: [String], at span: Range<Int>) -> Fault {
  let nearest = NearestName.of(address, among: known) ?? known.first ?? ""
  return Fault(
    "the link leads to `\(address)`, in the source to `\(nearest)`", at: span,
    help: "take over the source's address")
}

/// Links within the site in HTML that stands in the text.
private func textLinks(_ context: TranslationContext) -> [Fault] {
  guard context.sourceFacts.traits.contains(.html), context.targetFacts.traits.contains(.html)
  else { return [] }
  let known = links(of: context.source)
  guard !known.isEmpty else { return [] }
  return links(of: context.target).compactMap { link in
    let isKnown = known.contains {
      isSameAddress($0.value, link.value, context.sourceLocale, context.locale)
    }
    return isKnown ? nil : fault(link.value, known.map(\.value), at: link.span)
  }
}

/// The values of `href` and the like that are no whole addresses.
private func links(of entry: CatalogEntry) -> [TextTag.Attribute] {
  entry.patterns.flatMap { entry.tags(of: $0) }.flatMap(\.attributes).filter {
    addressOptions.contains($0.name) && !$0.value.isEmpty && !isAddress($0.value)
      && !isUnsafeAddress($0.value)
  }
}

private func markupLinks(_ context: TranslationContext) -> [Fault] {
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
      faults.append(fault(literal.value, known, at: literal.span.range))
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
