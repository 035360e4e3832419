import CatalogChecks
import Testing

@Suite struct PageTemplateTests {
  @Test func theKeysOfATemplateAreFoundWithTheirPlaces() {
    let template = PageTemplate(
      path: "Strings/a.html",
      text: "{{page.lang}} {{{ a.b }}} {{c}} {{! d }} {{#e}}x{{/e}} {{{page.selector}}} { {f}")
    #expect(template.references.map(\.key) == ["a.b", "c"])
    #expect(template.parts == ["lang", "selector"])
    for reference in template.references {
      #expect(String(decoding: template.bytes[reference.span], as: UTF8.self) == reference.key)
    }
  }

  @Test(arguments: ["{{", "{{{", "{{{}}}", "{{\n}}", "}}", "{{a"])
  func whatIsCutOffDoesNoHarm(text: String) {
    #expect(PageTemplate(path: "a", text: text).references.count <= 1)
  }
}
