import LocaleIdentifiers
import LocaleServices
import Testing

@Suite struct ExemplarCharactersTests {
  @Test func `polish needs ą, and neither ř nor q`() throws {
    let polish = try ExemplarCharacters(locale: "pl")
    #expect(polish.contains("ą"))
    #expect(polish.contains("Ą"))
    #expect(!polish.contains("ř"))
    #expect(!polish.contains("q"))
    #expect(try ExemplarCharacters(locale: "pl", kind: .auxiliary).contains("q"))
    #expect(try ExemplarCharacters(locale: "pl", kind: .punctuation).contains("„"))
  }

  @Test func `the set lists its ranges and its strings`() throws {
    let czech = try ExemplarCharacters(locale: "cs", includingCaseMappings: false)
    #expect(czech.strings == ["ch"])
    #expect(czech.ranges.contains("a"..."v") || czech.ranges.contains { $0.contains("a") })
    #expect(!czech.contains("A"))
  }

  @Test(arguments: SiteLocales.all)
  func `every language of the site has letters and punctuation`(locale: LocaleIdentifier) throws {
    for kind in [ExemplarCharacters.Kind.standard, .punctuation] {
      #expect(try !ExemplarCharacters(locale: locale, kind: kind).ranges.isEmpty, "\(kind)")
    }
  }
}

@Suite struct CharacterScriptTests {
  @Test func `a character has a script`() {
    #expect(("я" as Unicode.Scalar).script == "Cyrl")
    #expect(("a" as Unicode.Scalar).script == "Latn")
    #expect(("1" as Unicode.Scalar).script == "Zyyy")
    #expect(("\u{301}" as Unicode.Scalar).script == "Zinh")
    #expect(("ー" as Unicode.Scalar).isUsed(inScript: "Hira"))
    #expect(!("а" as Unicode.Scalar).isUsed(inScript: "Latn"))
  }

  @Test func `a digit has its value in every script`() {
    #expect(("٣" as Unicode.Scalar).decimalDigitValue == 3)
    #expect(("३" as Unicode.Scalar).decimalDigitValue == 3)
    #expect(("½" as Unicode.Scalar).decimalDigitValue == nil)
  }
}

@Suite struct TerminalWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("日本語", 6), ("한국어", 6), ("한국어".decomposed, 6), ("e\u{301}", 1),
    ("čeština", 7), ("العربية", 7), ("👩‍👩‍👧", 2), ("🇫🇷", 2), ("❤\u{FE0F}", 2), ("ไทย", 3),
    ("a\u{200B}b", 2), ("\u{2068}x\u{2069}", 1), ("（）", 4), ("…", 1), ("\u{1B}", 0),
  ])
  func `a text takes as many cells as a terminal shows`(text: String, width: Int) {
    #expect(text.terminalWidth == width)
  }
}

extension String {
  /// Hangul syllables taken apart by arithmetic (Unicode, section 3.12).
  fileprivate var decomposed: String {
    var result = ""
    for scalar in unicodeScalars {
      let index = scalar.value &- 0xAC00
      let parts = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28]
      for part in parts.prefix(index % 28 == 0 ? 2 : 3) {
        if let scalar = Unicode.Scalar(part) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
