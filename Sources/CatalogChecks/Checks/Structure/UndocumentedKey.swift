import Diagnostics
import StringCatalogs

extension Check {
  static let undocumentedKey = Check(
    "undocumented-key", .note,
    summary: "A source message says nothing to translators: no description.",
    explanation: """
      Translators see a message without its page. "Open" is a verb or an adjective, "article" is a \
      text or a ware: a description of where it stands, and an example for each variable, saves a \
      question in every language.

      Add `"@key": {"description": …}`. A catalogue in which no message has a description is left \
      alone: that site documents its strings elsewhere.
      """,
    examples: [
      CheckExample(
        isFlagged: true,
        rows: [
          .init(
            "cart.title", "Cart", nil, metadata: EntryMetadata(description: "Heading of the cart.")
          ),
          .init("1️⃣cart.open", "Open", nil),
        ]),
      CheckExample(
        isFlagged: false,
        rows: [
          .init(
            "cart.title", "Cart", nil, metadata: EntryMetadata(description: "Heading of the cart.")
          )
        ]),
      CheckExample(
        isFlagged: false, rows: [.init("cart.title", "Cart", nil)],
        remark: "no message of this catalogue is documented here"),
    ],
    tally: CheckTally(
      planted: .init(faults: 50, found: 50, fine: 50, reported: 0),
      """
      Descriptions that were taken away or emptied; beside descriptions of one letter, and of the \
      key alone.
      """),
    kind: .site(findFaults))
}

private func findFaults(_ context: SiteContext) -> [PlacedFault] {
  var faults: [PlacedFault] = []
  for (catalog, contents) in context.source.catalogs.enumerated()
  where contents.entries.contains(where: { $0.metadata.description != nil }) {
    for (index, entry) in contents.entries.enumerated()
    where entry.metadata.description?.isEmpty ?? true {
      faults.append(
        PlacedFault(
          "`\(entry.key)` has no description",
          at: .key(CatalogPlace(catalog: catalog, entry: index)),
          help: "say where it stands, and what its variables are"))
    }
  }
  return faults
}
