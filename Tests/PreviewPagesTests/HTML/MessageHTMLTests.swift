import Testing

@testable import PreviewPages

@Suite struct MessageHTMLTests {
  @Test func allowedMarkupBecomesElements() {
    var html = MessageHTML()
    html.open("strong", options: [:])
    html.append("a < b & \"c\"")
    html.close("strong")
    html.standalone("br", options: [:])
    html.open("quote", options: [:])
    html.append("q")
    html.close("quote")
    html.open("abbr", options: ["title": "x\"y"])
    html.append("z")
    html.close("abbr")
    #expect(
      html.finish()
        == "<strong>a &lt; b &amp; \"c\"</strong><br><q>q</q><abbr title=\"x&quot;y\">z</abbr>")
    #expect(html.problems.isEmpty)
  }

  @Test func unknownMarkupIsDroppedAndItsTextStays() {
    var html = MessageHTML()
    html.open("script", options: [:])
    html.append("alert(1)")
    html.close("script")
    html.standalone("img", options: ["src": "x"])
    #expect(html.finish() == "alert(1)")
    #expect(html.problems == [.notAllowed("script"), .notAllowed("img")])
  }

  @Test func crossedAndOpenMarkupStillGivesWellFormedHTML() {
    var html = MessageHTML()
    html.open("strong", options: [:])
    html.open("em", options: [:])
    html.append("a")
    html.close("strong")
    html.close("em")
    html.open("code", options: [:])
    #expect(html.finish() == "<strong><em>a</em></strong><code></code>")
    #expect(html.problems == [.unbalanced("strong"), .unbalanced("em"), .unbalanced("code")])
  }

  @Test func aLinkNeedsAnAddressThatIsAllowedAndStandsInNoOther() {
    var html = MessageHTML()
    html.open("link", options: ["href": "https://a.example/?x=1&y='2'"])
    html.append("a")
    html.open("link", options: ["href": "/b"])
    html.append("b")
    html.close("link")
    html.close("link")
    html.open("link", options: ["href": "javascript:alert(1)"])
    html.append("c")
    html.close("link")
    html.open("link", options: [:])
    html.append("d")
    html.close("link")
    #expect(html.finish() == "<a href=\"https://a.example/?x=1&amp;y=&#39;2&#39;\">ab</a>cd")
    #expect(
      html.problems == [
        .nestedLink, .addressNotAllowed("javascript:alert(1)"), .linkWithoutAddress,
      ])
  }
}

@Suite struct LinkTargetTests {
  @Test(arguments: [
    "https://example.org", "HTTP://example.org/a?b#c", "mailto:a@example.org", "../fr/", "#faq",
    "page.html", "/a:b", "?q=a:b",
  ])
  func ordinaryAddressesAreAllowed(address: String) {
    #expect(LinkTarget.isAllowed(address))
  }

  @Test(arguments: [
    "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)",
    "java\tscript:alert(1)", "java\nscript:alert(1)", "\u{1}javascript:alert(1)",
    "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//evil.example", "/\\evil.example",
    "\\\\evil.example", "https:\\evil", "blob:x", "java\u{200B}script:x", "\u{A0}https://a",
    "ftp://a",
  ])
  func addressesThatCouldRunOrMisleadAreRefused(address: String) {
    #expect(!LinkTarget.isAllowed(address))
  }
}

@Suite struct HTMLEscapingTests {
  @Test func textCannotLeaveItsContext() {
    #expect(HTMLEscaping.text("<b>&amp;\"'") == "&lt;b&gt;&amp;amp;\"'")
    #expect(HTMLEscaping.attribute("<b>&\"'") == "&lt;b&gt;&amp;&quot;&#39;")
  }

  @Test func charactersThatHTMLForbidsAreReplaced() {
    #expect(
      HTMLEscaping.text("a\u{0}b\u{B}c\u{FFFE}d\te\u{85}")
        == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\te\u{FFFD}")
  }

  @Test func everyCharacterIsWrittenByTheSameRule() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isControl = value < 0x20 ? ![0x09, 0x0A, 0x0D].contains(value) : (0x7F...0x9F) ~= value
      let isNoncharacter = (0xFDD0...0xFDEF) ~= value || value & 0xFFFE == 0xFFFE
      let expected: String =
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "'": "&#39;"
        default: isControl || isNoncharacter ? "\u{FFFD}" : String(scalar)
        }
      let text = String(scalar)
      guard HTMLEscaping.attribute("a\(text)b").utf8.elementsEqual("a\(expected)b".utf8) else {
        Issue.record("U+\(String(value, radix: 16))")
        return
      }
    }
  }

  @Test func aTextThatIsNotInOnePieceIsWrittenAsOneThatIs() {
    let text = String(repeating: "é<\u{85}\u{1F600}", count: 9)
    #expect(HTMLEscaping.text(text.dropFirst(3)) == HTMLEscaping.text(String(text.dropFirst(3))))
  }
}
