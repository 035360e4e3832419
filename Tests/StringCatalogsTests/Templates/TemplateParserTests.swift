import Diagnostics
import StringCatalogs
import Testing

private func parse(_ text: String) -> TemplateParseResult {
  PageTemplate.parse(name: "page", path: "Strings/page.html", bytes: Array(text.utf8))
}

@Suite struct TemplateParserTests {
  @Test func messagesAndPageValuesAreFoundBetweenTheHTML() {
    let result = parse(#"<html lang="{{page.lang}}"><h1 title="{{a.b}}">{{{a.b}}} {{c}}</h1>"#)
    #expect(result.findings.isEmpty)
    #expect(
      result.template.pieces == [
        .html(#"<html lang=""#),
        .page(.lang, span: 12..<25),
        .html(#""><h1 title=""#),
        .messageAsText(key: "a.b", span: 38..<45, attribute: true),
        .html(#"">"#),
        .messageAsHTML(key: "a.b", span: 47..<56),
        .html(" "),
        .messageAsText(key: "c", span: 57..<62, attribute: false),
        .html("</h1>"),
      ])
    #expect(result.template.keys == ["a.b", "c"])
  }

  @Test func spacesInsideATagDoNotMatter() {
    #expect(parse("{{{ a.b }}}").template.keys == ["a.b"])
  }

  @Test func theIndentationOfATemplateIsLeftOutUnlessItIsShown() {
    let lines = "<p>\n  {{{a}}}\n\t</p>\n"
    #expect(
      parse(lines).template.pieces == [
        .html("<p>\n"), .messageAsHTML(key: "a", span: 6..<13), .html("\n</p>\n"),
      ])
    #expect(parse("<pre>\n  x</pre>").template.pieces == [.html("<pre>\n  x</pre>")])
    #expect(parse("<a title='\n  x'></a>").template.pieces == [.html("<a title='\n  x'></a>")])
  }

  @Test func theKeysOfATemplateAreFoundWithTheirPlaces() {
    let template = parse(
      "<i lang='{{page.lang}}'>{{{ a.b }}} {{c}} {{! d }} {{#e}}x{{/e}} {{{page.selector}}} { {f}"
    ).template
    #expect(template.keyPlaces.map(\.key) == ["a.b", "c"])
    #expect(template.values == [.lang, .selector])
    for place in template.keyPlaces {
      #expect(String(decoding: template.bytes[place.span], as: UTF8.self) == place.key)
    }
  }

  @Test(arguments: ["{{", "{{{", "{{{}}}", "{{\n}}", "}}", "{{a"])
  func whatIsCutOffDoesNoHarm(text: String) {
    #expect(parse(text).template.keys.isEmpty)
  }

  @Test(arguments: [
    ("x\n  {{#if a}}", "unknown tag `#if a`", 2, 3),
    ("é{{> part}}", "unknown tag `> part`", 1, 2),
    ("{{}}", "unknown tag ``", 1, 1),
    ("{{page.nope}}", "unknown value of the page `page.nope`", 1, 1),
    ("<p>{{{a}}</p>", "the tag is not closed", 1, 4),
    ("<p>{{a\n}}</p>", "the tag is not closed", 1, 4),
  ])
  func aTagThatIsNotOneIsAnErrorWithItsPlace(
    text: String, message: String, line: Int, column: Int
  ) {
    let findings = parse(text).findings
    #expect(findings.count == 1)
    #expect(findings.first?.rule == "template-syntax")
    #expect(findings.first?.message == message)
    #expect(findings.first?.range?.start.line == line)
    #expect(findings.first?.range?.start.column == column)
  }

  @Test(arguments: [
    "<p title=\"{{{a}}}\">", "<title>{{{a}}}</title>", "<script>{{a}}</script>",
    "<style>{{a}}</style>", "<!-- {{a}} -->", "<p {{a}}>", "<p title={{a}}>", "<{{a}}>",
    "<a href=\"{{a}}\">", "<p onclick='{{a}}'>", "<p style='{{a}}'>", "<IMG SRC=\"{{a}}\">",
    "<p>{{page.head}}</p>", "<p>{{{page.lang}}}</p>", "<p title='{{{page.head}}}'>",
    "<title></titlex {{a}}>", "<textarea>{{{a}}}",
  ])
  func aTagInTheWrongPlaceIsAnErrorAndShowsNothing(text: String) {
    let result = parse(text)
    #expect(result.findings.map(\.rule) == ["template-context"])
    #expect(result.template.keys.isEmpty)
  }

  @Test(arguments: [
    "<title>{{a}}</title>", "<p title='{{a}}'>", "<p>{{{a}}}", "<!-- x --><p>{{{a}}}",
    "<!DOCTYPE html>{{{a}}}", "<script>var x = '<p>';</script>{{{a}}}",
    "<style>p > a {}</style>{{{a}}}", "<textarea></p></textarea>{{{a}}}", "1 < 2 {{{a}}}",
    "<p title = \"x\" hidden>{{{a}}}", "<img src=x alt=\"{{a}}\"/>", "<script></script>{{{a}}}",
  ])
  func aTagInTheRightPlaceIsAccepted(text: String) {
    let result = parse(text)
    #expect(result.findings.isEmpty)
    #expect(result.template.keys == ["a"])
  }

  @Test func bytesThatAreNotUTF8AreReported() {
    let result = PageTemplate.parse(name: "p", path: "p.html", bytes: [0x3C, 0xFF])
    #expect(result.findings.map(\.message) == ["the template is not valid UTF-8"])
  }
}
