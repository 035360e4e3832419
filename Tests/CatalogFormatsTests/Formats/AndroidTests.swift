import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs
import Testing

@testable import CatalogFormats

@Suite struct AndroidTests {
  private let polish = FormatContext(locale: "pl", source: "en")

  @Test(.disabled(if: Corpora.isMissing))
  func `a strings.xml of three languages comes back as it was, also in a new file`() throws {
    for name in ["values", "values-pl", "values-ar"] {
      let count = try checkRewritingCorpus(
        "android-xml/wikimedia__apps-android-wikipedia/app/src/main/res/" + name, .android
      ) { _ in AndroidFolder.locale(of: name) }
      #expect(count.messages > 1_000)
      #expect(count.notCarried == 0)
    }
  }

  @Test(.enabled(if: Corpora.isWhole, "reads 76329 messages: set LANGUE_SLOW_TESTS"))
  func `every strings.xml comes back as it was, also in a new file`() throws {
    let count = try checkRewritingCorpus("android-xml", .android) { path in
      AndroidFolder.locale(of: path.split(separator: "/").dropLast().last ?? "")
    }
    #expect(count.files == 50)
    #expect(count.messages == 76_329)
    #expect(count.broken == 0)
    #expect(count.notCarried == 0)
  }

  private let file = catalogFile(
    "strings.xml",
    #"""
    <?xml version="1.0" encoding="utf-8"?>
    <resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2">
        <!-- The whole file. -->

        <!-- In the cart. -->
        <string name="hello">Cześć,\n  <b>%1$s</b>!\u00A0\'\"\@ "  two  " &amp; more </string>
        <string name="brand" translatable="false">Langue</string>
        <string name="alias">@string/hello</string>
        <plurals name="files">
            <item quantity="one">%d plik</item>
            <item quantity="other"><xliff:g id="count" example="3">%d</xliff:g> pliku</item>
        </plurals>
        <string-array name="days"><item>pn</item><item><![CDATA[<wt>]]></item></string-array>
        <string name="rate">100 %</string>
    </resources>
    """#)

  @Test func `resources become messages`() throws {
    let catalog = CatalogFormat.android.read(file, polish)
    #expect(catalog.findings == [])
    let texts = Dictionary(
      uniqueKeysWithValues: catalog.entries.map { ($0.key, $0.translation?.text ?? "-") })
    #expect(
      texts == [
        "hello": "Cześć,\n {#b}{$arg1 @source=|%1$s|}{/b}!\u{A0}'\"@   two   & more",
        "files": """
        .input {$arg1 :integer}
        .match $arg1
        one {{{$arg1 :integer @source=|%d|} plik}}
        * {{{#xliff:g id=count example=3}{$arg1 :integer @source=|%d|}{/xliff:g} pliku}}
        """,
        "days[0]": "pn", "days[1]": "<wt>", "rate": "100 %",
      ])
    #expect(catalog.entries.first?.metadata.description == "In the cart.")
  }

  @Test func `a place in a message leads to the file's`() throws {
    let entry = try #require(CatalogFormat.android.read(file, polish).entries.first)
    #expect(fileText(file, entry.keySpan) == "hello")
    let message = try #require(entry.translation)
    let use = try #require(message.message?.externalVariables.first?.uses.first)
    #expect(fileText(file, message.offsets.fileRange(of: use.span.range)).hasPrefix("1$s"))
    let word = try #require(message.text.firstRange(of: "two"))
    let start = message.text.utf8.distance(from: message.text.startIndex, to: word.lowerBound)
    #expect(fileText(file, message.offsets.fileRange(of: start..<start + 3)) == "two")
  }

  @Test func `only what changed is written`() throws {
    var catalog = CatalogFormat.android.read(file, polish)
    let message = try #require(MessageFormat2.parse("{#i}„{$arg1}” it's  me{/i} ").message)
    catalog.entries[0].translation = ExchangeMessage(message)
    let output = try #require(CatalogFormat.android.write?(catalog, polish))
    let old = String(decoding: file.bytes, as: UTF8.self)
    let start = try #require(old.firstRange(of: "Cześć")).lowerBound
    let end = try #require(old.firstRange(of: "</string>")).lowerBound
    #expect(
      String(decoding: output.bytes, as: UTF8.self)
        == old.replacingCharacters(
          start..<end, #"<i>„%1$s” it\'s \u0020me</i>\u0020"#))
    #expect(output.findings == [])
  }

  @Test func `a tag is no argument, and does not count as one`() throws {
    let message = try #require(MessageFormat2.parse("{#b}Hi{/b} {$name}").message)
    let catalog = ExchangeCatalog(
      locale: "pl", sourceLocale: "en",
      entries: [ExchangeEntry(key: "hi", translation: ExchangeMessage(message))])
    let output = try #require(CatalogFormat.android.write?(catalog, polish))
    #expect(String(decoding: output.bytes, as: UTF8.self).contains("<b>Hi</b> %1$s<"))
  }

  @Test func `a site's own message comes back with its name and options`() throws {
    var catalog = ExchangeCatalog(locale: "pl", sourceLocale: "en")
    for (key, text) in [
      ("cart.price", "Razem {$price :currency currency=EUR} za {$count :integer} -- {$count}"),
      ("cart.total/all", ".input {$n :number}\n.match $n\none {{{$n} {#b}x{/b}}}\n* {{{$n} x}}"),
      ("2fast", "{|%| :string}50%"), ("choice", ".input {$g :string}\n.match $g\na {{x}} * {{y}}"),
      ("order", ".input {$n :number select=ordinal}\n.match $n\none {{x}} * {{y}}"),
      ("open", "{#b}x"), ("variable", "{#a href=$url}x{/a}"), ("control", "a\u{1}b"),
      ("exact", ".input {$n :integer}\n.match $n\n0 {{none}}\n* {{{$n :integer} x}}"),
    ] {
      let message = try #require(MessageFormat2.parse(text).message)
      catalog.entries.append(ExchangeEntry(key: key, translation: ExchangeMessage(message)))
    }
    let output = try #require(CatalogFormat.android.write?(catalog, polish))
    let left = output.findings.filter { $0.rule == "not-carried" }.compactMap(\.key)
    #expect(left == ["choice", "order", "open", "variable", "control"])
    #expect(
      output.findings.filter { $0.rule == "inexact-conversion" }.compactMap(\.key) == ["exact"])
    let again = CatalogFormat.android.read(
      CatalogFile(path: "strings.xml", bytes: output.bytes), polish)
    #expect(again.findings == [])
    for (before, after) in zip(catalog.entries, again.entries.dropLast()) {
      #expect(before.key == after.key)
      #expect(
        before.translation?.message?.withoutAttributes
          == after.translation?.message?.withoutAttributes)
    }
    #expect(again.entries.count == 4)
  }

  @Test(arguments: [
    ("<resources><string name='a'>it's</string></resources>", "unescaped-apostrophe", 31),
    ("<resources><string>x</string></resources>", "invalid-catalog", 12),
    ("<resources><string name='a'/><string name='a'/></resources>", "duplicate-key", 44),
    ("<resource/>", "invalid-catalog", 1),
    (
      "<resources><plurals name='a'><item quantity='lots'>x</item></plurals></resources>",
      "unknown-plural-category", 46
    ),
    (
      "<resources><plurals name='a'><item quantity='one'>x</item></plurals></resources>",
      "missing-fallback-variant", 12
    ),
    ("<!DOCTYPE resources [<!ENTITY x 'y'>]>\n<resources/>", "xml-doctype", 1),
  ])
  func `a fault is told with its place`(text: String, rule: String, column: Int) throws {
    let catalog = CatalogFormat.android.read(catalogFile("strings.xml", text), polish)
    let finding = try #require(catalog.findings.first)
    #expect(finding.rule == rule)
    #expect(finding.range?.start.column == column)
  }

  @Test(
    arguments: [
      ("values-pt-rBR", "pt-BR"), ("values-b+zh+Hant", "zh-Hant"), ("values-b+sr+Latn", "sr-Latn"),
      ("values-in", "id"), ("values-iw", "he"), ("values-tl", "fil"), ("values-zh-rTW", "zh-TW"),
      ("values-de", "de"),
    ] as [(String, LocaleIdentifier)])
  func `folders name languages, and languages folders`(name: String, locale: LocaleIdentifier) {
    #expect(AndroidFolder.locale(of: name) == locale)
    #expect(AndroidFolder.name(for: locale) == name)
  }

  @Test(arguments: ["values", "values-night", "values-v21", "values-sw600dp", "values-car", "raw"])
  func `folders of devices name no language`(name: String) {
    #expect(AndroidFolder.locale(of: name) == nil)
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, _ text: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: text)
    return copy
  }
}
