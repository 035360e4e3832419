import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import LocaleServices
import StringCatalogs
import Testing

@testable import CatalogFormats

@Suite struct POTests {
  private let polish = FormatContext(locale: "pl", source: "en")

  @Test(.disabled(if: Corpora.isMissing))
  func `every PO file comes back as it was`() throws {
    let count = try checkCorpus("po", .po) { path in
      let parts = path.split(separator: "/")
      return LocaleIdentifier(String(parts[parts.count - 3]).replacing("_", with: "-"))
    }
    #expect(count.files == 60)
    #expect(count.messages == 4_243)
  }

  private let file = catalogFile(
    "pl.po",
    #"""
    # Someone, 2026
    msgid ""
    msgstr ""
    "Content-Type: text/plain; charset=UTF-8\n"
    "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && "
    "(n%100<12 || n%100>14) ? 1 : 2);\n"

    # remark
    #. in the cart
    #: cart.c:12
    #, fuzzy, c-format
    msgctxt "cart"
    msgid "%d item of \"%s\""
    msgid_plural "%d items of \"%s\""
    msgstr[0] "%d rzecz z „%s”"
    msgstr[1] "%d rzeczy z „%s”"
    msgstr[2] "%d rzeczy z „%s”\n"

    msgid "Close"
    msgstr ""

    #~ msgid "old"
    #~ msgstr "stare"

    """#)

  @Test func `plural forms become the categories they stand for`() throws {
    let catalog = CatalogFormat.po.read(file, polish)
    #expect(catalog.findings == [])
    let entry = try #require(catalog.entries.first)
    #expect(entry.key == #"cart|%d item of "%s""#)
    #expect(entry.metadata.state == .initial)
    #expect(entry.metadata.description == "in the cart")
    let text = try #require(entry.translation?.text)
    #expect(text.hasPrefix(".input {$arg1 :integer}\n.match $arg1\none {{"))
    #expect(text.contains("\nmany {{") && text.contains("\n* {{") && text.contains("\nfew {{"))
    #expect(catalog.entries.last?.translation == nil)
    #expect(catalog.headerValue("obsolete") == "#~ msgid \"old\"\n#~ msgstr \"stare\"")
  }

  @Test func `a written file is read as it was`() throws {
    var count = RoundTripCount()
    try checkRoundTrip(.po, file, polish, &count)
    #expect(count.messages == 1)
  }

  @Test(arguments: [
    "nplurals=2; plural=n/0;", "nplurals=2; plural=n%0;", "nplurals=2147483648; plural=0;",
    "nplurals=2; plural=system(1);", "nplurals=2;", "plural=n != 1;",
    "nplurals=2; plural=" + String(repeating: "(", count: 1_000) + "n",
    "nplurals=2; plural=" + String(repeating: "!", count: 1_000) + "n",
  ])
  func `plural forms that are no number give none`(header: String) {
    #expect(PluralForms(header)?.form(of: 5) == nil)
  }

  @Test(
    arguments: [
      "ar", "bg", "bn", "ca", "cs", "cy", "da", "de", "el", "es", "et", "eu", "fi", "fil", "fr",
      "hi",
      "hr", "hu", "id", "is", "it", "ja", "kn", "ko", "lt", "lv", "ms", "nb", "nl", "pl", "pt",
      "ro",
      "ru", "sk", "sl", "sr", "sv", "sw", "ta", "th", "uk", "ur", "vi", "zh", "he", "be",
    ] as [LocaleIdentifier])
  func `the forms that are written follow CLDR's rules`(locale: LocaleIdentifier) throws {
    let forms = try #require(PluralForms(PluralForms.header(for: locale, .cldr)))
    let rules = try PluralRules(locale: locale)
    var found: [PluralCategory: Set<Int>] = [:]
    for number in Array(0...1_200) + [1_000_000, 1_000_001, 2_000_000] {
      found[rules.category(of: number), default: []].insert(
        try #require(forms.form(of: UInt64(number))))
    }
    #expect(found.values.allSatisfy { $0.count == 1 }, "\(found)")
    #expect(Set(found.values.joined()).count == found.count)
    #expect(found.count == forms.count)
  }

  @Test func `more forms than the header says are told once`() throws {
    func found(_ count: Int) -> [Finding] {
      let message = "\nmsgid_plural \"pages\"\nmsgstr[0] \"x\"\nmsgstr[1] \"y\"\nmsgstr[2] \"z\"\n"
      let header = "\"Plural-Forms: nplurals=\(count); plural=(n != 1);\\n\"\n"
      let file = catalogFile(
        "de.po",
        "msgid \"\"\nmsgstr \"\"\n\(header)\nmsgid \"page\"\(message)\nmsgid \"leaf\"\(message)")
      return CatalogFormat.po.read(file, FormatContext(locale: "de", source: "en")).findings
    }
    #expect(found(3) == [])
    #expect(found(2).map(\.rule) == ["invalid-plural-forms"])
    #expect(found(2).first?.range?.start.line == 9)
  }

  @Test(arguments: [
    ("msgid \"a\nmsgstr \"b\"\n", 1), ("hello\n", 1),
    ("msgid \"a\"\nmsgid \"a\"\nmsgstr \"x\"\n", 2),
    ("msgid \"a\\q\"\nmsgstr \"b\"\n", 1), ("\"lost\"\n", 1), ("msgid a\n", 1),
    // A plural that stood before its `msgid` ended the program.
    ("msgctxt \"c\"\nmsgid_plural \"b\"\nmsgid \"a\"\nmsgstr[0] \"x\"\n", 1),
  ])
  func `what is no PO is told with its line`(text: String, line: Int) throws {
    let catalog = CatalogFormat.po.read(catalogFile("x.po", text), polish)
    #expect(catalog.findings.first?.range?.start.line == line)
  }
}
