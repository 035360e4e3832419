import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs
import Testing

@testable import CatalogFormats

@Suite struct RailsTests {
  private let polish = FormatContext(locale: "pl", source: "en")

  private let file = catalogFile(
    "pl.yml",
    #"""
    # Whole file
    pl:
      # Said first.
      hello: "Cześć, %{name}\u00a0\"!\" 100%%"
      plain: To jest „tekst” 100% # why
      single: 'it''s %<price>.2f'
      yes: "tak"
      number: 3
      truth: true
      symbol: :sym
      days: [pn, "wt", ~]
      list:
        - a
        - b
      folded: >-
        one
        two
      literal: |
        first %{x}
          second
      cart: &cart
        items:
          zero: nic
          one: "%{count} rzecz"
          few: "%{count} rzeczy"
          other: "%{count} rzeczy"
        total: Razem
      basket:
        <<: *cart
        total: Inaczej
      tagged: !ruby/object:Foo x
    """#)

  @Test func `nested keys, plurals, sequences and aliases become messages`() throws {
    let catalog = CatalogFormat.rails.read(file, polish)
    #expect(catalog.findings == [])
    let texts = catalog.entries.map { entry in
      let text = entry.translation?.message.map { MessageFormat2.print($0.withoutAttributes) }
      return "\(entry.key): \(text ?? "-")"
    }
    let plural = """
      .input {$count :number}
      .match $count
      0 {{nic}}
      one {{{$count} rzecz}}
      few {{{$count} rzeczy}}
      * {{{$count} rzeczy}}
      """
    #expect(
      texts == [
        "hello: Cześć, {$name}\u{A0}\"!\" 100%", "plain: To jest „tekst” 100%",
        "single: it's {$price :number minimumFractionDigits=2 maximumFractionDigits=2}",
        "yes: tak", "days[0]: pn", "days[1]: wt", "list[0]: a", "list[1]: b", "folded: one two",
        "literal: first {$x}\n  second\n", "cart.items: \(plural)", "cart.total: Razem",
        "basket.items: \(plural)", "basket.total: Inaczej",
      ])
    #expect(catalog.entries.first?.metadata.description == "Said first.")
  }

  @Test func `a place in a message leads to the file's`() throws {
    let catalog = CatalogFormat.rails.read(file, polish)
    for (key, word) in [
      ("hello", "name"), ("plain", "tekst"), ("single", "s "), ("literal", "second"),
      ("cart.items", "rzeczy"), ("days[1]", "wt"),
    ] {
      let entry = try #require(catalog.entries.first { $0.key == key })
      let message = try #require(entry.translation)
      let range = try #require(message.text.firstRange(of: word))
      let start = message.text.utf8.distance(from: message.text.startIndex, to: range.lowerBound)
      #expect(
        fileText(file, message.offsets.fileRange(of: start..<start + word.utf8.count)) == word,
        "\(key)")
    }
    #expect(catalog.entries.first.map { fileText(file, $0.keySpan) } == "hello")
  }

  @Test func `a file comes back as it was, also in a new file`() throws {
    var count = RoundTripCount()
    try checkRewriting(.rails, file, polish, &count)
    #expect(count.messages == 14)
    #expect(count.notCarried == 0)
  }

  @Test func `only what changed is written, and new keys where they belong`() throws {
    var catalog = CatalogFormat.rails.read(file, polish)
    func set(_ key: String, _ text: String) throws {
      let message = ExchangeMessage(try #require(MessageFormat2.parse(text).message, "\(key)"))
      if let index = catalog.entries.firstIndex(where: { $0.key == key }) {
        catalog.entries[index].translation = message
      } else {
        catalog.entries.append(ExchangeEntry(key: key, translation: message))
      }
    }
    try set("plain", "Nowy „tekst”")
    try set("literal", "a\nb")
    try set("list[1]", "c")
    try set(
      "cart.items",
      ".input {$count :number}\n.match $count\n0 {{nic}} one {{{$count} rzecz}} "
        + "few {{{$count} rzeczy}} many {{{$count} sztuk}} * {{{$count} rzeczy}}")
    try set("cart.new.key", "x: y")
    try set("basket.items", "nope")
    let output = try #require(CatalogFormat.rails.write?(catalog, polish))
    #expect(output.findings.map(\.rule) == ["not-carried"])
    #expect(output.findings.map(\.key) == ["basket.items"])
    let expected = String(decoding: file.bytes, as: UTF8.self)
      .replacing("To jest „tekst” 100% #", with: "\"Nowy „tekst”\" #")
      .replacing("|\n    first %{x}\n      second\n", with: "\"a\\nb\"\n")
      .replacing("    - b\n", with: "    - \"c\"\n")
      .replacing(
        "      other: \"%{count} rzeczy\"\n    total: Razem\n",
        with: "      other: \"%{count} rzeczy\"\n      many: \"%{count} sztuk\"\n    total: Razem\n"
          + "    new:\n      key: \"x: y\"\n")
    #expect(String(decoding: output.bytes, as: UTF8.self) == expected)
  }

  @Test func `a site's own message comes back with its name and options`() throws {
    var catalog = ExchangeCatalog(locale: "pl", sourceLocale: "en")
    for (key, text) in [
      ("cart.price", "Razem {$price :currency currency=EUR} za {$count :integer} -- {$count}"),
      ("cart.total.no", ".input {$n :number}\n.match $n\none {{{$n} {#b}x{/b}}}\n* {{{$n} x}}"),
      ("true", "\u{1}\u{2028} \"\\\\ #: \n"), ("percent", "50% {$x}"), ("empty", ""),
      ("list[1]", "b"), ("a..b", "c"),
      ("words", ".input {$g :string}\n.match $g\na {{x}} * {{y}}"), ("cart.price.sub", "x"),
    ] {
      let message = try #require(MessageFormat2.parse(text).message, "\(key)")
      catalog.entries.append(ExchangeEntry(key: key, translation: ExchangeMessage(message)))
    }
    let output = try #require(CatalogFormat.rails.write?(catalog, polish))
    #expect(output.findings.compactMap(\.key) == ["words", "cart.price.sub"])
    let again = CatalogFormat.rails.read(
      CatalogFile(path: "pl.yml", bytes: output.bytes), polish)
    #expect(again.findings == [], "\(String(decoding: output.bytes, as: UTF8.self))")
    var found: [String: ExchangeEntry] = [:]
    for entry in again.entries { found[entry.key] = entry }
    for entry in catalog.entries.dropLast(2) {
      #expect(
        entry.translation?.message?.withoutAttributes
          == found[entry.key]?.translation?.message?.withoutAttributes,
        "\(entry.key)\n\(String(decoding: output.bytes, as: UTF8.self))")
    }
    #expect(again.entries.count == 7)
  }

  @Test(arguments: [
    ("pl:\n  a: \"x\n", "invalid-yaml", 3), ("- a\n", "invalid-catalog", 1),
    ("pl:\n  a: x\n  a: y\n", "duplicate-key", 3), ("pl:\n  a: *x\n", "invalid-yaml", 2),
    ("pl:\n  a: x\n---\npl: y\n", "invalid-yaml", 3),
    ("pl:\n  a:\n    one: x\n    few: y\n", "missing-fallback-variant", 2),
    ("de:\n  a: x\n", "other-language", 1), ("pl:\n  é: x\n\t- b\n", "invalid-yaml", 3),
    ("pl: " + String(repeating: "[", count: 40), "too-deep", 1),
  ])
  func `a fault is told with its place`(text: String, rule: String, line: Int) throws {
    let catalog = CatalogFormat.rails.read(catalogFile("pl.yml", text), polish)
    let finding = try #require(catalog.findings.first)
    #expect(finding.rule == rule)
    #expect(finding.range?.start.line == line)
  }

  @Test func `aliases that multiply are bounded`() {
    var text = "pl:\n  a0: &a0 {x: y, z: w}\n"
    for level in 1...20 {
      let names = (0..<10).map { "k\($0): *a\(level - 1)" }.joined(separator: ", ")
      text += "  a\(level): &a\(level) {\(names)}\n"
    }
    let catalog = CatalogFormat.rails.read(catalogFile("pl.yml", text), polish)
    #expect(catalog.findings.contains { $0.rule == "too-large" })
    #expect(catalog.entries.count <= 200_000)
  }
}
