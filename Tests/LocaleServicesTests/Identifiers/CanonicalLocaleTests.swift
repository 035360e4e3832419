import LocaleIdentifiers
import LocaleServices
import Testing

@Suite struct CanonicalLocaleTests {
  @Test(arguments: [
    ("iw", "he"), ("in", "id"), ("sh", "sr-Latn"), ("tl", "fil"), ("mo", "ro"), ("fra", "fr"),
    ("ger", "de"), ("cmn-TW", "zh-TW"), ("i-klingon", "tlh"), ("zh-yue-HK", "yue-HK"),
    ("zh-min-nan", "nan"), ("en-UK", "en-GB"), ("ru-SU", "ru-RU"), ("hy-SU", "hy-AM"),
    ("art-lojban", "jbo"), ("fr", "fr"), ("iw-u-nu-latn", "he-u-nu-latn"), ("sh-Cyrl", "sr-Cyrl"),
  ])
  func `deprecated and legacy codes are replaced`(text: String, tag: String) {
    #expect(LocaleIdentifier(canonicalizing: text)?.tag == tag)
  }

  @Test(arguments: ["", "english language", "fr--FR", "../..", "i-nothing", "a\u{0}b"])
  func `what is no language tag is refused`(text: String) {
    #expect(LocaleIdentifier(canonicalizing: text) == nil)
  }

  @Test func `more than 64 bytes are refused, in legacy forms too`() {
    #expect(
      LocaleIdentifier(canonicalizing: "zh-yue" + String(repeating: "-abcdefgh", count: 7)) == nil)
  }

  @Test(.enabled(if: SharedData.root != nil, SharedData.whySkipped))
  func `CLDR's canonicalization cases come out as there`() throws {
    var checked = 0
    let lines = try SharedData.text("conformance/icu-72/localeCanonicalization.txt")
      .split(whereSeparator: \.isNewline)
    for line in lines where !line.hasPrefix("#") {
      let parts = line.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
      guard parts.count == 2, let expected = LocaleIdentifier(parts[1]) else { continue }
      #expect(LocaleIdentifier(canonicalizing: parts[0]) == expected, "\(line)")
      checked += 1
    }
    #expect(checked > 1_500)
  }
}
