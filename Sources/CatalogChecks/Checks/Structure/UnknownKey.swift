import Diagnostics
import StringCatalogs

extension Check {
  static let unknownKey = Check(
    "unknown-key", .error,
    summary: "A translation has a key that the source does not have.",
    explanation: """
      Nothing on the site asks for such a key, so its text is never shown: it is left over from a \
      message that is gone, or it is misspelled and the right one is missing.

      Rename it to the key that is proposed, or take it out.
      """,
    examples: [
      CheckExample(
        isFlagged: true, sourceLocale: "en", targetLocale: "de",
        rows: [.init("cart.title", "Cart", "Warenkorb"), .init("1️⃣cart.titel", nil, "Warenkorb")]),
      CheckExample(
        isFlagged: false, sourceLocale: "en", targetLocale: "pl",
        rows: [.init("cart.title", "Cart", "Koszyk")]),
    ],
    tally: CheckTally(
      judged: 50, wrong: 0,
      """
      Without MediaWiki and Android. They were left over from messages that are gone; some were \
      moved, and the key proposed is the new one.
      """),
    kind: .locale(findFaults))
}

private func findFaults(_ context: LocaleContext) -> [PlacedFault] {
  guard context.target.locale.locale != context.source.locale.locale else { return [] }
  var faults: [PlacedFault] = []
  for (catalog, contents) in context.target.catalogs.enumerated() {
    for index in contents.entries.indices
    where context.origins[catalog][index] == nil {
      let entry = contents.entries[index]
      // Where nearly everything is unknown, another catalogue's keys are compared: no name helps.
      let nearest = faults.count < 50 ? context.source.places.nearest(to: entry.key) : nil
      faults.append(
        PlacedFault(
          "the key `\(entry.key)` is not in the source",
          at: .key(CatalogPlace(catalog: catalog, entry: index)),
          help: nearest.map { "did you mean `\($0)`?" } ?? "take it out"))
    }
  }
  return faults
}
