import Diagnostics
import LocaleIdentifiers
import StringCatalogs
import Testing
import TypedStrings

@Suite struct TypedStringsTests {
  private func code(_ json: String, access: TypedStrings.Access = .internal) -> String {
    let file = CatalogFile(path: "Strings/fr/page.json", bytes: Array(json.utf8))
    return TypedStrings(catalogs: [CatalogReader.json.read(file, "fr")], access: access).code
  }

  @Test func `a message is a function whose parameters are its arguments`() {
    let code = code(
      """
      {
        "cart.items": ".input {$count :integer} .match $count one {{{$count} article}} * {{{$count} articles}}",
        "@cart.items": {
          "description": "How many items are in the cart.",
          "placeholders": { "count": { "type": "integer", "description": "The number of items." } }
        },
        "cart.title": "Panier"
      }
      """, access: .public)
    #expect(
      code == """
        // Made from the catalogues of the locale `fr` by langue. Do not edit.
        public import LocaleServices
        public import MessageBundles
        public import MessageFormat

        /// The messages of the site, by their keys.
        public enum Strings {
          public enum cart {
            /// How many items are in the cart.
            ///
            ///     .input {$count :integer} .match $count one {{{$count} article}} * {{{$count} articles}}
            ///
            /// - Parameter count: The number of items.
            public static func items(count: Int) -> LocalizedMessage {
              LocalizedMessage("cart.items", ["count": .integer(count)])
            }
            ///     Panier
            public static var title: LocalizedMessage { LocalizedMessage("cart.title") }
          }
        }

        """)
  }

  @Test func `the type of a parameter is what its function takes`() {
    let code = code(
      """
      { "all": "{$i :integer} {$n :number} {$p :percent} {$c :currency currency=EUR} {$d :date} {$l :icu:list} {$s :string} {$x}" }
      """)
    #expect(
      code.contains(
        "all(i: Int, n: Double, p: Double, c: Argument, d: DateValue, l: [String], s: String, x: Argument)"
      ))
  }

  @Test func `keywords, digits and dashes in keys become names of Swift`() {
    let code = code(
      #"{ "nav.class": "a", "404.title": "b", "cart.empty-state": "c", "x.self": "d" }"#)
    #expect(code.contains("static var `class`: LocalizedMessage"))
    #expect(code.contains("enum _404 {"))
    #expect(code.contains("static var emptyState: LocalizedMessage"))
    #expect(code.contains("static var self_: LocalizedMessage"))
  }

  @Test func `keys that want one name, and a key that is also a group, stay apart`() {
    let code = code(#"{ "a.b-c": "1", "a.bC": "2", "a.d": "3", "a.d.e": "4" }"#)
    #expect(code.contains("static var _b_2d_c: LocalizedMessage { LocalizedMessage(\"a.b-c\") }"))
    #expect(code.contains("static var _bC: LocalizedMessage { LocalizedMessage(\"a.bC\") }"))
    #expect(code.contains("static var dText: LocalizedMessage { LocalizedMessage(\"a.d\") }"))
    #expect(code.contains("enum d {"))
  }

  @Test func `a message that cannot be read is told at its place`() {
    let json = #"{ "a": "one", "b": "two {$n" }"#
    let file = CatalogFile(path: "Strings/fr/page.json", bytes: Array(json.utf8))
    let strings = TypedStrings(catalogs: [CatalogReader.json.read(file, "fr")])
    #expect(strings.faults.map(\.key) == ["b"])
    #expect(strings.faults.first?.range?.start.line == 1)
    #expect(strings.faults.first?.range?.start.column ?? 0 > 20)
    #expect(!strings.code.contains("\"b\""))
  }

  @Test func `text in a comment or a key ends neither`() {
    let code = code("{ \"q\\\"\\\\(x)\": \"one\\ntwo */ // three\" }")
    #expect(code.contains("///     one\n  ///     two */ // three\n"))
    #expect(code.contains(#"LocalizedMessage("q\"\\(x)")"#))
  }
}
