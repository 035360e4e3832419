import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let mismatchedWhitespace = Check(
    "mismatched-whitespace", .warning,
    summary:
      "A translation starts or ends with white space where its source does not.",
    explanation: """
      A space at the end of a text is seen by nobody, until it stands in front of a full stop or makes \
      a link too long; one that is lost joins two words. An empty line that is lost joins two \
      paragraphs, which is a note.

      Variants of a plural are held to what all of the source's do: a space at the edge of one alone is \
      reported too.

      `langue check --fix` takes spaces away, or adds them as the source has them. Silent about a space \
      that is left out in languages written without spaces (Chinese, Japanese, Thai, Lao, Khmer, \
      Burmese).
      """,
    examples: [
      .flagged("en", "Search", "de", "Suchen1️⃣ "),
      .flagged("en", "Search", "fr", "1️⃣ Rechercher"),
      .flagged("en", "Search", "fr", "1️⃣\u{A0}Rechercher", remark: "a no-break space"),
      .flagged("en", "Sorted by ", "de", "1️⃣Sortiert nach"),
      .accepted("en", "Sorted by ", "ja", "並べ替え:", remark: "Japanese is written without spaces"),
      .accepted("en", "Search", "de", "Suchen"),
      .accepted("en", "Failed.\nTry again.", "nl", "Mislukt. Probeer het opnieuw."),
      .flagged(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} page}}\n* {{{$n} pages}}", "de",
        ".input {$n :integer}\n.match $n\none {{{$n} Seite1️⃣ }}\n* {{{$n} Seiten}}"),
      .accepted(
        "en", ".input {$n :integer}\n.match $n\none {{{$n} page }}\n* {{{$n} pages }}", "ja",
        ".input {$n :integer}\n.match $n\n* {{{$n}ページ}}"),
      .flagged("en", "It failed.\n\nTry again.", "nl", "1️⃣Het is mislukt. Probeer het opnieuw."),
    ],
    tally: CheckTally(
      judged: 50, wrong: 0,
      "Many are of one source that starts with a space. Spaces within variants were slips too."),
    kind: .translation(findFaults))
}

private let spaceless: Set<String> = ["zh", "ja", "th", "lo", "km", "my"]

private func findFaults(_ context: TranslationContext) -> [Fault] {
  // A message of nothing else is empty, which is another fault.
  if context.target.isBlank { return [] }
  // A message with declarations or variants has white space of the syntax around its patterns.
  guard context.source.patterns.count == 1, context.target.patterns.count == 1,
    let source = context.source.patterns.first, let target = context.target.patterns.first
  else { return variantFaults(context) }
  let whole = 0..<context.target.text.utf8.count
  var faults: [Fault] = []
  let leading = (spaces(source, atStart: true), spaces(target, atStart: true))
  let trailing = (spaces(source, atStart: false), spaces(target, atStart: false))
  for (name, (expected, found)) in [("starts", leading), ("ends", trailing)] {
    guard expected.count == 0 || found.count == 0, expected.count != found.count else { continue }
    if found.count == 0 {
      if spaceless.contains(context.locale.language) { continue }
      faults.append(
        Fault(
          "the source \(name) with white space, the translation does not", at: whole,
          help: "add it"))
    } else if let text = found.text, let span = found.span {
      faults.append(
        Fault(
          "the translation \(name) with white space, the source does not",
          at: context.target.span(of: span, in: text), help: "take it away"))
    }
  }
  if faults.isEmpty, hasEmptyLine(source), !hasEmptyLine(target) {
    faults.append(
      Fault("the source has an empty line, the translation does not", at: whole, severity: .note))
  }
  return faults
}

/// Variants that start or end otherwise than all of the source's.
private func variantFaults(_ context: TranslationContext) -> [Fault] {
  guard context.source.syntax == .messageFormat2, context.target.syntax == .messageFormat2,
    context.source.parsed.isValid, context.target.parsed.isValid
  else { return [] }
  let sources = context.source.patterns.filter { !$0.elements.isEmpty }
  let targets = context.target.patterns.filter { !$0.elements.isEmpty }
  return [("starts", true), ("ends", false)].compactMap { name, atStart -> Fault? in
    let expected = sources.map { spaces($0, atStart: atStart).count > 0 }
    guard let isExpected = expected.first, expected.allSatisfy({ $0 == isExpected }),
      let target = targets.first(where: { target in
        (spaces(target, atStart: atStart).count > 0) != isExpected
          && (isExpected || !isRest(target, of: targets, atStart: atStart))
      })
    else { return nil }
    if isExpected {
      guard !spaceless.contains(context.locale.language) else { return nil }
      return Fault(
        "the source's variants \(name.dropLast()) with white space, this one does not",
        at: target.span.range, help: "add it")
    }
    let found = spaces(target, atStart: atStart)
    guard let text = found.text, let span = found.span else { return nil }
    return Fault(
      "the variant \(name) with white space, the source's do not",
      at: context.target.span(of: span, in: text), help: "take it away")
  }
}

/// Whether a variant is what others say without their first or last words: then its space was between
/// them.
private func isRest(_ pattern: Pattern, of others: [Pattern], atStart: Bool) -> Bool {
  let rest = shown(pattern)
  return others.contains { other in
    let whole = shown(other)
    return whole != rest && (atStart ? whole.hasSuffix(rest) : whole.hasPrefix(rest))
  }
}

private func shown(_ pattern: Pattern) -> String {
  pattern.elements.reduce(into: "") { result, element in
    switch element {
    case .text(let text): result += text.value
    case .expression(let expression):
      if case .variable(let variable)? = expression.operand { result += variable.name }
      result += "\u{FFFC}"
    case .markup(let markup): result += "\u{FFFC}\(markup.name)"
    }
  }
}

private func spaces(
  _ pattern: Pattern, atStart: Bool
) -> (count: Int, text: Text?, span: Range<Int>?) {
  guard case .text(let text)? = atStart ? pattern.elements.first : pattern.elements.last else {
    return (0, nil, nil)
  }
  let scalars = text.value.unicodeScalars
  let length = text.value.utf8.count
  if atStart {
    let count = scalars.prefix(while: isEdgeSpace).reduce(0) { $0 + UTF8.width($1) }
    return (count, text, 0..<count)
  }
  let count = scalars.reversed().prefix(while: isEdgeSpace).reduce(0) { $0 + UTF8.width($1) }
  return (count, text, length - count..<length)
}

private func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}

private func hasEmptyLine(_ pattern: Pattern) -> Bool {
  pattern.elements.contains { element in
    guard case .text(let text) = element else { return false }
    var isAtLineStart = false
    for byte in text.value.utf8 {
      if byte == 0x0A, isAtLineStart { return true }
      if byte == 0x0A { isAtLineStart = true } else if !isSpace(byte) { isAtLineStart = false }
    }
    return false
  }
}
