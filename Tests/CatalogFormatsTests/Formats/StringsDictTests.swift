import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs
import Testing

@testable import CatalogFormats

@Suite struct StringsDictTests {
  private let english = FormatContext(locale: "en", source: "en")

  @Test(.disabled(if: Corpora.isMissing))
  func `every stringsdict comes back as it was, also in a new file`() throws {
    let count = try checkRewritingCorpus("stringsdict", .stringsdict) { path in
      let folder = path.split(separator: "/").dropLast().last ?? ""
      return LocaleIdentifier(String(folder.prefix { $0 != "." }))
    }
    #expect(count.files == 31)
    #expect(count.broken == 0)
    #expect(count.messages == 923)
    // `%#@names@%#@mutual@` in six languages: nothing separates the two.
    #expect(count.notCarried == 6)
  }

  private static func file(_ body: String) -> CatalogFile {
    catalogFile(
      "a.stringsdict",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" \
      "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      <plist version="1.0">
      <dict>
      \(body)
      </dict>
      </plist>

      """)
  }

  private static func variable(_ name: String, _ forms: [(String, String)]) -> String {
    """
        <key>\(name)</key>
        <dict>
          <key>NSStringFormatSpecTypeKey</key>
          <string>NSStringPluralRuleType</string>
          <key>NSStringFormatValueTypeKey</key>
          <string>ld</string>

    """ + forms.map { "      <key>\($0.0)</key>\n      <string>\($0.1)</string>\n" }.joined()
      + "    </dict>"
  }

  private static func string(_ format: String, _ variables: String) -> String {
    """
      <key>a</key>
      <dict>
        <key>NSStringLocalizedFormatKey</key>
        <string>\(format)</string>
    \(variables)
      </dict>
    """
  }

  @Test func `variables become choices, with the text around them`() throws {
    let file = Self.file(
      Self.string(
        "%@ &amp; %#@files@ in %3$#@folders@, 100%%",
        Self.variable(
          "files", [("zero", "nothing"), ("one", "one file"), ("other", "%ld files of %1$@")])
          + "\n"
          + Self.variable("folders", [("one", "a folder"), ("other", "%3$ld folders")])))
    let catalog = CatalogFormat.stringsdict.read(file, english)
    #expect(catalog.findings == [])
    let message = try #require(catalog.entries.first?.translation?.message)
    #expect(
      MessageFormat2.print(message.withoutAttributes) == """
        .input {$files :integer}
        .input {$folders :integer}
        .match $files $folders
        0 one {{{$arg1} & nothing in a folder, 100%}}
        0 * {{{$arg1} & nothing in {$folders :integer} folders, 100%}}
        one one {{{$arg1} & one file in a folder, 100%}}
        one * {{{$arg1} & one file in {$folders :integer} folders, 100%}}
        * one {{{$arg1} & {$files :integer} files of {$arg1} in a folder, 100%}}
        * * {{{$arg1} & {$files :integer} files of {$arg1} in {$folders :integer} folders, 100%}}
        """)
    var count = RoundTripCount()
    try checkRewriting(.stringsdict, file, english, &count)
    #expect(count.notCarried == 0)
  }

  @Test func `a place in a message leads to the file's`() throws {
    let file = Self.file(
      Self.string("&lt;x&gt; %#@n@ done", Self.variable("n", [("one", "1"), ("other", "%ld é y")])))
    let entry = try #require(CatalogFormat.stringsdict.read(file, english).entries.first)
    let message = try #require(entry.translation)
    #expect(fileText(file, entry.keySpan) == "a")
    for word in ["done", "é y", "x"] {
      let range = try #require(message.text.firstRange(of: word))
      let start = message.text.utf8.distance(from: message.text.startIndex, to: range.lowerBound)
      #expect(
        fileText(file, message.offsets.fileRange(of: start..<start + word.utf8.count)) == word)
    }
  }

  @Test func `only what changed is written`() throws {
    let file = Self.file(
      Self.string("%#@n@", Self.variable("n", [("one", "one"), ("other", "%ld")]))
        + Self.string("%#@m@", Self.variable("m", [("one", "one"), ("other", "%ld")]))
        .replacing("<key>a</key>", with: "<key>b</key>"))
    var catalog = CatalogFormat.stringsdict.read(file, english)
    catalog.entries[0].translation = ExchangeMessage(
      try #require(
        MessageFormat2.parse(
          ".input {$n :integer}\n.match $n\none {{one & only}} * {{{$n :integer} of 100 %}}"
        ).message))
    let output = try #require(CatalogFormat.stringsdict.write?(catalog, english))
    #expect(output.findings == [])
    let text = String(decoding: output.bytes, as: UTF8.self)
    #expect(text.contains("<string>one &amp; only</string>"))
    #expect(text.contains("<string>%ld of 100 %%</string>"))
    let old = String(decoding: file.bytes, as: UTF8.self)
    let tail = try #require(old.firstRange(of: "<key>b</key>")).lowerBound
    #expect(text.hasSuffix(String(old[tail...])))
  }

  @Test func `a site's own message comes back with its name and options`() throws {
    var catalog = ExchangeCatalog(locale: "en", sourceLocale: "en")
    for (key, text) in [
      ("n", ".input {$n :integer}\n.match $n\none {{{$n} {$name} {#b}x{/b}}}\n* {{{$n} x}}"),
      ("zero", ".input {$n :number}\n.match $n\n0 {{none}}\none {{1%}}\n* {{{$n :number} x}}"),
      (
        "two",
        ".input {$a :integer}\n.input {$b :integer}\n.match $a $b\n"
          + "one one {{1 file in 1 folder!}}\none * {{1 file in {$b :integer} folders!}}\n"
          + "* one {{{$a :integer} files in 1 folder!}}\n"
          + "* * {{{$a :integer} files in {$b :integer} folders!}}"
      ),
      ("text", "Just 5% {$x}"),
      ("words", ".input {$g :string}\n.match $g\na {{x}} * {{y}}"),
      ("five", ".input {$n :integer}\n.match $n\n5 {{x}} * {{y}}"),
      (
        "mixed",
        ".input {$a :integer}\n.input {$b :integer}\n.match $a $b\none one {{x}} * * {{y z}}"
      ),
    ] {
      let message = try #require(MessageFormat2.parse(text).message, "\(key)")
      catalog.entries.append(ExchangeEntry(key: key, translation: ExchangeMessage(message)))
    }
    let output = try #require(CatalogFormat.stringsdict.write?(catalog, english))
    #expect(output.findings.compactMap(\.key) == ["words", "five", "mixed"], "\(output.findings)")
    let again = CatalogFormat.stringsdict.read(
      CatalogFile(path: "a.stringsdict", bytes: output.bytes), english)
    #expect(again.findings == [])
    for (before, after) in zip(catalog.entries, again.entries) {
      #expect(before.key == after.key)
      #expect(
        before.translation?.message.map { Fingerprint(of: $0) }
          == after.translation?.message.map { Fingerprint(of: $0) },
        "\(after.translation?.text ?? "-")\n\(String(decoding: output.bytes, as: UTF8.self))")
    }
    #expect(again.entries.count == 4)
  }

  @Test(arguments: [
    ("  <key>a</key><string>x</string>", "invalid-property-list"),
    ("  <key>a</key><dict/>", "invalid-property-list"),
    (string("%#@n@", ""), "unknown-variable"),
    (string("%#@n@", variable("n", [("one", "x")])), "missing-fallback-variant"),
    (string("%#@n@", variable("n", [("other", "%#@n@")])), "too-deep"),
    (string("%#@n@", variable("n", [("other", "x")])) + string("y", ""), "duplicate-key"),
  ])
  func `a fault is told`(body: String, rule: String) throws {
    let catalog = CatalogFormat.stringsdict.read(Self.file(body), english)
    #expect(catalog.findings.first?.rule == rule)
    #expect(catalog.findings.first?.range?.start.line ?? 0 > 4)
  }

  @Test(arguments: [
    "<!DOCTYPE plist [<!ENTITY x 'y'>]><plist><dict/></plist>",
    "<!DOCTYPE plist PUBLIC '-//Apple//DTD PLIST 1.0//EN' 'x' [<!ENTITY x 'y'>]><plist/>",
  ])
  func `a DOCTYPE that declares anything is refused`(text: String) {
    let findings = CatalogFormat.stringsdict.read(catalogFile("a.stringsdict", text), english)
      .findings
    #expect(findings.map(\.rule) == ["xml-doctype"])
  }
}
