import StringCatalogs
import Testing

@Suite struct TextTraitsTests {
  @Test func aPlainTextHasNothingToLookFor() {
    #expect(TextTraits(of: "Read more") == [.asciiLetter, .space])
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

  @Test func twoDotsAreNoEllipsisAndANoBreakSpaceNoControl() {
    #expect(!TextTraits(of: "a..b.").contains(.threeDots))
    #expect(!TextTraits(of: "a\u{A0}b").contains(.control))
  }
}
