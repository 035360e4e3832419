import LocaleIdentifiers
import PreviewPages
import StringCatalogs
import Testing

@Suite struct TextTrialTests {
  private let strings: [LocaleIdentifier: String] = [
    "fr": #"""
    {"title":".input {$n :integer}\n.match $n\none {{{$n} mot}}\n* {{{$n} mots}}",
     "@title":{"placeholders":{"n":{"type":"integer","example":2}}}}
    """#
  ]

  @Test func everyReachableVariantIsShownWithANumberThatReachesIt() throws {
    let pages = try SampleSite(strings).pages
    let trial = TextTrial(
      locale: "pl", key: "title",
      text:
        ".input {$n :integer}\n.match $n\none {{{$n} słowo}}\nfew {{{$n} słowa}}\nmany {{{$n} słów}}\n* {{x}}"
    )
    let json = try #require(pages.tryOut(trial))
    for label in ["$n = 0 (many)", "$n = 1 (one)", "$n = 2 (few)"] {
      #expect(json.contains(label), "\(label)")
    }
    // Only fractions are `other` in Polish, and an integer is none.
    #expect(!json.contains("(other)"))
    #expect(json.contains("0 słów") && json.contains("1 słowo") && json.contains("2 słowa"))
  }

  @Test func aValueInPlaceOfTheExampleIsShown() throws {
    let pages = try SampleSite(strings).pages
    let trial = TextTrial(locale: "fr", key: "title", arguments: ["n": "1"])
    #expect(try #require(pages.tryOut(trial)).contains(#""html":"1 mot""#))
  }

  @Test func aFaultInWhatIsTypedIsSaidAndNothingIsShown() throws {
    let pages = try SampleSite(strings).pages
    let json = try #require(
      pages.tryOut(TextTrial(locale: "pl", key: "title", text: "a {$n")))
    #expect(json.contains(#""severity":"error""#))
    #expect(!json.contains(#""html""#))
  }

  @Test func anUnknownKeyHasNothingToTry() throws {
    #expect(try SampleSite(strings).pages.tryOut(TextTrial(locale: "pl", key: "no")) == nil)
  }
}
