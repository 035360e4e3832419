import Diagnostics
import StringCatalogs

extension Check {
  static let damagedLabel = Check(
    "damaged-label", .warning,
    summary: "A label of the selector is no name of its language that anybody knows.",
    explanation: """
      The label is neither the language's name in English, in the source's language or in its own, nor \
      its code, nor its country: it was cut off, or mixed up. Who looks for the language does not find \
      it.

      Correct the label. Where it has to stay as the site shows it, list it among the entry's `aliases`: \
      then it is known to be meant, and only a note.
      """,
    examples: [
      CheckExample(
        isFlagged: true, sourceLocale: "fr",
        labels: [("sl", "Slovenian"), ("es", "1️⃣liish"), ("sw", "Swahili")]),
      CheckExample(
        isFlagged: false, sourceLocale: "fr",
        labels: [
          ("es", "español"), ("nb", "Norwegian"), ("en-US", "English (US)"), ("pt", "Portugal"),
        ],
        remark: "a country's name has a check of its own"),
    ],
    tally: CheckTally(
      planted: .init(faults: 23, found: 23, fine: 23, reported: 0),
      """
      Labels of letters from within a name; beside names in French, in the own language, and \
      codes. The first site has one damaged label, which is found too.
      """),
    kind: .site(findFaults))
}

private func findFaults(_ context: SiteContext) -> [PlacedFault] {
  context.site.entries.compactMap { entry in
    guard !entry.isDefault, isDamaged(entry, context.names) else { return nil }
    return PlacedFault(
      "the label `\(entry.label)` is no name of `\(entry.locale)`",
      at: .manifest(entry.labelSpan, entry.locale),
      help: context.names.englishName(of: entry.locale).map { "it is \($0)" },
      severity: entry.aliases.contains(entry.label) ? .note : nil)
  }
}

/// Whether a label says nothing about its locale.
func isDamaged(_ entry: SiteEntry, _ names: SelectorNames) -> Bool {
  !names.isLanguage(entry.label, of: entry.locale) && entry.label != entry.endonym
    && names.country(named: entry.label, of: entry.locale) == nil
}
