import Diagnostics
import LocaleServices
import StringCatalogs

extension Check {
  static let changedEndonym = Check(
    "changed-endonym", .note,
    summary: "The manifest gives a language another name of its own than CLDR does.",
    explanation: """
      The selector shows each language's own name as CLDR has it. `endonym` in the manifest puts \
      another in its place, which is right where the readers of the site call their language otherwise \
      ("Bahasa Indonesia"), and wrong where it is misspelled or another language's.

      Compare the two, and suppress the note with the reason. A name that differs in case only, or has \
      CLDR's name in it, is accepted.
      """,
    examples: [
      CheckExample(
        isFlagged: true, sourceLocale: "fr", labels: [("pl", "1️⃣Polish")],
        endonyms: ["pl": "Polskie"]),
      CheckExample(
        isFlagged: false, sourceLocale: "fr", labels: [("pl", "Polish"), ("id", "Indonesian")],
        endonyms: ["pl": "Polski", "id": "Bahasa Indonesia"]),
      CheckExample(
        isFlagged: false, sourceLocale: "fr", labels: [("zh-Hant", "Taiwan")],
        endonyms: ["zh-Hant": "繁體中文"], remark: "CLDR's name of the variety"),
    ],
    tally: CheckTally(
      planted: .init(faults: 23, found: 23, fine: 23, reported: 0),
      "Names of other languages, and names in capitals."),
    kind: .site(findFaults))
}

private func findFaults(_ context: SiteContext) -> [PlacedFault] {
  context.site.entries.compactMap { entry in
    guard let endonym = entry.endonym, let standard = context.names.endonym(of: entry.locale)
    else { return nil }
    let (own, usual) = (endonym.caseFolded, standard.caseFolded)
    guard own != usual, !own.hasSuffix(" " + usual), !own.hasPrefix(usual + " "),
      own != context.names.varietyEndonym(of: entry.locale)?.caseFolded
    else { return nil }
    return PlacedFault(
      "the endonym `\(endonym)` differs from CLDR's `\(standard)`",
      at: .manifest(entry.labelSpan, entry.locale), help: "is it meant?")
  }
}
