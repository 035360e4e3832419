import Diagnostics
import StringCatalogs

extension Check {
  static let emptyTranslation = Check(
    "empty-translation", .error,
    summary: "A message is empty, or nothing but white space, where its source has text.",
    explanation: """
      An empty message is shown as it stands: a button without a label, a heading without words. It \
      is not the same as a message that is not there, for which the fallback is shown.

      Translate it, or take it out, so that the fallback is shown. A message that is empty in the \
      source as well is no fault.
      """,
    examples: [
      CheckExample(
        isFlagged: true, sourceLocale: "en", targetLocale: "de",
        rows: [.init("cart.title", "Cart", "1️⃣  ")]),
      CheckExample(
        isFlagged: true, sourceLocale: "en", targetLocale: "de",
        rows: [.init("cart.title", "Cart", "1️⃣{{}}")], remark: "a pattern without anything in it"),
      CheckExample(
        isFlagged: true, sourceLocale: "en", targetLocale: "ja",
        rows: [.init("cart.title", "Cart", "1️⃣\u{A0}\u{3000}")]),
      CheckExample(
        isFlagged: false, sourceLocale: "en", targetLocale: "de",
        rows: [.init("cart.suffix", "", "")], remark: "the source is empty too"),
      CheckExample(
        isFlagged: false, sourceLocale: "en", targetLocale: "ja",
        rows: [.init("cart.title", "Cart", "カート")]),
    ],
    tally: CheckTally(
      judged: 50, wrong: 0,
      """
      All came from one project, whose translation tool writes `""` for what is not \
      translated.
      """),
    kind: .locale(findFaults))
}

private func findFaults(_ context: LocaleContext) -> [PlacedFault] {
  guard context.target.locale.locale != context.source.locale.locale else { return [] }
  var faults: [PlacedFault] = []
  for (catalog, contents) in context.target.catalogs.enumerated() {
    for (index, note) in context.target.notes[catalog].enumerated()
    where !note.traits.contains(.visible) {
      let entry = contents.entries[index]
      guard entry.isBlank else { continue }
      if entry.metadata.state == .initial { continue }
      guard let source = context.origins[catalog][index], !context.source[source].isBlank else {
        continue
      }
      let hasSpace = entry.text.unicodeScalars.contains { $0.properties.isWhitespace }
      faults.append(
        PlacedFault(
          hasSpace ? "the message is only white space" : "the message is empty",
          at: .message(
            CatalogPlace(catalog: catalog, entry: index), 0..<entry.text.utf8.count),
          help: "translate it, or take it out so that the fallback is shown"))
    }
  }
  return faults
}
