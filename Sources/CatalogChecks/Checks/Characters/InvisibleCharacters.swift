import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let invisibleCharacters = Check(
    "invisible-characters", .warning,
    summary: "A message has characters that nobody sees.",
    explanation: """
      Zero-width spaces, byte order marks, word joiners and the like come along when text is copied \
      from a web page or a word processor. Nobody sees them, but a search does not find the word, and \
      a line breaks in the middle of it.

      Take them out. Silent where they have work to do: zero-width joiners in emoji and in the scripts \
      that join letters (Arabic, Devanagari, Bengali, Tamil …), zero-width spaces in languages written \
      without spaces (Thai, Lao, Khmer, Burmese, Japanese), soft hyphens everywhere.
      """,
    examples: [
      .flagged("en", "Search", "de", "Su1️⃣\u{200B}chen"),
      .flagged("en", "Search", "fr", "1️⃣\u{FEFF}Rechercher"),
      .flagged("en", "Random articles", "fi", "Satunnaisia 1️⃣\u{200B}\u{200B}artikkeleita"),
      .accepted("en", "I want", "fa", "می\u{200C}خواهم", remark: "Persian needs the non-joiner"),
      .accepted("en", "Family 👨\u{200D}👩\u{200D}👧", "de", "Familie 👨\u{200D}👩\u{200D}👧"),
      .accepted("en", "Welcome to our site", "th", "ยินดีต้อนรับ\u{200B}สู่เว็บไซต์ของเรา"),
    ],
    tally: CheckTally(
      judged: 12, wrong: 0,
      "Zero-width spaces from translation services, and non-joiners behind spaces."),
    kind: .message(findFaults))
}

private let breaking: Set<String> = ["th", "lo", "km", "my", "ja", "zh", "dz", "bo"]

private func findFaults(_ context: MessageContext) -> [Fault] {
  let traits = context.facts.traits
  guard !traits.isDisjoint(with: [.generalPunctuation, .highest, .beyondLatin]) else { return [] }
  var faults: [Fault] = []
  var previous: Unicode.Scalar = " "
  var end = -1
  for (scalar, bytes) in PlacedScalars(context.entry.text) {
    defer { previous = scalar }
    guard let name = name(of: scalar) else { continue }
    switch scalar.value {
    case 0x200B where breaking.contains(context.locale.language): continue
    case 0x200C, 0x200D:
      // Joiners work on letters of joining scripts and on pictures.
      if previous.value >= 0x600 { continue }
    default: break
    }
    // Several in a row are one fault.
    defer { end = bytes.upperBound }
    if bytes.lowerBound == end { continue }
    faults.append(Fault("\(name) cannot be seen", at: bytes, help: "take it out"))
  }
  return faults
}

private func name(of scalar: Unicode.Scalar) -> String? {
  switch scalar.value {
  case 0x200B: "a zero-width space (U+200B)"
  case 0x200C: "a zero-width non-joiner (U+200C)"
  case 0x200D: "a zero-width joiner (U+200D)"
  case 0x2060: "a word joiner (U+2060)"
  case 0xFEFF: "a byte order mark (U+FEFF)"
  case 0x034F: "a grapheme joiner (U+034F)"
  case 0x180E: "a Mongolian vowel separator (U+180E)"
  case 0x2061...0x2064: "an invisible operator"
  case 0x206A...0x206F: "a deprecated format character"
  case 0x115F, 0x1160, 0x3164, 0xFFA0: "a Hangul filler"
  case 0xE0000...0xE001F: "a tag character"
  default: nil
  }
}
