import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let endPunctuation = Check(
    "end-punctuation", .note,
    summary: "A translation ends otherwise than its source: without the question mark, the colon.",
    explanation: """
      A question without its mark, a label without its colon, a sentence that stops in the air: the \
      end of a text says what it is. Each script has its own signs, and they count as the same: . 。 । \
      ۔ · ? ？ ؟ and the Greek ; · ! ！ · : ： · … and ...; spaces before them (French) do not matter, \
      nor do closing quotes and brackets. An Armenian sentence ends with a sign like a colon, and its \
      question mark stands within a word.

      Arabic script has signs of its own within a text too: a Latin `?`, `,` or `;` behind one of its \
      letters is a note (؟ ، ؛).

      A lost colon or ellipsis is a warning; all else is a note, for sentences are turned: a question \
      becomes a title or a request. Silent about full stops in Thai, Lao, Khmer, Burmese, Chinese, Japanese and Korean, which \
      often do without, and about questions that end in か。 in Japanese.
      """,
    examples: [
      .flagged("en", "Remove this item?", "de", "Diesen Artikel entfernen1️⃣"),
      .flagged("en", "Price", "fr", "Prix1️⃣ :"),
      .accepted(
        "en", "Remove this item?", "el", "Να αφαιρεθεί;", remark: "the Greek question mark"),
      .accepted("en", "Remove this item?", "ar", "هل تريد إزالته؟"),
      .flagged("en", "Remove this item?", "ar", "هل تريد إزالته1️⃣?"),
      .flagged("en", "No, later", "fa", "نه1️⃣, بعداً"),
      .accepted("en", "1,800 of \"A, B\"", "ur", "\"A, B\" میں سے 1,800"),
      .accepted("en", "Price:", "fr", "Prix :"),
      .accepted("en", "Thank you.", "th", "ขอบคุณ", remark: "Thai has no full stop"),
      .accepted("en", "Thank you.", "hi", "धन्यवाद।"),
      .accepted("en", "Use the location?", "hy", "Օգտագործե՞լ տեղորոշումը"),
      .accepted("en", "Invalid value.", "hy", "Անվավեր արժեք:"),
      .accepted("en", "Edit…", "ur", "ترمیم۔۔۔"),
      .accepted("en", "Tax:", "am", "ግብር፦"),
    ],
    tally: CheckTally(
      judged: 50, wrong: 3,
      """
      These are the warnings: colons and ellipses that were lost, and letters that look like a \
      colon. The wrong ones were expressions of programs. The notes are matters of style.
      """),
    kind: .translation(findFaults)
  ).looking(at: .end)
}

/// What a text ends with.
enum TextEnd {
  case nothing, stop, question, exclamation, colon, ellipsis

  var name: String {
    switch self {
    case .nothing: "no punctuation"
    case .stop: "a full stop"
    case .question: "a question mark"
    case .exclamation: "an exclamation mark"
    case .colon: "a colon"
    case .ellipsis: "an ellipsis"
    }
  }
}

extension TextEnd {
  /// What a message ends with, as far as its text shows without being read: behind a placeholder or
  /// the branches of a plural, the last character within.
  init(of text: UnsafeBufferPointer<UInt8>, _ locale: LocaleFacts) {
    var count = text.count
    while count > 0, text[count - 1] == UInt8(ascii: "}") || text[count - 1] == 0x20 { count -= 1 }
    let text = UnsafeBufferPointer(rebasing: text[..<count])
    guard let last = Self.lastScalar(of: text) else {
      self = .nothing
      return
    }
    // Most texts end with a letter or with one sign: they are told at once.
    if LetterScript.isLetter(last) || isDigit(last) {
      self = .nothing
    } else if last == ".", count > 1, text[count - 2] != UInt8(ascii: ".") {
      self = .stop
    } else if let sign = Self.sign(last) {
      self = sign
    } else {
      // Punctuation and what closes it are a few characters.
      let tail = String(decoding: text.suffix(80), as: UTF8.self)
      self = end(of: String(tail.unicodeScalars.suffix(16)), locale).end
    }
  }

  /// What a character says at the end of a text, whatever stands before it and whatever the language.
  fileprivate static func sign(_ scalar: Unicode.Scalar) -> TextEnd? {
    switch scalar {
    case "。", "｡", "।", "॥", "։", "።", "။", "៕", "។", "᠃", "܁": .stop
    case "?", "？", "؟", "՞", "፧", "⁇", "\u{37E}", "⁉", "‽": .question
    case "!", "！", "՜", "¡": .exclamation
    case ":", "：", "፡", "፦", "׃", "៖": .colon
    case "…", "⋯": .ellipsis
    default: nil
    }
  }

  /// Whether texts of a language end so where their source ends with `source`.
  func isUsual(for source: TextEnd, in locale: LocaleFacts) -> Bool {
    if self == source { return true }
    guard locale.isStopless else { return false }
    return switch (source, self) {
    case (.stop, .nothing), (.nothing, .stop): true
    // What is listed next is announced with a full stop as well.
    case (.colon, .stop), (.exclamation, .stop), (.exclamation, .nothing): true
    // Thai and Lao ask with a word.
    case (.question, .stop), (.question, .nothing):
      ["th", "lo", "my", "km"].contains(locale.language)
    default: false
    }
  }

  private static func lastScalar(of text: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    guard let start = text.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return nil }
    var bytes = text[start...].makeIterator()
    var scalars = Unicode.UTF8.ForwardParser()
    guard case .valid(let scalar) = scalars.parseScalar(from: &bytes) else { return nil }
    return Unicode.UTF8.decode(scalar)
  }
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

