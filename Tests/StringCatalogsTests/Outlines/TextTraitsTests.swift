import StringCatalogs
import Testing

@Suite struct TextTraitsTests {
  @Test func aPlainTextHasNothingToLookFor() {
    #expect(TextTraits(of: "Read more") == [.asciiLetter, .space, .visible])
    #expect(TextTraits(of: "") == [])
  }

  @Test(arguments: [
    ("a  b", TextTraits.doubleSpace), ("a...", .threeDots), ("7", .digit), ("٧", .digit),
    ("a\"", .straightQuote), ("l'a", .apostrophe), ("<b>", .html), ("a@b", .at), ("a:", .colon),
    ("\u{7}", .control), ("\u{92}", .control), ("\u{200B}", .generalPunctuation),
    ("«", .latin1Punctuation), ("\u{FFFD}", .highest), ("。", .cjkPunctuation),
    ("e\u{301}", .beyondLatin),
  ])
  func whatStandsInATextIsSeen(text: String, trait: TextTraits) {
    #expect(TextTraits(of: text).contains(trait))
    #expect(!TextTraits(of: "Read more").contains(trait))
  }

  @Test(arguments: [
    ("日本，", TextTraits.latinSign, false), ("日本,", .latinSign, true), ("ab,", .latinSign, false),
    (" \u{A0}\t\u{3000}{}", .visible, false), ("\u{3000}.", .visible, true),
    ("\u{212A}", .respelling, true), ("\u{F900}", .respelling, true), ("Kå", .respelling, false),
    ("\u{2F800}", .respelling, true), ("ạ", .combining, false), ("a\u{323}", .combining, true),
    ("\u{1F71}", .combining, true), ("паypal", .mixedScripts, true),
    ("\u{A0}a", .spaceAtEdge, true), ("a\u{202F}", .spaceAtEdge, true),
    ("a\u{3000}", .spaceAtEdge, true), ("à", .spaceAtEdge, false), ("\u{A0}", .spaceAtEdge, true),
    ("па ypal", .mixedScripts, false), ("па1ypal", .mixedScripts, true),
  ])
  func whatCharactersBeyondASCIIAreIsSeen(text: String, trait: TextTraits, isSeen: Bool) {
    #expect(TextTraits(of: text).contains(trait) == isSeen)
  }

  @Test func lettersAreToldByWhatTheLanguageIsWrittenWith() {
    var letters = LanguageLetters()
    letters.insert("б", as: .ownLetter)
    letters.insert("і", as: .foreignLetter)
    letters.ownBlocks(han: true, hangul: false)
    letters.setOtherForm("们")
    #expect(TextScan(of: "aб", letters).traits.contains(.ownLetter))
    #expect(!TextScan(of: "aв", letters).traits.contains(.ownLetter))
    #expect(TextScan(of: "aі", letters).traits.contains(.foreignLetter))
    #expect(TextScan(of: "我們", letters).traits.isDisjoint(with: .otherForm))
    #expect(TextScan(of: "我们", letters).traits.isSuperset(of: [.ownLetter, .otherForm]))
    #expect(!TextScan(of: "한국", letters).traits.contains(.ownLetter))
  }

  @Test func wideCharactersCountTwice() {
    #expect(TextScan(of: "a…日한\u{1100}ა").width == 1 + 1 + 2 + 2 + 2 + 1)
  }

  @Test func twoDotsAreNoEllipsisAndANoBreakSpaceNoControl() {
    #expect(!TextTraits(of: "a..b.").contains(.threeDots))
    #expect(!TextTraits(of: "a\u{A0}b").contains(.control))
  }
}
