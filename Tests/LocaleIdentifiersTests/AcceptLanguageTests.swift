import LocaleIdentifiers
import Testing

@Suite struct AcceptLanguageTests {
  @Test func `entries are ordered by quality, equal ones as they stand`() {
    let header = AcceptLanguage("da, en-gb;q=0.8, en;q=0.7, sv ; q=0.8,fr;q=0")
    #expect(header.desired == ["da", "en-GB", "sv", "en"])
    #expect(header.excluded == ["fr"])
    #expect(header.ranges.map(\.quality) == [1000, 800, 800, 700, 0])
    #expect(header.problems.isEmpty)
    #expect(!header.acceptsAny)
  }

  @Test func `a star stands for any language`() {
    #expect(AcceptLanguage("*").acceptsAny)
    #expect(AcceptLanguage("fr, *;q=0.1").acceptsAny)
    #expect(!AcceptLanguage("fr, *;q=0").acceptsAny)
    #expect(AcceptLanguage("fr, *;q=0.1").desired == ["fr"])
  }

  @Test(arguments: ["", " ", ",", " , ,\t,"])
  func `an empty header wants nothing and is no fault`(header: String) {
    #expect(AcceptLanguage(header).ranges.isEmpty)
    #expect(AcceptLanguage(header).problems.isEmpty)
  }

  @Test(arguments: [
    ("1", 1000), ("1.", 1000), ("1.000", 1000), ("0", 0), ("0.5", 500), ("0.05", 50),
    ("0.123", 123),
    ("0.", 0),
  ])
  func `a quality is read in thousandths`(text: String, quality: Int) {
    #expect(AcceptLanguage("de;q=\(text)").ranges.map(\.quality) == [quality])
    #expect(AcceptLanguage("de;Q=\(text)").ranges.map(\.quality) == [quality])
  }

  @Test(arguments: ["1.1", "2", "-1", "0.1234", ".5", "", "abc", "0.a", "1e3", "٠"])
  func `an entry with a malformed quality is passed over and listed`(text: String) {
    let header = AcceptLanguage("de;q=\(text), fr;q=0.2")
    #expect(header.desired.contains("fr") == true)
    #expect(header.desired.contains("de") == false)
    #expect(header.problems.first?.reason == .malformedQuality)
  }

  @Test(arguments: [
    "en_GB", "-", "a", "i-klingon", "français", "en gb", "<script>", "de-", "\u{0}",
  ])
  func `an entry that is no language is passed over and listed`(text: String) {
    let header = AcceptLanguage("\(text), fr")
    #expect(header.desired == ["fr"])
    #expect(header.problems.map(\.reason) == [.malformedLanguage])
    #expect(header.problems.map(\.text) == [text])
  }

  @Test func `4 KiB are read whole, and of one byte more the last entry goes`() {
    for (length, isWhole) in [(4095, true), (4096, true), (4097, false)] {
      let start = "de, fr"
      let header = AcceptLanguage(start + String(repeating: " ", count: length - 6))
      #expect(header.problems.isEmpty == isWhole, "\(length)")
      #expect(header.desired == (isWhole ? ["de", "fr"] : ["de"]), "\(length)")
    }
  }

  @Test func `64 entries are read and no more`() {
    for (count, isWhole) in [(63, true), (64, true), (65, false)] {
      let header = AcceptLanguage(Array(repeating: "de", count: count).joined(separator: ","))
      #expect(header.ranges.count == min(count, 64))
      #expect(header.problems.map(\.reason) == (isWhole ? [] : [.tooManyRanges]))
    }
  }

  @Test func `what a problem quotes is short`() {
    let header = AcceptLanguage(String(repeating: "x", count: 4000))
    #expect(header.problems.first?.text.utf8.count == 80)
  }
}
