import LocaleIdentifiers
import LocaleServices
import Testing

@testable import StringCatalogs

@Suite struct WordCounterTests {
  @Test(arguments: [
    "", "One", "Read more about it.", "It's here, isn't it?", "'quoted' words", "rock 'n' roll",
    "Page 3 (of 12)", "a-b c--d", "A1 and 1A", "Yes! \"No\" - perhaps?", "end; of: things,",
    "ends'", "a 'b", "lines\nof text",
  ])
  func plainTextsAreCountedAsICUCountsThem(text: String) throws {
    for locale in ["en", "fr", "de", "sv", "ja"] {
      let segmenter = try Segmenter(locale: try #require(.init(locale)), kind: .word)
      #expect(try WordCounter.plainCount(of: text) ?? -1 == segmenter.count(in: text))
    }
  }

  @Test(arguments: [
    "3.14", "a.b", "12:30", "1,000", "naïve", "a_b", "x@y", "10%", "x'1y", "x'1", "1'000", "a;b",
  ])
  func othersAreLeftToICU(text: String) {
    #expect(WordCounter.plainCount(of: text) == nil)
  }
}
