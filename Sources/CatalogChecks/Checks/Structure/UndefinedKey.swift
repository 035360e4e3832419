import Diagnostics
import StringCatalogs

extension Check {
  static let undefinedKey = Check(
    "undefined-key", .error,
    summary: "A page template shows a key that the source does not have.",
    explanation: """
      The page has a hole at this place in every language: there is no text to fall back to. The key is \
      misspelled, or the message was taken out and the template still shows it.

      Correct the key in the template, or write the message.
      """,
    examples: [
      CheckExample(
        isFlagged: true, rows: [.init("cart.title", "Cart", nil)],
        template: "<h1>{{{1️⃣cart.titel}}}</h1>"),
      CheckExample(
        isFlagged: false, rows: [.init("cart.title", "Cart", nil)],
        template: "<html lang=\"{{page.lang}}\"><h1>{{{cart.title}}}</h1>",
        remark: "`page.…` is the page's own"),
    ],
    tally: CheckTally(
      planted: .init(faults: 49, found: 49, fine: 50, reported: 0),
      """
      Keys of the page template with another last letter, a letter more, another capital, or half \
      of them; beside comments, single braces, `page.` values and attributes.
      """),
    kind: .site(findFaults))
}

private func findFaults(_ context: SiteContext) -> [PlacedFault] {
  var faults: [PlacedFault] = []
  for (index, template) in context.templates.enumerated() {
    for reference in template.keyPlaces where context.source.places[reference.key] == nil {
      let nearest = context.source.places.nearest(to: reference.key)
      faults.append(
        PlacedFault(
          "no catalogue has the key `\(reference.key)`",
          at: .template(index, reference.span, key: reference.key),
          help: nearest.map { "did you mean `\($0)`?" } ?? "write the message in the source"))
    }
  }
  return faults
}
