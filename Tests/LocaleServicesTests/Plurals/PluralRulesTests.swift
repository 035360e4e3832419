import LocaleIdentifiers
import LocaleServices
import Testing

@Suite struct PluralRulesTests {
  @Test func `polish has four categories`() throws {
    let rules = try PluralRules(locale: "pl")
    #expect(rules.categories == [.one, .few, .many, .other])
    #expect(rules.category(of: 1) == .one)
    #expect(rules.category(of: 22) == .few)
    #expect(rules.category(of: 5) == .many)
    #expect(rules.category(of: 1.5) == .other)
  }

  @Test func `an order has its own categories`() throws {
    let rules = try PluralRules(locale: "en", type: .ordinal)
    #expect([1, 2, 3, 4, 11].map { rules.category(of: $0) } == [.one, .two, .few, .other, .other])
  }
}
