import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import StringCatalogs
import Testing

@testable import CatalogFormats

/// What is wrong in a module of XLIFF 2 is told at its place; `⟦…⟧` marks it.
@Suite struct XLIFFModuleTests {
  private static func document(_ inFile: String, _ inUnit: String, _ source: String) -> String {
    """
    <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="pl"
      xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"
      xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"
      xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"
      xmlns:res="urn:oasis:names:tc:xliff:resourcedata:2.0"
      xmlns:ctr="urn:oasis:names:tc:xliff:changetracking:2.0"
      xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0"
      xmlns:val="urn:oasis:names:tc:xliff:validation:2.0"
      xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0" xmlns:my="urn:my">
    <file id="f">\(inFile)<unit id="u">\(inUnit)
    <notes><note id="n" category="c">a</note><note id="m">b</note></notes>
    <segment id="s"><source>\(source)</source></segment></unit></file></xliff>
    """
  }

  private func findings(_ marked: String) -> [Finding] {
    let text = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    return CatalogFormat.xliff.read(
      catalogFile("a.xlf", text), FormatContext(locale: "pl", source: "en")
    ).findings
  }

  private func expect(_ message: String, in marked: String) {
    let findings = findings(marked)
    #expect(findings.map(\.message) == [message])
    let bytes = Array(marked.utf8)
    let open = Array("⟦".utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: open) } ?? 0
    let close = bytes.indices.first { bytes[$0...].starts(with: Array("⟧".utf8)) } ?? 0
    #expect(findings.first?.range?.start.offset == start)
    #expect(findings.first?.range?.end.offset == close - open.count)
  }

  @Test(arguments: [
    (
      ##"<mtc:matches><mtc:match ref="#s" id="⟦\a⟧"><source>a</source><target>b</target></mtc:match></mtc:matches>"##,
      #"`\a` is no value of `id`"#
    ),
    (
      "<mtc:matches><mtc:match ref=\"⟦s⟧\"><source>a</source><target>b</target></mtc:match></mtc:matches>",
      "`s` has no `#`"
    ),
    (
      "<mtc:matches><mtc:match ref=\"⟦#u⟧\"><source>a</source><target>b</target></mtc:match></mtc:matches>",
      "no text of the unit is `#u`"
    ),
    (
      "⟦<mtc:matches>⟧</mtc:matches>", "`matches` has no `match`"
    ),
    (
      "<mtc:matches>⟦<mtc:match ref=\"#s\">⟧<source>a</source></mtc:match></mtc:matches>",
      "`match` has no `target`"
    ),
    (
      "<mtc:matches><mtc:match ref=\"#s\"><source>a<ph id=\"1\" type=\"⟦x⟧\"/></source><target>b</target></mtc:match></mtc:matches>",
      "`x` is no value of `type`"
    ),
    (
      "<gls:glossary>⟦<gls:glossEntry>⟧<gls:term>a</gls:term></gls:glossEntry></gls:glossary>",
      "`glossEntry` needs a `translation` or a `definition`"
    ),
    (
      "<mda:metadata>⟦<mda:meta type=\"t\">⟧a</mda:meta><mda:metaGroup/></mda:metadata>",
      "`meta` cannot stand in `metadata`"
    ),
    ("⟦<mda:group>⟧</mda:group>", "`group` is no element of its module"),
    ("⟦<slr:profiles/>⟧", "`profiles` cannot stand in `unit`"),
    (
      "<res:resourceData><res:resourceItem>⟦<res:source/>⟧</res:resourceItem></res:resourceData>",
      "`source` needs either `href` or a content"
    ),
    (
      "<ctr:changeTrack>⟦<ctr:revisions appliesTo=\"note\">⟧<ctr:revision><ctr:item property=\"content\">a</ctr:item></ctr:revision></ctr:revisions></ctr:changeTrack>",
      "`ref` has to say which of the notes"
    ),
    (
      "<ctr:changeTrack><ctr:revisions appliesTo=\"note\" ref=\"n\"><ctr:revision><ctr:item property=\"⟦priority⟧\">1</ctr:item></ctr:revision></ctr:revisions></ctr:changeTrack>",
      "the note has no `priority`"
    ),
    (
      "<val:validation>⟦<val:rule isPresent=\"a\" my:rule=\"b\"/>⟧</val:validation>",
      "a rule is one of a kind, not 2"
    ),
  ])
  func `a fault in an element of a module is told at its place`(unit: String, message: String) {
    expect(message, in: Self.document("", unit, "a"))
  }

  @Test(arguments: [
    ("a<pc id=\"1\" slr:sizeRestriction=\"⟦1,⟧\">b</pc>", "`1,` is no value of `sizeRestriction`"),
    (
      "a<pc id=\"1\" slr:sizeInfoRef=\"⟦none⟧\">b</pc>",
      "no `data` around has an element `none`"
    ),
    ("a<pc id=\"1\" fs:subFs=\"⟦a,b⟧\">b</pc>", "`subFs` without `fs`"),
    ("a<pc id=\"1\" fs:fs=\"⟦paragraph⟧\">b</pc>", "`paragraph` is no value of `fs`"),
    (
      "<sc id=\"1\"/>b<ec startRef=\"1\" slr:equivStorage=\"⟦1⟧\"/>",
      "`equivStorage` cannot stand on an `ec` that ends an `sc`"
    ),
  ])
  func `a fault in an attribute of a module is told at its place`(source: String, message: String) {
    expect(message, in: Self.document("", "", source))
  }

  @Test func `a size that is counted in characters is a whole number`() {
    expect(
      "`a` is no value of `sizeInfo`",
      in: Self.document(
        "<slr:profiles generalProfile=\"xliff:codepoints\"/>", "",
        "a<pc id=\"1\" slr:sizeInfo=\"⟦a⟧\">b</pc>"))
  }

  @Test(arguments: [
    // Another's way of counting has its own words.
    (
      "<slr:profiles generalProfile=\"my:pixels\"/>", "",
      "a<pc id=\"1\" slr:sizeInfo=\"wide\">b</pc>"
    ),
    (
      "<slr:data profile=\"p\"><my:box><my:size xml:id=\"w\"/></my:box></slr:data>", "",
      "a<pc id=\"1\" slr:sizeInfoRef=\"w\">b</pc>"
    ),
    // A match of another unit, a rule of another tool, a term with a note of another tool.
    (
      "",
      "<mtc:matches><mtc:match ref=\"#/f=f/u=u/s\" matchQuality=\"87.5\" my:tool=\"x\"><source>a</source><target xml:lang=\"fr\">b</target><my:more/></mtc:match></mtc:matches>",
      "a"
    ),
    ("", "<val:validation><val:rule my:rule=\"b\"/></val:validation>", "a"),
    (
      "",
      "<gls:glossary><gls:glossEntry><gls:term xml:space=\"preserve\">a</gls:term><gls:definition>b</gls:definition><mda:metadata><mda:metaGroup/></mda:metadata></gls:glossEntry></gls:glossary>",
      "a"
    ),
  ])
  func `what a module allows is accepted`(file: String, unit: String, source: String) {
    #expect(findings(Self.document(file, unit, source)) == [])
  }
}
