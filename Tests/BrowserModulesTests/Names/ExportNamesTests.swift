import BrowserModules
import Testing

@Suite struct ExportNamesTests {
  @Test func `a dotted key becomes an identifier`() {
    let names = ExportNames(keys: ["cart.items", "cart.empty-state", "404.title"])
    #expect(names["cart.items"] == "cart_items")
    #expect(names["cart.empty-state"] == "cart_empty_state")
    #expect(names["404.title"] == "_404_title")
  }

  @Test func `keys that want one name get names that depend on nothing else`() {
    let names = ExportNames(keys: ["a.b", "a_b", "a-b", "c"])
    #expect(names["a.b"] == "a$2e$b")
    #expect(names["a-b"] == "a$2d$b")
    #expect(names["a_b"] == "a_b")
    #expect(names["c"] == "c")
    #expect(ExportNames(keys: ["c", "a-b", "a_b", "a.b"])["a.b"] == "a$2e$b")
  }

  @Test func `words of JavaScript and names of the module are no identifiers`() {
    let keys = ["class", "messages", "Intl", "await", "constructor", "__proto__"]
    let names = ExportNames(keys: keys)
    #expect(
      keys.map { names[$0] } == [
        "$class$", "$messages$", "$Intl$", "$await$", "constructor", "__proto__",
      ])
  }

  @Test func `no two keys have one name`() {
    let parts = ["a", ".", "_", "-", "1", "é", "$", "class", "2e"]
    var keys: Set<String> = []
    for first in parts {
      for second in parts { for third in parts { keys.insert(first + second + third) } }
    }
    let names = ExportNames(keys: keys)
    #expect(Set(keys.map { names[$0] }).count == keys.count)
  }
}
