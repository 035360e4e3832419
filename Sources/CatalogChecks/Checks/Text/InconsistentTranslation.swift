import Diagnostics
import StringCatalogs

extension Check {
  static let inconsistentTranslation = Check(
    "inconsistent-translation", .note,
    summary: "One text of the source is translated in several ways.",
    explanation: """
      The same button is called one thing here and another there, and readers look for the difference. \
      The finding stands at every translation but the most frequent (of equals, the first).

      Choose one. It is right to differ where the same source text means two things ("Open" as a verb \
      and as an adjective): there the source's descriptions should say so; where they differ, the \
      check is silent.
      """,
    examples: [
      CheckExample(
        isFlagged: true, sourceLocale: "en", targetLocale: "de",
        rows: [
          .init("cart.remove", "Remove item", "Artikel entfernen"),
          .init("list.remove", "Remove item", "1️⃣Artikel löschen"),
        ]),
      CheckExample(
        isFlagged: false, sourceLocale: "en", targetLocale: "de",
        rows: [
          .init(
            "shop.open", "Open", "Geöffnet",
            metadata: EntryMetadata(description: "The shop is open.")),
          .init(
            "file.open", "Open", "Öffnen",
            metadata: EntryMetadata(description: "Button that opens a file.")),
        ], remark: "the descriptions tell the two apart"),
    ],
    tally: CheckTally(
      judged: 50, wrong: 4,
      """
      Buttons with two names, and texts left untranslated in one of two places. The wrong ones were \
      nouns and verbs of one English form (a warning and to warn), a word in two grammatical cases, \
      and a diamond that is a shape here and an arrow's head there.
      """),
    kind: .locale(findFaults))
}

private func findFaults(_ context: LocaleContext) -> [PlacedFault] {
  guard context.target.locale.locale != context.source.locale.locale,
    !context.target.catalogs.isEmpty
  else { return [] }
  var faults: [PlacedFault] = []
  for group in context.source.repeatedTexts {
    var places: [(place: CatalogPlace, text: String)] = []
    for key in group {
      guard let place = context.target.places[key] else { continue }
      let entry = context.target[place]
      if entry.metadata.state == .initial || entry.text.isEmpty { continue }
      places.append((place, entry.text))
    }
    guard let first = places.first, places.contains(where: { $0.text != first.text }) else {
      continue
    }
    var counts: [String: Int] = [:]
    for place in places { counts[place.text, default: 0] += 1 }
    var usual = first.text
    for place in places where counts[place.text, default: 0] > counts[usual, default: 0] {
      usual = place.text
    }
    let model = places.first { $0.text == usual }.map { context.target[$0.place].key } ?? ""
    for (place, text) in places where text != usual {
      faults.append(
        PlacedFault(
          "the same source text is translated otherwise at `\(model)`",
          at: .message(place, 0..<text.utf8.count),
          help: "there it is \(quoted(usual)); if the two mean different things, say so in the "
            + "source's descriptions"))
    }
  }
  return faults
}

private func quoted(_ text: String) -> String {
  text.count > 60 ? "“\(text.prefix(60))…”" : "“\(text)”"
}
