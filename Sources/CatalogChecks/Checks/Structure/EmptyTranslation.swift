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
    var blank: [Int] = []
    contents.entries.forEachText { index, text, _ in if isBlank(text) { blank.append(index) } }
    for index in blank {
      let entry = contents.entries[index]
      if entry.metadata.state == .initial { continue }
      guard let source = context.origins[catalog][index], !isBlank(context.source[source].text.utf8)
      else { continue }
      faults.append(
        PlacedFault(
          entry.text.isEmpty ? "the message is empty" : "the message is only white space",
          at: .message(
            CatalogPlace(catalog: catalog, entry: index), 0..<entry.text.utf8.count),
          help: "translate it, or take it out so that the fallback is shown"))
    }
  }
  return faults
}

private func isBlank(_ text: some Sequence<UInt8>) -> Bool {
  text.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
}
