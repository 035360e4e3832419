/// Makes messages that look foreign but can be read, to see how a page bears translation.
///
///     PseudoLocalization.accented.apply(to: message)   // Héééllöö {$name}!
///
/// Only text changes: placeholders, markup, literals and keys stay as they are, and so do words
/// that are addresses. The same message always becomes the same text.
public struct PseudoLocalization: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Accents on Latin letters, and 40 % more of them: finds text that is cut off, does not come
  /// from the catalogue, or is in a font without accents.
  public static let accented = PseudoLocalization(rawValue: 1)
  /// `⟦…⟧` around each pattern: finds text that is put together from pieces, or cut off.
  public static let bracketed = PseudoLocalization(rawValue: 2)
  /// Each word from right to left: finds layout that does not turn around.
  public static let mirrored = PseudoLocalization(rawValue: 4)

  /// How many more letters `accented` shows, per hundred.
  public static let expansion = 40

  public func apply(to message: Message) -> Message {
    switch message {
    case .pattern(var message):
      message.pattern = apply(to: message.pattern)
      return .pattern(message)
    case .select(var message):
      for index in message.variants.indices {
        message.variants[index].value = apply(to: message.variants[index].value)
      }
      return .select(message)
    }
  }

  private func apply(to pattern: Pattern) -> Pattern {
    var elements = pattern.elements.map { element in
      guard case .text(let text) = element else { return element }
      return .text(Text(apply(to: text.value)))
    }
    if contains(.bracketed), !elements.isEmpty {
      elements.insert(.text(Text("⟦")), at: 0)
      elements.append(.text(Text("⟧")))
    }
    return Pattern(elements.joiningTexts)
  }
}

extension PseudoLocalization {
  /// Changes the words of a text and leaves its white space.
  private func apply(to text: String) -> String {
    var result = ""
    var word = ""
    // Letters still owed: forty hundredths of one for each.
    var debt = 0
    func flush() {
      result += word.isEmpty ? "" : apply(toWord: word, debt: &debt)
      word = ""
    }
    for character in text {
      if character.isWhitespace {
        flush()
        result.append(character)
      } else {
        word.append(character)
      }
    }
    flush()
    return result
  }

  private func apply(toWord word: String, debt: inout Int) -> String {
    if word.contains("://") || word.contains("@") { return word }
    let accented = contains(.accented) ? accented(word, debt: &debt) : word
    guard contains(.mirrored), word.contains(where: \.isLetter) else { return accented }
    return "\u{202E}" + accented + "\u{202C}"
  }

  private func accented(_ word: String, debt: inout Int) -> String {
    var result = ""
    for character in word {
      let letter = Self.accents[character] ?? character
      result.append(letter)
      guard character.isLetter else { continue }
      debt += Self.expansion
      // Vowels are drawn out first; a word without one gives its other letters.
      while debt >= 100, Self.vowels.contains(character) || debt >= 200 {
        result.append(letter)
        debt -= 100
      }
    }
    return result
  }

  private static let vowels: Set<Character> = [
    "a", "e", "i", "o", "u", "y", "A", "E", "I", "O", "U", "Y",
  ]

  private static let accents: [Character: Character] = [
    "a": "á", "b": "ƀ", "c": "ç", "d": "ð", "e": "é", "f": "ƒ", "g": "ğ", "h": "ĥ", "i": "î",
    "j": "ĵ", "k": "ķ", "l": "ļ", "m": "ɱ", "n": "ñ", "o": "ö", "p": "þ", "q": "ǫ", "r": "ŕ",
    "s": "š", "t": "ţ", "u": "û", "v": "ṽ", "w": "ŵ", "x": "ẋ", "y": "ý", "z": "ž",
    "A": "Å", "B": "Ɓ", "C": "Ç", "D": "Ð", "E": "É", "F": "Ƒ", "G": "Ğ", "H": "Ĥ", "I": "Î",
    "J": "Ĵ", "K": "Ķ", "L": "Ļ", "M": "Ṁ", "N": "Ñ", "O": "Ö", "P": "Þ", "Q": "Ǫ", "R": "Ŕ",
    "S": "Š", "T": "Ţ", "U": "Û", "V": "Ṽ", "W": "Ŵ", "X": "Ẋ", "Y": "Ý", "Z": "Ž",
  ]
}
