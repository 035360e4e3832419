import Diagnostics
import LocaleServices
import MessageSyntax
import StringCatalogs

extension Check {
  static let wrongScript = Check(
    "wrong-script", .error,
    summary: "A translation is written in a script that is not its language's.",
    explanation: """
      A text in Latin letters on an Arabic page, Serbian in Latin letters where the locale means \
      Cyrillic, simplified characters on a page in traditional Chinese: somebody put a text into the \
      wrong file, or the text was transliterated.

      The check speaks where none of at least twelve letters is of the language's script (names and \
      addresses are shorter, or the same as in the source), and in Chinese where two characters belong \
      to the other form only and none to the own. Where most of a locale's texts are in another script, \
      that is said once, and not at all of a language that CLDR does not describe.
      """,
    examples: [
      .flagged("en", "Empty the cart now", "sr", "1️⃣Ispraznite korpu sada"),
      .flagged("en", "We open the door", "zh-Hant", "1️⃣我们开门"),
      .accepted("en", "We open the door", "zh-Hans", "我们开门"),
      .accepted("en", "Empty the cart now", "sr-Latn", "Ispraznite korpu sada"),
      .accepted(
        "en", "{$n} (Wikipedia collection).json", "hi", "{$n} (Wikipedia reading list).json"),
      .accepted("en", "The OpenStreetMap Foundation", "ru", "The OpenStreetMap Foundation"),
      CheckExample(
        isFlagged: false, sourceLocale: "en", targetLocale: "kaa",
        rows: [
          .init("read", "Mark as read", "Oqıldı dep belgilew"),
          .init("all", "All notifications", "Barlıq bildirmeler"),
        ], remark: "Karakalpak is written in Latin letters, though CLDR thinks of Cyrillic ones"),
    ],
    tally: CheckTally(
      judged: 42, wrong: 1,
      """
      French among Arabic, English texts that have changed since, Serbian in Latin letters. The \
      wrong one was Manipuri in its own script, which CLDR does not think of.
      """),
    kind: .locale(findFaults))
}

private func findFaults(_ context: LocaleContext) -> [PlacedFault] {
  let locale = context.target.locale
  guard locale.locale != context.source.locale.locale, !locale.scripts.isEmpty else { return [] }
  let isLatin = locale.scripts.contains(.latin)
  var ownTexts = 0
  // Texts in the right script that may be the source's.
  var copies: [CatalogPlace] = []
  var faults: [PlacedFault] = []
  for (catalog, contents) in context.target.catalogs.enumerated() {
    var others: [Int] = []
    for (index, note) in context.target.notes[catalog].enumerated() {
      let traits = note.traits
      let hasOwnLetter = traits.contains(.ownLetter) && !traits.contains(.otherForm)
      // Text in ASCII is of the right script where that is Latin; in other scripts no syntax is
      // written.
      let hasOwn =
        isLatin
        ? !traits.contains(.beyondLatin) || traits.contains(.textLetter)
          || traits.contains(.asciiLetter) && !traits.contains(.syntax)
          || !traits.contains(.syntax) && hasOwnLetter
        : hasOwnLetter
      guard hasOwn else {
        others.append(index)
        continue
      }
      // Without letters, a text says nothing: an empty one, a number.
      if isLatin, traits.isDisjoint(with: [.beyondLatin, .asciiLetter]) { continue }
      if note.aspects.contains(.sameness) {
        copies.append(CatalogPlace(catalog: catalog, entry: index))
      } else {
        ownTexts += 1
      }
    }
    for index in others {
      let entry = contents.entries[index]
      if entry.metadata.state == .initial { continue }
      guard let origin = context.origins[catalog][index] else { continue }
      // What was never translated is another fault.
      if entry.repeats(context.source[origin]) { continue }
      switch judged(entry, context.source[origin], locale) {
      case .own: ownTexts += 1
      case .nothing: continue
      case .foreign(let message):
        faults.append(
          PlacedFault(
            message,
            at: .message(
              CatalogPlace(catalog: catalog, entry: index), 0..<entry.text.utf8.count),
            help: "is it in the right file?"))
      }
    }
  }
  guard faults.count > ownTexts, var first = faults.first else { return faults }
  // A copy of the source says nothing about the translation's script.
  ownTexts += copies.count { place in
    let origin = context.origins[place.catalog][place.entry]
    return origin.map { context.source[$0].text != context.target[place].text } ?? true
  }
  guard faults.count > ownTexts else { return faults }
  // Languages are written in more than one script: what nearly all texts have is meant.
  guard locale.hasExemplars else { return [] }
  first.message += ", and so are most texts of `\(locale.locale)`"
  first.help = "if that is meant, name the script in the locale, as in `sr-Latn`"
  first.severity = .warning
  return [first]
}

private enum Judgement {
  case own, nothing
  case foreign(String)
}

private func judged(
  _ entry: CatalogEntry, _ source: CatalogEntry, _ locale: LocaleFacts
) -> Judgement {
  var own = 0
  var foreign: [LetterScript: Int] = [:]
  var simplified = 0
  var traditional = 0
  let isChinese = locale.language == "zh" || locale.language == "yue"
  entry.forEachText { text in
    for scalar in text.value.unicodeScalars {
      guard let script = LetterScript(scalar) else { continue }
      guard locale.scripts.contains(script) else {
        foreign[script, default: 0] += 1
        continue
      }
      own += 1
      guard isChinese, script == .han else { continue }
      if simplifiedOnly.contains(scalar) { simplified += 1 }
      if traditionalOnly.contains(scalar) { traditional += 1 }
    }
  }
  if isChinese {
    let isTraditional = locale.scriptCode == "Hant"
    let (right, wrong) = isTraditional ? (traditional, simplified) : (simplified, traditional)
    if wrong > 1, right == 0, source.text != entry.text {
      return .foreign("the text is in \(isTraditional ? "simplified" : "traditional") characters")
    }
    return own > 0 ? .own : .nothing
  }
  if own > 0 { return .own }
  guard let most = foreign.max(by: { $0.value < $1.value }), most.value >= 12,
    !isAddressLike(entry.text), source.text.caseFolded != entry.text.caseFolded
  else { return .nothing }
  let name = most.key == .other ? "another script's" : "\(most.key)"
  return .foreign("the text is written in \(name) letters")
}

/// Addresses, code and the names of files (`{name} (reading list).json`) keep their letters
/// everywhere.
private func isAddressLike(_ text: String) -> Bool {
  if !text.utf8.contains(0x20) { return true }
  let ending = text.utf8.reversed().prefix { (0x61...0x7A).contains($0) }
  return (2...4).contains(ending.count)
    && text.utf8.dropLast(ending.count).last == UInt8(ascii: ".")
}

private let simplifiedOnly = HanSet(ChineseForms.simplifiedOnly)
private let traditionalOnly = HanSet(ChineseForms.traditionalOnly)

/// A set of Chinese characters, a bit for each from U+4E00 to U+9FFF.
private struct HanSet: Sendable {
  private var bits: [UInt64] = Array(repeating: 0, count: 0x5200 / 64)

  init(_ characters: String) {
    for scalar in characters.unicodeScalars {
      guard let index = Self.index(scalar) else { continue }
      bits[index / 64] |= 1 << UInt64(index % 64)
    }
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    Self.index(scalar).map { bits[$0 / 64] & (1 << UInt64($0 % 64)) != 0 } ?? false
  }

  private static func index(_ scalar: Unicode.Scalar) -> Int? {
    (0x4E00..<0xA000).contains(scalar.value) ? Int(scalar.value) - 0x4E00 : nil
  }
}