/// Languages that often do without a full stop.
let stopless: Set<String> = ["th", "lo", "km", "my", "zh", "ja", "ko"]

private func findFaults(_ context: TranslationContext) -> [Fault] {
  foreignSign(context).map { [$0] } ?? differingEnd(context)
}

/// Signs of Arabic script, by the Latin ones.
private let arabicSigns: [Unicode.Scalar: String] = ["?": "؟", ",": "،", ";": "؛"]

/// A Latin sign behind a letter of Arabic script.
private func foreignSign(_ context: TranslationContext) -> Fault? {
  guard context.locale.scripts.contains(.arabic) else { return nil }
  var fault: Fault?
  context.target.forEachText { text in
    guard fault == nil else { return }
    var script: LetterScript?
    for (scalar, bytes) in PlacedScalars(text.value) {
      if let sign = arabicSigns[scalar], script == .arabic {
        fault = Fault(
          "`\(scalar)` stands where the script has `\(sign)`",
          at: context.target.span(of: bytes, in: text), help: "write `\(sign)`")
        return
      }
      // A vowel mark belongs to its letter.
      if scalar.properties.generalCategory != .nonspacingMark { script = LetterScript(scalar) }
    }
  }
  return fault
}

private func differingEnd(_ context: TranslationContext) -> [Fault] {
  // Most texts end in the same ASCII character as their source.
  if let last = context.source.text.utf8.last, last == context.target.text.utf8.last,
    last < 0x80, last != UInt8(ascii: "}")
  {
    return []
  }
  guard let sourceText = lastText(context.source), let targetText = lastText(context.target) else {
    return []
  }
  let source = end(of: sourceText.value, context.sourceLocale)
  let target = end(of: targetText.value, context.locale)
  guard source.end != target.end, !agreesInArmenian(source.end, target.end, context),
    isFault(source.end, target.end, targetText.value, context)
  else {
    return []
  }
  let isLost = target.end == .nothing && [.colon, .ellipsis].contains(source.end)
  let place = context.target.span(of: target.span, in: targetText)
  return [
    Fault(
      "the text ends with \(target.end.name), the source with \(source.end.name)", at: place,
      severity: isLost ? .warning : .note)
  ]
}

/// The text that the last pattern ends with; nil where it ends with a placeholder or markup.
private func lastText(_ entry: CatalogEntry) -> Text? {
  guard let pattern = entry.patterns.last else { return nil }
  for element in pattern.elements.reversed() {
    switch element {
    case .text(let text): return text
    case .markup: continue
    case .expression: return nil
    }
  }
  return nil
}

/// Armenian has its own signs: `:` ends a sentence, ՝ announces, and ՞ stands within a word.
private func agreesInArmenian(_ source: TextEnd, _ target: TextEnd, _ context: TranslationContext)
  -> Bool
{
  guard context.locale.language == "hy" else { return false }
  switch source {
  case .stop: return target == .colon
  case .question: return context.target.text.unicodeScalars.contains("՞")
  case .colon: return context.target.text.unicodeScalars.last == "՝"
  default: return false
  }
}

private func isFault(
  _ source: TextEnd, _ target: TextEnd, _ text: String, _ context: TranslationContext
) -> Bool {
  if target.isUsual(for: source, in: context.locale) { return false }
  if context.sourceLocale.isStopless, source == .nothing, target == .stop {
    return false
  }
  // Japanese asks with か.
  if source == .question, target == .stop || target == .nothing, context.locale.language == "ja",
    text.contains("か")
  {
    return false
  }
  return true
}

private func end(of text: String, _ locale: LocaleFacts) -> (end: TextEnd, span: Range<Int>) {
  let scalars = Array(PlacedScalars(text))
  var index = scalars.count
  while index > 0, isClosing(scalars[index - 1].scalar) { index -= 1 }
  let after = index < scalars.count ? scalars[index].bytes.lowerBound : text.utf8.count
  guard index > 0 else { return (.nothing, after..<after) }
  let last = scalars[index - 1]
  var start = index - 1
  while start > 0, scalars[start - 1].scalar.properties.isWhitespace { start -= 1 }
  let span = scalars[start].bytes.lowerBound..<last.bytes.upperBound
  switch last.scalar {
  case ".", "．":
    let dots = scalars[..<index].reversed().prefix { $0.scalar == "." }.count
    if dots >= 3 { return (.ellipsis, span) }
    return (.stop, span)
  case "۔" where scalars[..<index].reversed().prefix(while: { $0.scalar == "۔" }).count > 2:
    return (.ellipsis, span)
  case "|" where !locale.scripts.isDisjoint(with: [.devanagari, .bengali, .gurmukhi, .odia]):
    return (.stop, span)
  case "۔": return (.stop, span)
  case ";" where locale.language == "el": return (.question, span)
  case "-" where locale.language == "my": return (.colon, span)
  default:
    return TextEnd.sign(last.scalar).map { ($0, span) }
      ?? (.nothing, last.bytes.upperBound..<last.bytes.upperBound)
  }
}

/// Spaces, quotes, brackets and marks that may follow the punctuation.
private func isClosing(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.properties.isWhitespace { return true }
  switch scalar.properties.generalCategory {
  case .closePunctuation, .finalPunctuation, .initialPunctuation, .format: return true
  default: return scalar == "\"" || scalar == "'" || scalar == "“" || scalar == "*"
  }
}
