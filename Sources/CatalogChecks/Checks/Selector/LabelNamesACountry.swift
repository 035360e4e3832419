import Diagnostics
import StringCatalogs

extension Check {
  static let labelNamesACountry = Check(
    "label-names-a-country", .note,
    summary: "A label of the selector names a country where a language is meant.",
    explanation: """
      "Portugal" is no language: readers in Brazil do not find theirs, and a country may have several. \
      The selector shows each language's own name, so the label is only used to recognize what was \
      meant; the toolkit finds the country's likely language by itself.

      Write the language's name as the label.
      """,
    examples: [
      CheckExample(
        isFlagged: true, sourceLocale: "fr",
        labels: [("pl", "Polish"), ("pt", "1️⃣Portugal"), ("sk", "Slovak")]),
      CheckExample(
        isFlagged: false, sourceLocale: "fr",
        labels: [("pl", "Polish"), ("pt", "Portuguese"), ("en-GB", "English (UK)")]),
    ],
    tally: CheckTally(
      planted: .init(faults: 38, found: 38, fine: 7, reported: 0),
      """
      Countries for languages. The four such labels of the site that this toolkit grew from are \
      found too.
      """),
    kind: .site(findFaults))
}

private func findFaults(_ context: SiteContext) -> [PlacedFault] {
  context.site.entries.compactMap { entry in
    guard !entry.isDefault, !context.names.isLanguage(entry.label, of: entry.locale),
      context.names.country(named: entry.label, of: entry.locale) != nil
    else { return nil }
    return PlacedFault(
      "the label `\(entry.label)` names a country, not a language",
      at: .manifest(entry.labelSpan, entry.locale),
      help: context.names.englishName(of: entry.locale).map { "`\(entry.locale)` is \($0)" })
  }
}
