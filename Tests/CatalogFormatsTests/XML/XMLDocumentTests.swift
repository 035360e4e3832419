import Diagnostics
import Testing

@testable import CatalogFormats

@Suite struct XMLDocumentTests {
  private func document(_ text: String) throws(Diagnostic) -> XMLDocument {
    try XMLDocument(parsing: Array(text.utf8))
  }

  @Test func `every node knows its bytes`() throws {
    let text =
      "\u{FEFF}<?xml version='1.0'?>\n<a é='1 &lt; 2' xmlns:p='u' p:b = \"x\">é&amp;<b/>"
      + "<![CDATA[<&]]><!-- no --></a>\n"
    let root = try document(text).root
    #expect(root.source.hasPrefix("<a ") && root.source.hasSuffix("</a>"))
    #expect(root.attributes.map(\.qualifiedName) == ["é", "p:b"])
    #expect(root.attributes.map(\.value) == ["1 < 2", "x"])
    #expect(root.attributes.map { root.source($0.span) } == ["1 &lt; 2", "x"])
    #expect(root.attribute("b", namespace: "u")?.value == "x")
    #expect(root.children.map(\.kind) == [.text, .element, .cdata, .comment])
    #expect(root.children.map(\.source) == ["é&amp;", "<b/>", "<![CDATA[<&]]>", "<!-- no -->"])
    #expect(root.children.map { root.source($0.content) } == ["é&amp;", "", "<&", " no "])
    #expect(root.text == "é&<&")
    #expect(root.elements.map(\.isSelfClosing) == [true])
  }

  @Test func `characters keep the bytes they are written with`() throws {
    let root = try document("<a>&#x1F600;\r\n\rx&#13;</a>").root
    var found: [String] = []
    for child in root.children {
      child.forEachScalar { found.append("\($0.value) \(root.source($1))") }
    }
    #expect(found == ["128512 &#x1F600;", "10 \r\n", "10 \r", "120 x", "13 &#13;"])
  }

  @Test func `text that stands as it is meant is told from the rest, and white space from text`()
    throws
  {
    let cases: [(text: String, isPlain: Bool, isBlank: Bool)] = [
      ("żółć 😀", true, false), (" \n\t", true, true), ("\u{A0}", true, true),
      ("a&amp;b", false, false),
      ("a\r\nb", false, false), ("&#32;", false, true), ("&#120;", false, false),
      ("<![CDATA[&]]>", true, false),
    ]
    for (text, isPlain, isBlank) in cases {
      let node = try #require(try document("<a>\(text)</a>").root.children.first { _ in true })
      #expect((node.plainText != nil) == isPlain, "\(text)")
      #expect(node.isBlank == isBlank, "\(text)")
    }
  }

  @Test func `names that look alike stay apart`() throws {
    let names = (0..<400).map { "p:n\($0 % 10)abc\($0)z" }
    let text = "<a xmlns:p='u'>" + names.map { "<\($0) \($0)='1' x='2'/>" }.joined() + "</a>"
    let elements = Array(try document(text + "\n").root.elements)
    try #require(elements.count == names.count)
    for (element, name) in zip(elements, names) {
      #expect(element.name == XMLName(namespace: "u", local: String(name.dropFirst(2))))
      #expect(element.attributes.map(\.qualifiedName) == [name, "x"])
      #expect(element.attributes.map(\.name.namespace) == ["u", ""])
    }
  }

  @Test(arguments: [
    "<!DOCTYPE a><a/>",
    "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
    """
    <!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
    <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>
    """,
    "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1/x'> %p;]><a/>",
  ])
  func `a DOCTYPE is refused at its place`(text: String) {
    let fault = #expect(throws: Diagnostic.self) { try document(text) }
    #expect(fault?.code == "xml-doctype")
  }

  @Test func `only the DOCTYPE that is allowed is let through, without declarations`() throws {
    let name = "-//Apple//DTD PLIST 1.0//EN"
    func parse(_ doctype: String, _ body: String = "<a/>") throws(Diagnostic) {
      _ = try XMLDocument(parsing: Array((doctype + body).utf8), allowedDoctype: name)
    }
    try parse("<!DOCTYPE a PUBLIC '\(name)' 'http://example.org/x.dtd'>")
    for (doctype, body) in [
      ("<!DOCTYPE a PUBLIC '-//Other//EN' 'x.dtd'>", "<a/>"),
      ("<!DOCTYPE a PUBLIC '\(name)' 'x.dtd' [<!ENTITY x 'y'>]>", "<a>&x;</a>"),
      ("<!DOCTYPE a PUBLIC '\(name)' 'x.dtd'>", "<a>&x;</a>"),
      ("<!DOCTYPE a SYSTEM 'x.dtd'>", "<a/>"),
    ] {
      #expect(throws: Diagnostic.self, "\(doctype)") { try parse(doctype, body) }
    }
  }

  @Test(arguments: [
    ("", 0), ("<a>", 3), ("<a></b>", 5), ("<a>&nbsp;</a>", 3), ("<a b='1' b='2'/>", 9),
    ("<a>\u{1}</a>", 3), ("<p:a/>", 0), ("x", 0), ("<a/><b/>", 4), ("<a>]]></a>", 5),
  ])
  func `what is not well-formed has its place`(text: String, offset: Int) {
    let fault = #expect(throws: Diagnostic.self) { try document(text) }
    #expect(fault?.code == "invalid-xml")
    #expect(fault?.span.lowerBound == offset, "\(String(describing: fault))")
  }

  @Test func `bytes that are not UTF-8 are refused`() {
    let bytes = Array("<a>".utf8) + [0xE9] + Array("</a>".utf8)
    let fault = #expect(throws: Diagnostic.self) { try XMLDocument(parsing: bytes) }
    #expect(fault?.code == "invalid-utf-8")
  }

  @Test(arguments: [31, 32, 33])
  func `elements nest 32 deep`(depth: Int) throws {
    let text =
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    if depth <= XMLDocument.maximumDepth {
      _ = try document(text)
    } else {
      let fault = #expect(throws: Diagnostic.self) { try document(text) }
      #expect(fault?.code == "too-deep")
    }
  }
}
