import Diagnostics
import StringCatalogs

extension Check {
  static let missingTranslation = Check(
    "missing-translation", .warning,
    summary: "A message of the source has no translation.",
    explanation: """
      Where a translation is missing, visitors see the text of the fallback, usually in the source's \
      language, in the middle of a page in theirs.

      Translate the message; the finding stands where it would have its place in the file. A locale \
      that has no catalogue at all is a single note, and a regional variety of the source's language \
      (`en-GB` beside `en`) may hold the messages that differ only. `langue coverage` counts what is missing, and \
      `coverage.requireComplete` in the manifest makes it an error for a locale.

      Suppress it for a key that a locale shall take from its fallback, such as a name.
      """,
    examples: [
      CheckExample(
        isFlagged: true, sourceLocale: "en", targetLocale: "de",
        rows: [.init("cart.title", "Cart", "Warenkorb1️⃣"), .init("cart.empty", "Nothing yet", nil)]
      ),
      CheckExample(
        isFlagged: false, sourceLocale: "en", targetLocale: "de",
        rows: [
          .init("cart.title", "Cart", "Warenkorb"),
          .init("cart.empty", "Nothing yet", "Noch nichts"),
        ]),
      CheckExample(
        isFlagged: false, sourceLocale: "en", targetLocale: "en-GB",
        rows: [.init("cart.title", "Cart", "Basket"), .init("cart.empty", "Nothing yet", nil)],
        remark: "British English falls back to English: what is the same need not be repeated"),
    ],
    tally: CheckTally(
      judged: 50, wrong: 0, "Each key was missing or marked `initial`."),
    kind: .locale(findFaults))
}

private func findFaults(_ context: LocaleContext) -> [PlacedFault] {
  let source = context.source
  let target = context.target
  let locale = target.locale.locale
  guard locale != source.locale.locale else { return [] }
  if target.catalogs.isEmpty {
    guard let entry = context.site.entries.first(where: { $0.locale == locale && !$0.isDefault })
    else { return [] }
    return [
      PlacedFault(
        "no message is translated yet", at: .manifest(entry.labelSpan, locale),
        help: "`langue export` writes a file for translators", severity: .note)
    ]
  }
  // A regional variety may be written down where it differs only; one that has most messages is
  // meant to have all.
  let isVariety = target.locale.language == source.locale.language
  if isVariety, target.places.count * 3 < source.places.count * 2 { return [] }
  let isRequired = context.site.coverage.requireComplete.contains(locale)
  let hasMetadata = target.catalogs.map(\.entries.hasMetadata)
  var faults: [PlacedFault] = []
  for (catalog, contents) in source.catalogs.enumerated() {
    let own = target.catalogs.firstIndex { $0.name == contents.name } ?? 0
    var last: (entry: Int, source: Int)?
    for index in contents.entries.indices {
      if let place = context.translations[catalog][index] {
        if place.catalog == own { last = (place.entry, index) }
        if hasMetadata[place.catalog],
          target.catalogs[place.catalog].entries.state(at: place.entry) == .initial
        {
          faults.append(
            PlacedFault(
              "`\(contents.entries.key(at: index))` is not translated", at: .key(place),
              help: "its state is `initial`",
              severity: isRequired ? .error : isVariety ? .note : nil))
        }
        continue
      }
      let key = contents.entries.key(at: index)
      faults.append(
        PlacedFault(
          "`\(key)` is not translated", at: .gap(catalog: own, after: last?.entry, key: key),
          help: last.map { "add it after `\(contents.entries.key(at: $0.source))`" }
            ?? "add it at the start",
          severity: isRequired ? .error : isVariety ? .note : nil))
    }
  }
  return faults
}
