import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let untranslatedText = Check(
    "untranslated-text", .warning,
    summary: "A translation is the same text as its source.",
    explanation: """
      The source was copied and never translated, yet it counts as translated.

      The check is silent where two languages may well agree: names and abbreviations (words that \
      start with a capital beside others that do not), texts of one or two words between languages of \
      one script ("Menu", "Forum"), regional varieties of one language, texts without words. Three \
      words or more in the same order are hardly ever right by chance; in another script one word with \
      a small letter is enough. A plural that has more variants than the source's, and all of them its, is \
      the same text too.

      Translate it. Suppress it, for the key or for a locale, where the text is meant to be the same.
      """,
    examples: [
      .flagged("en", "Remove this item", "de", "1️⃣Remove this item"),
      .flagged("en", "Remove item", "ja", "1️⃣Remove item"),
      .flagged(
        "en",
        ".input {$n :integer}\n.match $n\none {{{$n} unread reply}}\n* {{{$n} unread replies}}",
        "ru",
        "1️⃣.input {$n :integer}\n.match $n\none {{{$n} unread reply}}\nfew {{{$n} unread replies}}\n"
          + "many {{{$n} unread replies}}\n* {{{$n} unread replies}}"),
      .accepted("en", "Remove this item", "en-GB", "Remove this item"),
      .accepted("en", "Menu", "fr", "Menu", remark: "the word is the same"),
      .accepted("fr", "Sciences Po Paris", "en", "Sciences Po Paris", remark: "a name"),
      .accepted("en", "OpenStreetMap", "ru", "OpenStreetMap", remark: "a name"),
      .accepted("en", "{$name} ({$count})", "pl", "{$name} ({$count})"),
    ],
    tally: CheckTally(
      judged: 50, wrong: 0,
      """
      All were English texts that nobody had translated; names, and words that languages share, \
      were not among them.
      """),
    kind: .translation(findFaults)
  ).looking(at: .sameness)
}

private func findFaults(_ context: TranslationContext) -> [Fault] {
  guard context.target.repeats(context.source),
    context.locale.language != context.sourceLocale.language,
    context.targetFacts.traits.contains(.asciiLetter)
      || context.targetFacts.traits.contains(.nonASCII)
  else { return [] }
  var ordinary = 0
  var ofSourceScript = 0
  context.target.forEachText { text in
    let words = placedWords(text.value)
    for (index, (word, bytes)) in words.enumerated() {
      guard isOrdinary(word, bytes, in: text.value) else {
        // The capital of a sentence's first word says nothing.
        if index == 0, words.count > 1, isOrdinary(word.dropFirst(), bytes, in: text.value),
          isOrdinary(words[1].word, words[1].bytes, in: text.value)
        {
          ordinary += 1
        }
        continue
      }
      ordinary += 1
      if let scalar = word.unicodeScalars.first, let script = LetterScript(scalar),
        !context.locale.scripts.isEmpty, !context.locale.scripts.contains(script)
      {
        ofSourceScript += 1
      }
    }
  }
  guard ordinary > 2 || ofSourceScript > 0 else { return [] }
  return [
    Fault(
      "the text is the same as the source's", at: 0..<context.target.text.utf8.count,
      help: "translate it, or suppress the rule where it is meant to be the same")
  ]
}

/// Whether a word is one that languages differ in: three letters or more, and small ones only. Parts
/// of addresses are none.
private func isOrdinary(_ word: Substring, _ bytes: Range<Int>, in text: String) -> Bool {
  guard word.unicodeScalars.count > 2, word.unicodeScalars.allSatisfy(isSmallLetter) else {
    return false
  }
  let before = text.utf8.prefix(bytes.lowerBound).last ?? 0x20
  let after = text.utf8.dropFirst(bytes.upperBound).prefix(2)
  let joins = Array("./@:_-#=&%$".utf8)
  if joins.contains(before) { return false }
  guard let next = after.first else { return true }
  // A full stop at the end of a sentence is none within a name.
  return !joins.contains(next)
    || (next == 0x2E || next == 0x3A) && (after.dropFirst().first ?? 0x20) <= 0x20
}

private func isSmallLetter(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return (0x61...0x7A).contains(scalar.value) }
  switch scalar.properties.generalCategory {
  case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark: return true
  default: return false
  }
}
