import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs
import Testing

@testable import CatalogFormats

@Suite struct FluentTests {
  private let polish = FormatContext(locale: "pl", source: "en")

  /// The Fluent sources in a file of fluent-rs' tests, which are YAML.
  private static func sources(_ node: YAMLNode?) -> [String] {
    switch node?.content {
    case .mapping(let pairs)?:
      pairs.flatMap { pair -> [String] in
        if pair.key.scalar == "source", let text = pair.value.scalar { return [text] }
        return sources(pair.value)
      }
    case .sequence(let nodes)?: nodes.flatMap { sources($0) }
    default: []
    }
  }

  @Test(.disabled(if: Corpora.isMissing))
  func `the sources of fluent-rs' tests come back as they were, also in a new file`() throws {
    var count = RoundTripCount()
    var junk = 0
    for path in try Corpora.files("ftl", ["yaml"]) {
      let document = try YAMLDocument(parsing: try FileContents.read(path))
      for (index, source) in Self.sources(document.root).enumerated() {
        let file = catalogFile("\(path) \(index)", source)
        junk += CatalogFormat.fluent.read(file, polish).findings.count {
          $0.rule == "invalid-fluent"
        }
        try checkRewriting(.fluent, file, polish, &count)
      }
    }
    count.report("fluent")
    #expect(count.files > 50)
    #expect(count.messages > 100)
  }

