import Diagnostics
import StringCatalogs

extension Check {
  static let unusedKey = Check(
    "unused-key", .warning,
    summary: "A message of the source is shown by no page template.",
    explanation: """
      Nobody sees a message that no template shows, but everybody who translates it has the work, 
      and it counts in the coverage.

      Take the message out, or show it. A message that makes up a list (`keys` of a placeholder) is \
      shown by the message that has the list; the keys of the selector's section (`selector.…`) are shown \
      by the program where a template has `{{{page.selector}}}`. Suppress it for messages that a program shows.
      """,
    examples: [
      CheckExample(
        isFlagged: true, rows: [.init("cart.title", "Cart", nil), .init("1️⃣cart.old", "Old", nil)],
        template: "<h1>{{{cart.title}}}</h1>"),
      CheckExample(
        isFlagged: false, rows: [.init("cart.title", "Cart", nil)],
        template: "<h1>{{{cart.title}}}</h1>"),
      CheckExample(
        isFlagged: false,
        rows: [.init("cart.title", "Cart", nil), .init("selector.label", "Languages", nil)],
        template: "{{{page.selector}}}<h1>{{{cart.title}}}</h1>"),
      CheckExample(
        isFlagged: true,
        rows: [.init("head.title", "Shop", nil), .init("1️⃣head.lead", "Welcome", nil)],
        template: "<head><title>{{head.title}}</title>{{{page.head}}}</head>"),
    ],
    tally: CheckTally(
      planted: .init(faults: 27, found: 27, fine: 63, reported: 0),
      """
      Messages whose only place in the template was taken; beside messages that an attribute, a \
      list or the selector shows.
      """),
    kind: .site(findFaults))
}

private func findFaults(_ context: SiteContext) -> [PlacedFault] {
  guard !context.templates.isEmpty else { return [] }
  var shown = Set(context.templates.flatMap(\.keys))
  for contents in context.source.catalogs {
    for entry in contents.entries {
      for placeholder in entry.metadata.placeholders.values { shown.formUnion(placeholder.keys) }
    }
  }
  // The selector is made by the program, of the messages of its section.
  let hasSelector = context.templates.contains { $0.values.contains(.selector) }
  var faults: [PlacedFault] = []
  for (catalog, contents) in context.source.catalogs.enumerated() {
    for (index, entry) in contents.entries.enumerated()
    where !shown.contains(entry.key) && !(hasSelector && entry.section == "selector") {
      faults.append(
        PlacedFault(
          "no page template shows `\(entry.key)`",
          at: .key(CatalogPlace(catalog: catalog, entry: index)),
          help: "take the message out, or show it with `{{{\(entry.key)}}}`"))
    }
  }
  return faults
}
