import Diagnostics
import LocaleServices
import MessageSyntax
import StringCatalogs

extension Check {
  static let identicalVariants = Check(
    "identical-variants", .warning,
    summary: "All plural variants say the same, in a language whose forms differ.",
    explanation: """
      Somebody filled in one form for all categories: "5 strona" reads as "5 page" does. The check \
      speaks up where the language has three forms or more for whole numbers (Slavic and Baltic \
      languages, Arabic, Welsh …), the source's own variants differ, and a word of four letters or more \
      stands right behind the number. It is silent for languages whose nouns do not change after a number \
      (Turkish, Hungarian, Japanese …; CLDR's names of measures tell), for words that have one form \
      (Czech ones in -í; measures of which CLDR writes one form, as Arabic bytes), in Sami, where a number has a \
      variant of its own that differs, for those with two forms, where \
      many words have no plural of their own (German "Treffer"), for abbreviations, and where the text is \
      turned so that nothing depends on the number ("Pages: 5").

      Give each variant its form. Suppress it for a word that has one form only.
      """,
    examples: [
      .flagged(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} page}}\n* {{{$n} pages}}",
        "pl",
        ".input {$n :integer}\n.match 1️⃣$n\none {{{$n} strona}}\nfew {{{$n} strona}}\n"
          + "many {{{$n} strona}}\n* {{{$n} strona}}"),
      .accepted(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} page}}\n* {{{$n} pages}}",
        "tr", ".input {$n :integer}\n.match $n\none {{{$n} sayfa}}\n* {{{$n} sayfa}}",
        remark: "Turkish nouns do not change after a number"),
      .accepted(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} tag}}\n* {{{$n} tags}}",
        "ru",
        ".input {$n :integer}\n.match $n\none {{Тегов: {$n}}}\nfew {{Тегов: {$n}}}\n"
          + "many {{Тегов: {$n}}}\n* {{Тегов: {$n}}}",
        remark: "nothing in it depends on the number"),
      .accepted(
        "en", ".input {$n :integer}\n.match $n\none {{Message removed}}\n* {{Messages removed}}",
        "uk",
        ".input {$n :integer}\n.match $n\none {{Вилучено}}\nfew {{Вилучено}}\n"
          + "many {{Вилучено}}\n* {{Вилучено}}", remark: "no number is shown"),
      .accepted(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} minute}}\n* {{{$n} minutes}}",
        "pl",
        ".input {$n :integer}\n.match $n\none {{{$n} min.}}\nfew {{{$n} min.}}\n"
          + "many {{{$n} min.}}\n* {{{$n} min.}}",
        remark: "an abbreviation has one form"),
      .accepted(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} alert}}\n* {{{$n} alerts}}",
        "cs",
        ".input {$n :integer}\n.match $n\none {{{$n} upozornění}}\nfew {{{$n} upozornění}}\n"
          + "* {{{$n} upozornění}}", remark: "so are Czech words in -í written"),
    ],
    tally: CheckTally(
      judged: 3, wrong: 0, planted: .init(faults: 26, found: 26, fine: 41, reported: 0),
      """
      Romanian and Breton. The planted ones took the text of `*` in all variants, in languages \
      with three forms, and in others beside.
      """),
    kind: .translation(findFaults))
}

/// Languages with one form behind all numbers but 1, which is that of an object too.
private let sami: Set<String> = ["se", "sma", "smj", "smn", "sms"]

private func findFaults(_ context: TranslationContext) -> [Fault] {
  guard let target = context.targetFacts.structure, target.selectors.count == 1,
    case .cardinal = target.selectors[0].kind, target.branches.count > 2,
    let source = context.sourceFacts.structure, !sami.contains(context.locale.language)
  else { return [] }
  let forms = context.locale.cardinal.reaches.filter { !$0.small.isEmpty }.count
  guard forms > 2, Set(source.branches.map(\.pattern)).count > 1 else { return [] }
  let plural = target.branches.filter { branch in
    if case .literal(let literal) = branch.keys[0] {
      PluralCategory(rawValue: literal.value) != nil
    } else {
      true
    }
  }
  guard plural.count > 2, Set(plural.map(\.pattern)).count == 1, let first = plural.first,
    // Who wrote another form for 2 has thought about it.
    target.branches.allSatisfy({ $0.pattern == first.pattern }),
    let word = countedWord(first.pattern), context.locale.bendsWordsAfterNumbers,
    !context.locale.hasOneForm(of: word)
  else { return [] }
  return [
    Fault(
      "all \(plural.count) plural variants say the same", at: target.selectors[0].span,
      help: "write the form of each category")
  ]
}

/// A word that may bend and stands right behind a placeholder.
private func countedWord(_ pattern: Pattern) -> String? {
  for (element, next) in zip(pattern.elements, pattern.elements.dropFirst()) {
    guard case .expression = element, case .text(let text) = next else { continue }
    var rest = text.value.drop { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
    // Romanian puts a word between: `20 de pagini`.
    if rest.hasPrefix("de ") { rest = rest.dropFirst(3) }
    guard rest.startIndex > text.value.startIndex, let word = placedWords(String(rest)).first,
      word.bytes.lowerBound == 0, hasInflectedWord(String(rest.prefix(word.word.count + 1)))
    else { continue }
    return String(word.word)
  }
  return nil
}

/// Whether there is a word of four letters or more (of three in Arabic and Hebrew, which leave vowels
/// out) that is no abbreviation beside the placeholders.
func hasInflectedWord(_ pattern: Pattern) -> Bool {
  pattern.elements.contains { element in
    if case .text(let text) = element { hasInflectedWord(text.value) } else { false }
  }
}

func hasInflectedWord(_ text: String) -> Bool {
  placedWords(text).contains { word, bytes in
    let isShort = word.unicodeScalars.contains { (0x590...0x6FF).contains($0.value) }
    guard
      word.unicodeScalars.count(where: { $0.properties.numericType == nil }) > (isShort ? 2 : 3)
    else { return false }
    let next = text.utf8.dropFirst(bytes.upperBound).first
    return next != UInt8(ascii: ".") || bytes.upperBound + 1 < text.utf8.count
  }
}
