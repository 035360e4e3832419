import Diagnostics
import LocaleServices
import MessageSyntax
import StringCatalogs

extension Check {
  static let notNFC = Check(
    "not-nfc", .warning,
    summary: "A letter and its accent are two characters, where there is one for both.",
    explanation: """
      é can be written as one character or as e and an accent (U+0301). They look the same and are \
      not: a search for one does not find the other, and a length counts differently. The web is \
      written in normalization form C, with one character where there is one.

      `langue check --fix` writes the text in NFC, which changes nothing that is seen. Silent about \
      Indic and Burmese letters, which common keyboards write in another form than C.
      """,
    examples: [
      .flagged("en", "Cafe", "fr", "Caf1️⃣e\u{301}"),
      .accepted("en", "Cafe", "fr", "Café"),
      .accepted("en", "Hindi", "hi", "हिन्दी", remark: "marks that have no composed form"),
    ],
    tally: CheckTally(
      judged: 50, wrong: 0, "Serbian and Vietnamese with accents apart."),
    kind: .message(findFaults))
}

private func findFaults(_ context: MessageContext) -> [Fault] {
  guard context.facts.traits.contains(.beyondLatin) else { return [] }
  let text = context.entry.text
  guard text.unicodeScalars.contains(where: mayCompose) else { return [] }
  let normal = text.normalizedNFC
  // Equal strings may have different bytes: that is what is looked for.
  guard !text.utf8.elementsEqual(normal.utf8) else { return [] }
  var difference = 0
  for (left, right) in zip(text.unicodeScalars, normal.unicodeScalars) {
    if left != right { break }
    difference += UTF8.width(left)
  }
  let rest = text.utf8.dropFirst(difference)
  let length = String(decoding: rest.prefix(16), as: UTF8.self).first?.utf8.count ?? 1
  return [
    Fault(
      "the text is not in normalization form C",
      at: difference..<min(difference + length, text.utf8.count),
      help: "write the letter with its accent as one character")
  ]
}

/// Whether a character can make a difference that anybody types: accents, Hangul's letters, voiced
/// kana. Indic and Burmese keyboards write forms that NFC takes apart, and look the same everywhere.
private func mayCompose(_ scalar: Unicode.Scalar) -> Bool {
  let value = scalar.value
  if value < 0x300 { return false }
  if value < 0x370 { return true }
  if value < 0x590 { return value == 0x37E || value == 0x374 || value == 0x387 }
  switch value {
  case 0x1100...0x11FF, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x1F00...0x1FFF, 0x3099, 0x309A:
    return true
  default: return false
  }
}
