public import LocaleIdentifiers
public import LocaleServices
import StringCatalogs

/// What ICU knows about one language, asked once and handed to all checks.
public final class LocaleFacts: Sendable {
  public let locale: LocaleIdentifier
  public let language: String
  public let cardinal: PluralNeeds
  public let ordinal: PluralNeeds
  /// Whether CLDR knows which plural categories the language has.
  let hasPluralRules: Bool
  public let quotes: LanguageQuotes
  /// The scripts that the language is written in; empty where that is not known.
  let scripts: Set<LetterScript>
  /// ISO 15924's code of the likely script: `Hant` tells more than `scripts` does.
  let scriptCode: String
  private let alphabet: Alphabet
  /// Whether sentences often end without a full stop.
  let isStopless: Bool
  /// The letters of the language's script, and those of them that CLDR does not list.
  let letters: LanguageLetters
  /// The categories that a plural of whole numbers must have, those that one of numbers with fractions
  /// must have, and those that a plural may have.
  private let countCategories: PluralBits
  private let decimalCategories: PluralBits
  let possibleCategories: PluralBits

  /// - Throws: ICU's error where it has no data at all.
  public init(_ locale: LocaleIdentifier) throws(ICUError) {
    self.locale = locale
    language = locale.language
    let rules = try PluralRules(locale: locale, type: .cardinal)
    hasPluralRules = rules.areKnown
    cardinal = PluralNeeds(rules)
    ordinal = PluralNeeds(try PluralRules(locale: locale, type: .ordinal))
    quotes = LanguageQuotes(try Delimiters(locale: locale), language: locale.language)
    isStopless = stopless.contains(locale.language)
    scriptCode = locale.likelyScript ?? ""
    scripts = LetterScript.expected(scriptCode)
    alphabet = try Alphabet(locale)
    var letters = Self.letters(of: scripts, alphabet)
    if ["zh", "yue"].contains(language) {
      letters.setOtherForm(
        scriptCode == "Hant" ? ChineseForms.simplifiedOnly : ChineseForms.traditionalOnly)
    }
    self.letters = letters
    var counts: PluralBits = [.other]
    var decimals: PluralBits = [.other]
    var possible: PluralBits = [.other]
    for reach in cardinal.reaches {
      let bit = PluralBits(reach.category)
      possible.insert(bit)
      if !reach.small.isEmpty { counts.insert(bit) }
      if !reach.small.isEmpty || reach.fractions { decimals.insert(bit) }
    }
    countCategories = counts
    decimalCategories = decimals
    possibleCategories = possible
  }

  /// The categories that a plural of this kind must have.
  func requiredCategories(_ outline: MessageOutline) -> PluralBits {
    outline.hasDecimals ? decimalCategories : countCategories
  }

  private static func letters(
    of scripts: Set<LetterScript>, _ alphabet: Alphabet
  ) -> LanguageLetters {
    var letters = LanguageLetters()
    letters.ownBlocks(han: scripts.contains(.han), hangul: scripts.contains(.hangul))
    for range in LetterScript.ranges(of: scripts) {
      for value in range.lowerBound...min(range.upperBound, max(range.lowerBound, 0x31FF)) {
        guard let scalar = Unicode.Scalar(value), LetterScript.isLetter(scalar) else { continue }
        letters.insert(scalar, as: .ownLetter)
        let (word, bit) = (Int(value / 64), UInt64(value % 64))
        if comparedLetters.indices.contains(word), comparedLetters[word] & 1 << bit != 0,
          !alphabet.contains(scalar)
        {
          letters.insert(scalar, as: .foreignLetter)
        }
      }
    }
    return letters
  }

  /// The letters from U+0080 to U+2FFF that CLDR's lists have a word on, a bit for each.
  private static let comparedLetters: [UInt64] = {
    var bits: [UInt64] = Array(repeating: 0, count: 0x3000 / 64)
    for value: UInt32 in 0x80...0x2FFF {
      guard let scalar = Unicode.Scalar(value), isCompared(scalar) else { continue }
      bits[Int(value) / 64] |= 1 << UInt64(value % 64)
    }
    return bits
  }()

