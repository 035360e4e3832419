import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let charactersOutsideExemplars = Check(
    "characters-outside-exemplars", .note,
    summary: "A letter is not one that the language is written with.",
    explanation: """
      CLDR lists the letters of each language, and those of foreign words in it. An ř in Polish, a ķ in German, \
      an ı in French is most often a slip: a wrong keyboard, another language's text, a \
      letter that only looks right.

      Compare the letter with what the word should have. Names are full of foreign letters, so it is \
      only a note, and letters that the source has too are accepted, as are all of ASCII. Only letters \
      of the language's own script are looked at, and Chinese characters and Hangul not at all; a language \
      whose letters CLDR does not list is left alone. A letter that stands in more than three messages is \
      named once: the site means it.
      """,
    examples: [
      .flagged("en", "Before", "pl", "P1️⃣řed"),
      .flagged("en", "Cart", "de", "Waren1️⃣ķorb"),
      .accepted("en", "Before", "cs", "Před"),
      .accepted(
        "en", "Dvořák’s letters", "pl", "Listy Dvořáka", remark: "the source has the letter"),
      .accepted("en", "Before", "ja", "前に"),
      .accepted("en", "Time", "bn", "সম\u{9DF}", remark: "one character for a letter and its dot"),
    ],
    tally: CheckTally(
      judged: 20, wrong: 6,
      """
      Cyrillic `и` in Belarusian, letters of the phonetic alphabet from an artful keyboard, `ß` in \
      Swiss German. The wrong ones were letters that CLDR has forgotten, in Marathi, Nepali, \
      Maithili, Sindhi, Lakota and Luri.
      """),
    kind: .locale(findFaults))
}

private func findFaults(_ context: LocaleContext) -> [PlacedFault] {
  let locale = context.target.locale
  guard locale.locale != context.source.locale.locale else { return [] }
  var places: [Unicode.Scalar: [(place: CatalogPlace, span: Range<Int>)]] = [:]
  var order: [Unicode.Scalar] = []
  for (catalog, notes) in context.target.notes.enumerated() {
    for index in notes.indices where notes[index].traits.contains(.foreignLetter) {
      let entry = context.target.catalogs[catalog].entries[index]
      guard let origin = context.origins[catalog][index], entry.metadata.state != .initial,
        let found = foreignLetter(entry, context.source[origin], locale)
      else { continue }
      if places[found.scalar] == nil { order.append(found.scalar) }
      places[found.scalar, default: []].append(
        (CatalogPlace(catalog: catalog, entry: index), found.span))
    }
  }
  guard !order.isEmpty, locale.hasExemplars else { return [] }
  return order.flatMap { scalar -> [PlacedFault] in
    let places = places[scalar] ?? []
    // A letter that many messages have is no slip: it is said once.
    let isUsual = places.count > 3
    return (isUsual ? places.prefix(1) : places[...]).map { item in
      PlacedFault(
        "`\(scalar)` is no letter of \(locale.locale)"
          + (isUsual ? ", and stands in \(places.count) messages" : ""),
        at: .message(item.place, item.span), help: "compare it with the word that was meant")
    }
  }
}

private func foreignLetter(
  _ entry: CatalogEntry, _ source: CatalogEntry, _ locale: LocaleFacts
) -> (scalar: Unicode.Scalar, span: Range<Int>)? {
  guard source.text != entry.text else { return nil }
  var found: (scalar: Unicode.Scalar, span: Range<Int>)?
  entry.forEachText { text in
    guard found == nil else { return }
    for (scalar, bytes) in PlacedScalars(text.value) where scalar.value >= 0x80 {
      guard let script = LetterScript(scalar), locale.scripts.contains(script),
        script != .han, script != .hangul, script != .kana, LocaleFacts.isCompared(scalar),
        !locale.isWrittenWith(scalar), !source.text.unicodeScalars.contains(scalar)
      else { continue }
      found = (scalar, entry.span(of: bytes, in: text))
      return
    }
  }
  return found
}
