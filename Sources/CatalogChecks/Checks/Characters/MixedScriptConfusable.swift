import Diagnostics
import MessageSyntax
import StringCatalogs

extension Check {
  static let mixedScriptConfusable = Check(
    "mixed-script-confusable", .error,
    summary: "A word has a letter of another script that only looks like its own.",
    explanation: """
      A Latin `e` in "Привет", a Cyrillic `а` in "Bravo": the word looks right, but a search does not \
      find it, a screen reader stumbles over it, and a spelling checker never will be content. It \
      comes from keyboards that were not switched over, and from text recognition.

      The check looks at each word by itself: at Latin, Cyrillic and Greek letters within it, where \
      those of the smaller part all have a double in the other script. Words joined by a hyphen \
      ("SMS-ка") are two words. A Latin `I` behind a Cyrillic letter, among small ones, is accepted: on most \
      keyboards it is the only way to write the palochka of the Caucasus ("ХIара").
      """,
    examples: [
      .flagged("en", "Hello", "ru", "Прив1️⃣eт"),
      .flagged("en", "Bravo", "pl", "Br1️⃣аwo"),
      .accepted("en", "Wi-Fi router", "ru", "Wi-Fi-роутер"),
      .accepted("en", "Every week", "inh", "ХIара кIира"),
      .accepted("en", "Hello", "el", "Γεια"),
    ],
    tally: CheckTally(
      judged: 30, wrong: 0,
      "Latin `i`, `C` and `I` in Cyrillic words, Greek `Μ` in a Latin name."),
    kind: .message(findFaults))
}

/// Letters with a double in another of the three scripts.
private let lookalikes: [LetterScript: Set<Unicode.Scalar>] = [
  .latin: Set("aceiopsxyjhABCEHIKMNOPSTXYZJbvnuó".unicodeScalars),
  .cyrillic: Set("асеіорѕхујһАВСЕНІКМОРЅТХУЈҮ".unicodeScalars),
  .greek: Set("οαινυρκχΑΒΕΖΗΙΚΜΝΟΡΤΥΧό".unicodeScalars),
]

private func findFaults(_ context: MessageContext) -> [Fault] {
  let traits = context.facts.traits
  // A word of two scripts needs a Latin letter and another, or two that are not ASCII.
  guard traits.contains(.beyondLatin), context.entry.text.utf8.contains(where: isCyrillicOrGreek)
  else { return [] }
  var faults: [Fault] = []
  context.entry.forEachText { text in
    for (word, bytes) in placedWords(text.value) {
      guard let place = confusable(word) else { continue }
      let start = bytes.lowerBound + place.bytes.lowerBound
      faults.append(
        Fault(
          "`\(place.scalar)` in `\(word)` is a \(place.name) letter",
          at: context.entry.span(of: start..<start + place.bytes.count, in: text),
          help: "type the word anew"))
    }
  }
  return faults
}

/// The bytes that start Greek and Cyrillic letters.
private func isCyrillicOrGreek(_ byte: UInt8) -> Bool { (0xCD...0xD4).contains(byte) }

/// Whether the Latin letters of a Cyrillic word are capital `I`s among small letters.
private func isPalochka(_ letters: [Unicode.Scalar], in word: Substring) -> Bool {
  letters.allSatisfy { $0 == "I" } && word.unicodeScalars.first != "I"
    && word.unicodeScalars.contains { $0.properties.isLowercase }
}

private func confusable(
  _ word: Substring
) -> (scalar: Unicode.Scalar, bytes: Range<Int>, name: String)? {
  var letters: [(scalar: Unicode.Scalar, script: LetterScript, bytes: Range<Int>)] = []
  for (scalar, bytes) in PlacedScalars(String(word)) {
    guard let script = LetterScript(scalar), lookalikes[script] != nil else { continue }
    letters.append((scalar, script, bytes))
  }
  let counts = Dictionary(grouping: letters, by: \.script).mapValues(\.count)
  guard counts.count == 2, let most = counts.max(by: { $0.value < $1.value }),
    let least = counts.first(where: { $0.key != most.key }), least.value < most.value
  else { return nil }
  let few = letters.filter { $0.script == least.key }
  if most.key == .cyrillic, isPalochka(few.map(\.scalar), in: word) { return nil }
  guard few.allSatisfy({ lookalikes[least.key]?.contains($0.scalar) ?? false }),
    let first = few.first
  else { return nil }
  return (first.scalar, first.bytes, "\(least.key)")
}
