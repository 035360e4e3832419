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
      whose letters CLDR does not list is left alone.
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
    kind: .translation(findFaults))
}

private func findFaults(_ context: TranslationContext) -> [Fault] {
  guard context.targetFacts.traits.contains(.nonASCII),
    context.source.text != context.target.text
  else { return [] }
  var fault: Fault?
  context.target.forEachText { text in
    guard fault == nil else { return }
    for (scalar, bytes) in PlacedScalars(text.value) where scalar.value >= 0x80 {
      guard let script = LetterScript(scalar), context.locale.scripts.contains(script),
        script != .han, script != .hangul, script != .kana,
        // Vowel marks of Arabic and Hebrew are optional everywhere.
        scalar.properties.generalCategory != .nonspacingMark,
        // Letters that NFC takes apart are listed as their parts.
        !scalar.properties.isFullCompositionExclusion,
        scalar.value != 0xAA, scalar.value != 0xBA, scalar.value != 0xB5,
        !context.locale.isWrittenWith(scalar),
        !context.source.text.unicodeScalars.contains(scalar)
      else { continue }
      fault = Fault(
        "`\(scalar)` is no letter of \(context.locale.locale)",
        at: context.target.span(of: bytes, in: text),
        help: "compare it with the word that was meant")
      return
    }
  }
  guard let fault, context.locale.hasExemplars else { return [] }
  return [fault]
}
