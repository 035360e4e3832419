import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs

extension Check {
  static let quotationMarks = Check(
    "quotation-marks", .warning,
    summary: "Quotation marks are another language's, or in French without their space.",
    explanation: """
      “This” is English; German writes „so“, French « ainsi », Japanese 「こう」. Marks that were copied \
      with the source's text look like a slip. Which marks a language uses comes from CLDR, with other \
      pairs that its printers use (»so«). A mark is judged by its place: “ opens in English and closes \
      in German.

      In French a no-break space (U+202F or U+00A0) stands inside « and », so that no line breaks there; \
      not in Switzerland. `langue check --fix` mends marks that pair up, and the spaces.
      """,
    examples: [
      .flagged("en", "The “golden” rule", "de", "Die 1️⃣“goldene” Regel"),
      .flagged("en", "The “golden” rule", "fr", "La règle 1️⃣«d’or»"),
      .accepted("en", "The “golden” rule", "de", "Die „goldene“ Regel"),
      .accepted("en", "The “golden” rule", "de", "Die »goldene« Regel"),
      .accepted("en", "The “golden” rule", "fr", "La règle «\u{202F}d’or\u{202F}»"),
      .accepted("en", "The tab “{$title}”", "de", "Der Reiter „{$title}“"),
      .accepted("en", "The “golden” rule", "ja", "「黄金の」法則"),
      .accepted("en", "The reader’s own", "de", "Der Leser’s"),
      .accepted("en", "The “golden” rule", "gl", "A regra «de ouro»"),
      .accepted("en", "Turn on <b>For you</b>", "fr", "Activez <b>«\u{A0}Pour vous\u{A0}»</b>"),
      .accepted("en", "Topic “{$title}” is new", "ja", "トピック「 {$title} 」は新しい"),
    ],
    tally: CheckTally(
      judged: 44, wrong: 1,
      """
      French without no-break spaces, Romanian with German marks. The wrong one was Mingrelian, of \
      which CLDR knows nothing.
      """),
    kind: .message(findFaults))
}

private let judged: Set<Unicode.Scalar> = ["“", "”", "„", "«", "»", "「", "」"]

private func findFaults(_ context: MessageContext) -> [Fault] {
  guard
    !context.facts.traits.isDisjoint(with: [
      .generalPunctuation, .latin1Punctuation, .cjkPunctuation,
    ])
  else { return [] }
  var fault: Fault?
  let needsSpace = context.locale.language == "fr" && context.locale.locale.region != "CH"
  context.entry.forEachText { text in
    guard fault == nil else { return }
    let scalars = Array(PlacedScalars(text.value))
    // Text that a conversion made has no place, and nothing is known of its neighbors.
    let isPlaceless = text.span.range.isEmpty && context.facts.structure != nil
    let source = context.entry.text.utf8
    let followsPlaceholder =
      isPlaceless || source.prefix(text.span.lowerBound).last == UInt8(ascii: "}")
    let precedesPlaceholder =
      isPlaceless || source.dropFirst(text.span.upperBound).first == UInt8(ascii: "{")
    for (index, item) in scalars.enumerated() where judged.contains(item.scalar) {
      // Beside a placeholder stands what it will show, most likely a letter.
      let before = index > 0 ? scalars[index - 1].scalar : followsPlaceholder ? "x" : nil
      let after =
        index + 1 < scalars.count ? scalars[index + 1].scalar : precedesPlaceholder ? "x" : nil
      let place = context.entry.span(of: item.bytes, in: text)
      if let isOpening = opensByItself(item.scalar) ?? isOpening(before, after),
        !(isOpening ? context.locale.quotes.openers : context.locale.quotes.closers)
          .contains(item.scalar)
      {
        fault = Fault(
          "`\(item.scalar)` does not \(isOpening ? "open" : "close") a quotation in "
            + "\(context.locale.locale)",
          at: place, help: "write \(context.locale.quotes.example)")
        return
      }
      guard needsSpace, item.scalar == "«" || item.scalar == "»",
        let neighbor = item.scalar == "«" ? after : before,
        neighbor.value != 0x202F, neighbor.value != 0xA0
      else { continue }
      fault = Fault(
        "no no-break space inside `\(item.scalar)`", at: place,
        help: "put U+202F between the mark and the text")
      return
    }
  }
  return fault.map { [$0] } ?? []
}

/// The side of a mark that has only one.
private func opensByItself(_ mark: Unicode.Scalar) -> Bool? {
  mark == "「" ? true : mark == "」" ? false : nil
}

/// Whether a mark stands where a quotation opens (true), closes (false), or neither can be told.
private func isOpening(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool? {
  // Beside an element of HTML nothing tells either.
  if before == ">" || after == "<" { return nil }
  let opensBefore = before.map(isOpenSide) ?? true
  let closesAfter = after.map(isCloseSide) ?? true
  // With spaces on both sides, as in French, or between letters, nothing tells.
  return opensBefore == closesAfter ? nil : opensBefore
}

private func isOpenSide(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.properties.isWhitespace { return true }
  switch scalar.properties.generalCategory {
  case .openPunctuation, .dashPunctuation: return true
  default: return false
  }
}

private func isCloseSide(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.properties.isWhitespace { return true }
  switch scalar.properties.generalCategory {
  case .closePunctuation, .dashPunctuation, .otherPunctuation: return true
  default: return false
  }
}
