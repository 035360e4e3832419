/// Where a counted noun has one plural for all numbers but 1.
///
/// In the nominative and accusative, Slavic and Baltic languages tell 2 from 5 or 10: `2 kanały`, `5
/// kanałów`. In the other cases they do not: `do 2 kanałów`, `do 5 kanałów`; `2 людям`, `5 людям`. Serbian,
/// Croatian and Bosnian are not among them: their counted nouns stay as they are behind a preposition.
struct ObliqueNumbers: Sendable {
  /// Prepositions that never take the nominative or accusative.
  private var prepositions: Set<String>
  /// Endings of the dative, instrumental and locative plural, which no counted noun has otherwise.
  private var endings: [String]

  init?(language: String) {
    guard let words = Self.words[language] else { return nil }
    prepositions = Set(words.prepositions.split(separator: " ").map(String.init))
    endings = words.endings.split(separator: " ").map(String.init)
  }

  private static let words: [String: (prepositions: String, endings: String)] = [
    "pl": ("do od dla bez z ze spośród wśród oprócz u przy", "om ami ach ymi imi"),
    "cs": ("do od z ze bez u k ke ku při s se", "ům ám ím mi ách lidem"),
    "sk": ("do od z zo bez u k ku pri s so", "om ám iam mi ách och"),
    "ru": ("до от из без у для с со к ко при среди", "ам ям ами ями ими ыми ах ях"),
    "uk": ("до від з із зі без для при серед", "ам ям ами ями ими іми ах ях"),
    "be": ("да ад з са без для пры сярод", "ам ям амі ямі імі ымі ах ях"),
    "lt": ("", "ams oms ėms ims ais omis ėmis imis uose ose ėse yse"),
    "lv": ("", "iem ām ēm īm"),
  ]

  /// Whether a number stands in such a case.
  ///
  /// - Parameters:
  ///   - before: the text in front of the number.
  ///   - after: the text behind it: its first two words may be an adjective and its noun.
  ///   - singular: the text behind the number in the form for 1. A genitive without an ending is the
  ///     beginning of its word (`реклам`, `реклама`), and is none of these cases.
  func govern(before: some StringProtocol, after: String, singular: String) -> Bool {
    if let word = placedWords(String(before)).last?.word, prepositions.contains(word.lowercased()) {
      return true
    }
    let ones = firstWords(of: singular)
    return firstWords(of: after).contains { word in
      word.unicodeScalars.count > 3 && !ones.contains { $0.hasPrefix(word) }
        && endings.contains(where: word.hasSuffix)
    }
  }

  private func firstWords(of text: String) -> [String] {
    placedWords(text).lazy.map { $0.word.lowercased() }
      .filter { $0.unicodeScalars.contains(where: \.properties.isAlphabetic) }.prefix(2).map(\.self)
  }
}