  private let file = catalogFile(
    "pl.ftl",
    #"""
    ### The whole file

    ## A group

    # Said first.
    # Two lines.
    hello = Cześć, { $name }!  
        .title = Tytuł
    -brand = Firefoks
        .gender = masculine

    files =
        { $n ->
            [0] Brak
            [one] { NUMBER($n, minimumFractionDigits: 1) } plik
           *[other] { $n } plików z { -brand(case: "gen") }
        } w { $folder ->
            [a] A
           *[b] B
        }
    lines =
        first
          second

        {"{"} third { "\u00A0" }
    dates = { DATETIME($d, month: "long") } { FOO($x, a: 1) } { hello } { hello.title } { 3 }
    gendered = { -brand.gender ->
        [masculine] był
       *[other] była
    }
    rank = { NUMBER($n, type: "ordinal") ->
        [one] st
       *[other] th
    }
    only-attribute =
        .a = A
    """#)

  @Test func `messages, attributes and terms become messages`() throws {
    let catalog = CatalogFormat.fluent.read(file, polish)
    #expect(catalog.findings == [])
    let texts = Dictionary(
      uniqueKeysWithValues: catalog.entries.map { ($0.key, $0.translation?.text ?? "-") })
    func plain(_ key: String) throws -> String {
      let message = try #require(
        catalog.entries.first { $0.key == key }?.translation?.message, "\(texts[key] ?? key)")
      return MessageFormat2.print(message.withoutAttributes)
    }
    #expect(try plain("hello") == "Cześć, {$name}!")
    #expect(catalog.entries.first?.metadata.description == "Said first.\nTwo lines.")
    #expect(try plain("hello.title") == "Tytuł")
    #expect(try plain("-brand") == "Firefoks")
    #expect(texts["-brand.gender"] == nil)
    #expect(try plain("lines") == "first\n  second\n\n\\{ third \u{A0}")
    #expect(
      try plain("dates")
        == "{$d :datetime month=long} {$x :fluent:FOO a=1} {hello :fluent:message} "
        + "{hello.title :fluent:message} {3 :number}")
    let files = try #require(MessageFormat2.parse(texts["files"] ?? "").message)
    guard case .select(let select) = files else {
      Issue.record("not a choice")
      return
    }
    #expect(select.selectors.map(\.name) == ["n", "folder"])
    #expect(select.variants.count == 6)
    #expect(
      texts["gendered"]?.hasPrefix(
        ".local $by-brand-gender-fluent-attribute = {-brand.gender :fluent:attribute}") == true)
    #expect(
      texts["rank"]?.contains(".local $n-n-number-select-ordinal = {$n :number select=ordinal}")
        == true)
    #expect(try plain("only-attribute.a") == "A")
  }

  @Test func `a place in a message leads to the file's`() throws {
    let entry = try #require(
      CatalogFormat.fluent.read(file, polish).entries.first { $0.key == "lines" })
    let message = try #require(entry.translation)
    #expect(fileText(file, entry.keySpan) == "lines")
    for word in ["second", "third"] {
      let range = try #require(message.text.firstRange(of: word))
      let start = message.text.utf8.distance(from: message.text.startIndex, to: range.lowerBound)
      #expect(
        fileText(file, message.offsets.fileRange(of: start..<start + word.utf8.count)) == word)
    }
  }

  @Test func `a file comes back as it was, also in a new file`() throws {
    var count = RoundTripCount()
    try checkRewriting(.fluent, file, polish, &count)
    #expect(count.notCarried == 0)
    #expect(count.messages == 9)
  }

  @Test func `only what changed is written`() throws {
    var catalog = CatalogFormat.fluent.read(file, polish)
    catalog.entries[0].translation = ExchangeMessage(
      try #require(MessageFormat2.parse("Hej {$name}\n[x] \\{ ").message))
    let output = try #require(CatalogFormat.fluent.write?(catalog, polish))
    #expect(output.findings == [])
    #expect(
      String(decoding: output.bytes, as: UTF8.self)
        == String(decoding: file.bytes, as: UTF8.self).replacing(
          "Cześć, { $name }!",
          with: "\n    Hej { $name }\n    { \"[\" }x] { \"{\" }{ \" \" }"
        ).replacing("hello = \n", with: "hello =\n"))
  }

  @Test func `a site's own message comes back with its name and options`() throws {
    var catalog = ExchangeCatalog(locale: "pl", sourceLocale: "en")
    for (key, text) in [
      ("cart.price", "Razem {$price :currency currency=EUR} za {$count :integer} -- {$count}"),
      ("cart/total", ".input {$n :number}\n.match $n\none {{{$n} {#b}x{/b}}}\n* {{{$n} x}}"),
      ("integers", ".input {$n :integer}\n.match $n\n0 {{none}}\n* {{{$n} x}}"),
      (
        "both",
        ".input {$n :number}\n.input {$g :string}\n.match $n $g\none a {{1}}\none * {{2}}\n"
          + "* a {{3}}\n* * {{4}}"
      ),
      ("spaces", " a\n\n  b \n.c\n"), ("braces", "\\{x\\} {|lit|} {$ż}"), ("empty", ""),
      ("declared", ".input {$n :number} {{{$n} & more}}"),
      ("keys", ".input {$g :string}\n.match $g\n|a b| {{x}} * {{y}}"),
    ] {
      let message = try #require(MessageFormat2.parse(text).message, "\(key)")
      catalog.entries.append(ExchangeEntry(key: key, translation: ExchangeMessage(message)))
    }
    let output = try #require(CatalogFormat.fluent.write?(catalog, polish))
    #expect(output.findings.compactMap(\.key) == ["keys"], "\(output.findings)")
    let again = CatalogFormat.fluent.read(
      CatalogFile(path: "pl.ftl", bytes: output.bytes), polish)
    #expect(again.findings == [], "\(String(decoding: output.bytes, as: UTF8.self))")
    for (before, after) in zip(catalog.entries.dropLast(), again.entries) {
      #expect(before.key == after.key)
      #expect(
        before.translation?.message.map { Fingerprint(of: $0) }
          == after.translation?.message.map { Fingerprint(of: $0) },
        "\(after.translation?.text ?? "-")\n\(String(decoding: output.bytes, as: UTF8.self))")
    }
    #expect(again.entries.count == 8)
  }

  @Test(arguments: [
    ("a = { $x", 1, 9), ("a = }", 1, 5), ("a =\n\nb = x", 1, 1), ("1 = x\nb = y", 1, 1),
    ("a = { $n ->\n    [one] x\n    }", 1, 12), ("a = { \"x }\n", 1, 7),
    ("a = { \"\\q\" }", 1, 8), ("-a = x\n    .b =", 2, 5), ("a = { -b.c }", 1, 5),
    ("a = { b ->\n   *[x] y\n}", 1, 5), ("a = x\na = y", 2, 1), ("#x\n", 1, 2),
    ("a = " + String(repeating: "{", count: 40), 1, 37),
  ])
  func `junk is told with its place`(text: String, line: Int, column: Int) throws {
    let catalog = CatalogFormat.fluent.read(catalogFile("x.ftl", text), polish)
    let place = try #require(catalog.findings.first?.range?.start)
    #expect(place.line == line)
    #expect(place.column == column)
  }

  @Test func `reading goes on behind junk`() {
    let catalog = CatalogFormat.fluent.read(
      catalogFile("x.ftl", "a = { $x\n  more\nb = good\n"), polish)
    #expect(catalog.entries.map(\.key) == ["b"])
    #expect(catalog.findings.count == 1)
  }

  @Test func `choices that multiply are bounded`() {
    let choice = "{ $%@ ->\n    [a] x\n   *[b] y\n }"
    let text =
      "a = "
      + (0..<12).map { choice.replacing("%@", with: "v\($0)") }.joined(separator: " ") + "\n"
    let catalog = CatalogFormat.fluent.read(catalogFile("x.ftl", text), polish)
    #expect(catalog.findings.map(\.rule) == ["too-many-variants"])
  }
}
