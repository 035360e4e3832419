import LocaleIdentifiers
import LocaleServices
import Testing

@Suite struct SegmenterTests {
  @Test func `words are found, in thai too, without what is between them`() throws {
    #expect(
      try Segmenter(locale: "en", kind: .word).words(in: "Hello, big world!") == [
        "Hello", "big", "world",
      ])
    #expect(try Segmenter(locale: "th", kind: .word).words(in: "ภาษาไทย") == ["ภาษา", "ไทย"])
    #expect(try Segmenter(locale: "fr", kind: .word).count(in: "47 dossiers partagés") == 3)
  }

  @Test func `segments cover the text`() throws {
    let text = "Élu·e, 日本語 и 👩‍👩‍👧!"
    for kind in Segmenter.Kind.allCases {
      let segments = try Segmenter(locale: "fr", kind: kind).segments(of: text)
      #expect(segments.joined() == text)
      #expect(segments.allSatisfy { !$0.isEmpty })
    }
  }

  @Test func `characters are counted as readers see them`() throws {
    let segmenter = try Segmenter(locale: "fr", kind: .grapheme)
    #expect(try segmenter.count(in: "e\u{301}té") == 3)
    #expect(try segmenter.count(in: "👩‍👩‍👧") == 1)
    #expect(try segmenter.count(in: "") == 0)
  }

  @Test func `one segmenter serves several tasks at once`() async throws {
    let segmenter = try Segmenter(locale: "en", kind: .word)
    let counts = await withTaskGroup(of: Int?.self) { group in
      for size in 1...40 {
        group.addTask {
          let text = Array(repeating: "word", count: size).joined(separator: " ")
          return try? segmenter.count(in: text) - size
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 0, count: 40))
  }
}

@Suite struct SearchKeysTests {
  @Test(arguments: [
    ("Čeština", "cestina"), ("  Norsk   bokmål ", "norsk bokmal"), ("русский", "russkij"),
    ("Ελληνικά", "ellenika"), ("हिन्दी", "hindi"), ("한국어", "hangug eo"), ("Việt", "viet"),
    ("English (UK)", "english uk"), ("Ħ'ł", "hl"), ("", ""), ("—", ""),
  ])
  func `a key is romanized and folded`(text: String, key: String) throws {
    #expect(try SearchKeys().key(of: text) == key)
  }

  @Test func `a text may keep its script`() throws {
    let keys = try SearchKeys()
    #expect(keys.folded("Ελληνικά") == "ελληνικα")
    #expect(keys.folded("العربية") == "العربية")
    #expect(keys.folded("Português") == "portugues")
    #expect(keys.folded("日本語") == "日本語")
  }
}

@Suite struct CaseMappingTests {
  @Test func `a first letter is raised by the language's rules`() {
    #expect("bahasa Melayu".capitalized(in: "ms") == "Bahasa Melayu")
    #expect("ijs".capitalized(in: "nl") == "IJs")
    #expect("íslenska".capitalized(in: "is") == "Íslenska")
    #expect("日本語".capitalized(in: "ja") == "日本語")
    #expect("istanbul".capitalized(in: "tr") == "İstanbul")
  }

  @Test func `case is folded and lowered`() {
    #expect("Straße".caseFolded == "strasse")
    #expect("IŞIK".lowercased(in: "tr") == "ışık")
    #expect(String(repeating: "ẞ", count: 300).caseFolded.count == 600)
  }
}
