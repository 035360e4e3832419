import Diagnostics
import StringCatalogs

extension Check {
  static let templateContext = Check(
    "template-context", .error,
    summary: "A page template shows a message where it must not stand.",
    explanation: """
      A message as HTML (`{{{key}}}`) belongs between elements; in an attribute or a title stands its \
      text (`{{key}}`). No message stands in a script, a style, an address or the name of an element: a \
      translator's slip would break the page there, and a bad will take it over. Such a tag is left \
      out of the page.

      Write the other kind of tag, or move it. Addresses that differ by language belong to the template \
      or to the message's markup.
      """,
    examples: [
      CheckExample(
        isFlagged: true, rows: [.init("cart.title", "Cart", nil)],
        template: "<p title=\"1️⃣{{{cart.title}}}\"></p>"),
      CheckExample(
        isFlagged: true, rows: [.init("cart.title", "Cart", nil)],
        template: "<a href=\"1️⃣{{cart.title}}\">x</a>"),
      CheckExample(
        isFlagged: true, rows: [.init("cart.title", "Cart", nil)],
        template: "<script>let title = \"1️⃣{{cart.title}}\"</script>"),
      CheckExample(
        isFlagged: false, rows: [.init("cart.title", "Cart", nil)],
        template: "<p title=\"{{cart.title}}\">{{{cart.title}}}</p>"),
    ],
    tally: CheckTally(
      planted: .init(faults: 44, found: 44, fine: 0, reported: 0),
      """
      Messages in addresses, styles, scripts and attributes without quotes. Public catalogues come \
      without templates.
      """),
    // Whoever reads the template finds it.
    kind: .loading)
}
