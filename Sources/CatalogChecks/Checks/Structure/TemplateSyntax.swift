import Diagnostics
import StringCatalogs

extension Check {
  static let templateSyntax = Check(
    "template-syntax", .error,
    summary: "A page template has a tag that cannot be read.",
    explanation: """
      A template knows two kinds of tags, `{{{key}}}` for a message as HTML and `{{key}}` for its text, \
      and values of the page (`{{page.lang}}`). A tag that is not closed, that holds no key or asks for \
      a value that there is not, is left out of the page in every language.

      Write the key, close the tag on its line, or take it out. Braces for readers are written as \
      `&#123;`.
      """,
    examples: [
      CheckExample(
        isFlagged: true, rows: [.init("cart.title", "Cart", nil)],
        template: "<h1>1️⃣{{{cart title}}}</h1>"),
      CheckExample(
        isFlagged: true, rows: [.init("cart.title", "Cart", nil)],
        template: "<h1>1️⃣{{{cart.title</h1>", remark: "the tag is not closed"),
      CheckExample(
        isFlagged: true, rows: [], template: "<html lang=\"1️⃣{{page.language}}\">",
        remark: "the page's language is `page.lang`"),
      CheckExample(
        isFlagged: false, rows: [.init("cart.title", "Cart", nil)],
        template: "<html lang=\"{{page.lang}}\"><h1>{{{cart.title}}}</h1>"),
    ],
    tally: CheckTally(
      planted: .init(faults: 44, found: 44, fine: 0, reported: 0),
      """
      Keys with a space, tags without an end, values that there are not. Public catalogues come \
      without templates.
      """),
    // Whoever reads the template finds it.
    kind: .loading)
}
