import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let expandedText = Check(
    "expanded-text", .note,
    summary: "A translation is far longer than its source.",
    explanation: """
      Translations of short texts often take twice the room, long ones a third more. What goes far \
      beyond that breaks out of its place on the page, or says more than the source does: an \
      explanation to the reader, two proposals with a slash, a neighbor's text.

      Texts of up to ten characters are not looked at; up to twenty, four times the length is \
      accepted, up to fifty two and a half times, beyond that twice, and half as much again where the \
      translation has no more sentences and parentheses than its source: then its words are long. Languages that write words in \
      few characters (Chinese, Japanese, Korean) are measured in twice their number, on both sides.
      """,
    examples: [
      .flagged(
        "en", "Empty the cart",
        "de",
        "1️⃣Klicken Sie hier, wenn Sie alle Artikel, die darin liegen, aus dem Warenkorb entfernen wollen"
      ),
      .flagged(
        "en", "We couldn't join the channel.", "nl",
        "1️⃣We konden geen lid worden van het kanaal. Controleer je verbinding en probeer het opnieuw."
      ),
      .accepted("en", "Empty the cart", "de", "Alle Artikel aus dem Warenkorb entfernen"),
      .accepted(
        "en", "Email or phone number", "el",
        "Διεύθυνση ηλεκτρονικού ταχυδρομείου ή αριθμός τηλεφώνου", remark: "its words are long"),
      .accepted("zh-Hans", "清空购物车中的所有商品", "en", "Remove all items from the shopping cart"),
    ],
    tally: CheckTally(
      judged: 28, wrong: 6,
      """
      Two sentences for one, a question for a title, the English beside its translation, plurals \
      in another tool’s syntax. The wrong ones were expressions of programs, markup, and \
      abbreviations in parentheses.
      """),
    kind: .translation(findFaults)
  ).looking(at: .width)
}

private func findFaults(_ context: TranslationContext) -> [Fault] {
  // Bytes are never fewer than characters: most messages are done with here.
  guard context.target.text.utf8.count > 20,
    context.target.text.utf8.count * 2 > context.source.text.utf8.count * 3,
    let source = context.source.patterns.last, let target = context.target.patterns.last,
    !context.target.hasUnreadChoice
  else { return [] }
  let placeholders = context.source.metadata.placeholders
  let before = width(source, placeholders)
  let after = width(target, placeholders)
  guard let limit = limit(before), after > limit,
    after > limit * 3 / 2 || statements(target) > statements(source)
  else { return [] }
  return [
    Fault(
      "\(after) characters for the source's \(before)",
      at: target.span.range.isEmpty ? 0..<context.target.text.utf8.count : target.span.range,
      help: "is it the same text, and is there room for it?")
  ]
}

/// How many sentences and parentheses there are.
private func statements(_ pattern: Pattern) -> Int {
  var count = 0
  for case .text(let text) in pattern.elements {
    var previous: Unicode.Scalar = " "
    for scalar in text.value.unicodeScalars {
      switch scalar {
      case "。", "！", "？", "(", "（": count += 1
      default:
        switch previous {
        case ".", "!", "?", "؟", "۔", "।": if scalar.properties.isWhitespace { count += 1 }
        default: break
        }
      }
      previous = scalar
    }
  }
  return count
}

/// How wide a translation may be, given its source's width; nil for sources that are not looked at.
private func limit(_ before: Int) -> Int? {
  switch before {
  case ...10: nil
  case ...20: before * 4
  case ...50: before * 5 / 2
  default: before * 2
  }
}

/// The width up to which no translation of a message is far longer than it.
func greatestWidth(ofTranslationsOf source: CatalogEntry) -> Int {
  guard let pattern = source.patterns.last else { return .max }
  return limit(width(pattern, source.metadata.placeholders)) ?? .max
}

/// The number of characters, wide ones counted twice.
private func width(_ pattern: Pattern, _ placeholders: [String: Placeholder]) -> Int {
  var width = visibleLength(pattern, placeholders)
  for case .text(let text) in pattern.elements {
    for scalar in text.value.unicodeScalars where scalar.value >= 0x1100 {
      switch LetterScript(scalar) {
      case .han, .kana, .hangul: width += 1
      default: continue
      }
    }
  }
  return width
}