  /// Whether CLDR's lists have a word on a letter.
  static func isCompared(_ scalar: Unicode.Scalar) -> Bool {
    // Vowel marks of Arabic and Hebrew are optional everywhere, letters that NFC takes apart are
    // listed as their parts, and signs that lengthen or repeat a letter are none.
    scalar.properties.isAlphabetic && scalar.properties.generalCategory != .nonspacingMark
      && scalar.properties.generalCategory != .modifierLetter
      && !scalar.properties.isFullCompositionExclusion
      && scalar.value != 0xAA && scalar.value != 0xBA && scalar.value != 0xB5
  }

  /// Whether exact numbers up to 15 take all that a category stands for.
  func isShadowed(by exact: UInt16) -> Bool {
    cardinal.reaches.contains { reach in
      !reach.large && !reach.small.isEmpty && reach.small.count <= 16
        && reach.small.allSatisfy { $0 < 16 && exact & (1 << $0) != 0 }
    }
  }

  func needs(_ kind: MessageStructure.SelectorKind) -> (PluralNeeds, NumberDomain)? {
    switch kind {
    case .cardinal(let domain): (cardinal, domain)
    case .ordinal: (ordinal, .integer)
    case .exact, .string, .unknown: nil
    }
  }

  /// Whether CLDR counts a character among those that the language is written with.
  func isWrittenWith(_ scalar: Unicode.Scalar) -> Bool {
    alphabet.contains(scalar)
  }

  /// Whether CLDR knows the language's letters at all: where it does not, ICU answers with English
  /// ones. Not kept: few messages ask for it.
  var hasExemplars: Bool {
    guard
      alphabet.standard.ranges.contains(where: { range in
        LetterScript(range.lowerBound).map(scripts.contains) ?? false
      })
    else { return false }
    guard language != "en",
      let letters = try? ExemplarCharacters(locale: "en", kind: .standard),
      let others = try? ExemplarCharacters(locale: "en", kind: .auxiliary)
    else { return true }
    return letters.ranges != alphabet.standard.ranges || others.ranges != alphabet.auxiliary.ranges
  }

  /// Whether a word is the same behind all numbers: a Czech neuter in -í, or a measure of which CLDR
  /// writes one form.
  func hasOneForm(of word: String) -> Bool {
    if language == "cs", word.hasSuffix("í") { return true }
    return ["bit", "byte", "kilobyte", "megabyte", "gigabyte", "pixel", "percent"].contains {
      unit in
      measures(unit).map { texts in
        texts.allSatisfy { placedWords($0).map(\.word) == [word[...]] }
      } ?? false
    }
  }

  /// Whether words of the language change after a number, as CLDR writes measures: `1 hour`, `2 hours`,
  /// but in Turkish `1 saat`, `2 saat`. Not kept: few messages ask for it.
  var bendsWordsAfterNumbers: Bool {
    ["hour", "day", "meter"].contains { unit in measures(unit).map { $0.count > 1 } ?? true }
  }

  /// What CLDR writes with numbers of a measure, one of each category, without the numbers.
  private func measures(_ unit: String) -> Set<String>? {
    var options = NumberFormatOptions()
    options.unitDisplay = .long
    options.style = .unit(unit)
    guard let format = try? NumberFormat(locale: locale, options: options) else { return nil }
    return Set(
      cardinal.reaches.compactMap { reach in
        reach.small.first { $0 > 0 }.map { number in
          String(
            String.UnicodeScalarView(
              format.format(.integer(number)).unicodeScalars
                .filter { $0.properties.numericType == nil }))
        }
      })
  }
}

/// The characters that CLDR says a language is written with.
private struct Alphabet: Sendable {
  let standard: ExemplarCharacters
  let auxiliary: ExemplarCharacters
  /// Letters that CLDR's lists have within others only, and those that they have forgotten.
  private let unlisted: Set<Unicode.Scalar>

  init(_ locale: LocaleIdentifier) throws(ICUError) {
    standard = try ExemplarCharacters(locale: locale, kind: .standard)
    auxiliary = try ExemplarCharacters(locale: locale, kind: .auxiliary)
    let composed = (standard.strings + auxiliary.strings).joined()
    unlisted = Set((composed + (Self.forgotten[locale.language] ?? "")).unicodeScalars)
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    standard.contains(scalar) || auxiliary.contains(scalar) || unlisted.contains(scalar)
  }

  /// Letters that dictionaries have and CLDR has not: Croatian `kôd`, Yiddish ligatures, Belarusian
  /// `ґ` of the older spelling.
  private static let forgotten = [
    "hr": "ô", "bs": "ô", "sr": "ô", "yi": "װױײ", "be": "ґҐ",
  ]
}
