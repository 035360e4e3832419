import Diagnostics
import StringCatalogs

extension Check {
  static let duplicateKey = Check(
    "duplicate-key", .error,
    summary: "A key stands twice among the catalogues of a locale.",
    explanation: """
      JSON readers keep the first or the last of two equal keys, as it happens, so one of the two \
      texts is shown and nobody knows which. Two keys are equal when they are the same bytes, when \
      they look the same (`é` written with one character or with two), and when one is nested and \
      the other dotted (`{"cart": {"title": …}}` and `{"cart.title": …}`). Keys of all catalogues of \
      a locale share one space.

      Take one of the two out. There is no reason to suppress this rule.
      """,
    examples: [
      CheckExample(
        isFlagged: true, sourceLocale: "en", targetLocale: "en",
        rows: [.init("cart.title", "Cart", nil), .init("1️⃣cart.title", "Basket", nil)]),
      CheckExample(
        isFlagged: false, sourceLocale: "en", targetLocale: "en",
        rows: [.init("cart.title", "Cart", nil), .init("cart.Title", "Basket", nil)],
        remark: "keys that differ in case are different keys"),
    ],
    kind: .locale(findFaults))
}

/// Two entries of different files with one key: the reader of a single file cannot see those. What
/// stands twice in one file comes from that reader, as a finding of the same rule.
private func findFaults(_ context: LocaleContext) -> [PlacedFault] {
  var faults: [PlacedFault] = []
  for (catalog, contents) in context.target.catalogs.enumerated() {
    for (index, entry) in contents.entries.enumerated() {
      let place = CatalogPlace(catalog: catalog, entry: index)
      guard let first = context.target.places[entry.key], first != place else { continue }
      let file = context.target.catalogs[first.catalog].file.path
      faults.append(
        PlacedFault(
          "the key `\(entry.key)` stands twice", at: .key(place),
          help: "it stands in `\(file)` already: take one of the two out"))
    }
  }
  return faults
}
