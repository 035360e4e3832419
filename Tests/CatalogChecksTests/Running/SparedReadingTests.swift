import CatalogChecks
import Diagnostics
import StringCatalogs
import Testing

/// Most messages have their source's outline and are not read: what is found has to be what is found
/// when all are.
@Suite struct SparedReadingTests {
  private typealias Plant = @Sendable (_ source: String, _ target: String) -> String

  /// Messages with nothing wrong: source and translations.
  private static let messages: [(locale: String, rows: [(source: String, target: String)])] = [
    (
      "de",
      [
        ("Empty the cart now", "Den Warenkorb jetzt leeren"),
        ("Hello {$name}, welcome.", "Hallo {$name}, willkommen."),
        ("Read <b>more</b> of it", "Lies <b>mehr</b> davon"),
        (plural("page", "pages"), plural("Seite", "Seiten")),
      ]
    ),
    (
      "ru",
      [
        ("Empty the cart now", "Очистить корзину сейчас"),
        ("Hello {$name}, welcome.", "Привет {$name}, заходи."),
        (plural("page", "pages"), plural("страница", "страницы", few: "страницы", many: "страниц")),
      ]
    ),
    (
      "ar",
      [
        ("Empty the cart now", "إفراغ السلة الآن"),
        ("Hello {$name}, welcome.", "مرحبا {$name} أهلا بك."),
      ]
    ),
    (
      "ja",
      [
        ("Empty the cart now", "カートを空にする"), ("Hello {$name}, welcome.", "{$name}さん、ようこそ。"),
        (plural("page", "pages"), ".input {$n :number}\n.match $n\n* {{{$n} ページ}}"),
      ]
    ),
    // No full stop; letters that look as if they were put together.
    ("th", [("Empty the cart now.", "ล้างตะกร้าตอนนี้")]),
    ("vi", [("Hello {$name}, welcome.", "Chào mừng bạn {$name} đã đến.")]),
    ("zh-Hant", [("We open the door now", "我們現在開門")]),
  ]

  private static func plural(
    _ one: String, _ other: String, few: String? = nil, many: String? = nil
  ) -> String {
    let rest =
      (few.map { "few {{{$n} \($0)}}\n" } ?? "") + (many.map { "many {{{$n} \($0)}}\n" } ?? "")
    return ".input {$n :number}\n.match $n\none {{{$n} \(one)}}\n\(rest)* {{{$n} \(other)}}"
  }

  /// A fault for each rule about messages, put into a translation.
  private static let plants: [(rule: String, plant: Plant)] = [
    ("apostrophe-trap", { _, target in target.replacing("{$", with: "l'{$") }),
    ("changed-attribute", { _, target in target.replacing("<b>", with: "<b class=\"x\">") }),
    (
      "changed-function",
      { _, target in target.replacing(":number", with: ":number select=ordinal") }
    ),
    ("characters-outside-exemplars", { _, target in target.replacing("e", with: "ķ") }),
    ("control-characters", { _, target in target.replacing("n", with: "\u{8}n") }),
    ("double-space", { _, target in target.replacing(" ", with: "  ") }),
    ("double-space", { _, target in target.replacing("{$n} ", with: "{$n}  ") }),
    ("ellipsis", { _, target in target.replacing(".", with: "...") }),
    ("empty-translation", { _, _ in "" }),
    ("end-punctuation", { _, target in target.replacing(".", with: "") }),
    ("end-punctuation", { _, target in target + "?" }),
    ("expanded-text", { _, target in Array(repeating: target, count: 9).joined(separator: ". ") }),
    (
      "identical-variants",
      { _, target in
        target.replacing("страниц}", with: "страницы}").replacing("страница}", with: "страницы}")
      }
    ),
    ("invalid-syntax", { _, target in target + "{" }),
    ("invisible-characters", { _, target in target.replacing("n", with: "n\u{200B}") }),
    ("mismatched-markup", { _, target in target.replacing("b>", with: "i>") }),
    ("mismatched-whitespace", { _, target in target + " " }),
    ("mismatched-whitespace", { _, target in "\u{A0}" + target }),
    ("mismatched-whitespace", { _, target in target + "\u{3000}" }),
    ("mismatched-whitespace", { _, target in target.replacing("}}", with: "\u{202F}}}") }),
    ("mismatched-whitespace", { _, target in target.replacing("}}", with: " }}") }),
    ("mismatched-whitespace", { _, target in target.replacing("{{{", with: "{{ {") }),
    ("missing-fallback-variant", { _, target in target.replacing("\n* ", with: "\nother ") }),
    (
      "missing-plural-category",
      { _, target in target.replacing("few {{{$n} страницы}}\n", with: "") }
    ),
    ("missing-variable", { _, target in target.replacing("{$name}", with: "") }),
    ("missing-variable", { _, target in target.replacing("* {{{$n} ", with: "* {{") }),
    ("mixed-script-confusable", { _, target in target.replacing("о", with: "o") }),
    ("not-nfc", { _, target in target.replacing("e", with: "e\u{301}") }),
    ("quotation-marks", { _, target in target.replacing("e", with: "“e”") }),
    ("replacement-character", { _, target in target.replacing("n", with: "\u{FFFD}") }),
    ("straight-quotes", { _, target in "\"\(target)\"" }),
    ("unbalanced-markup", { _, target in target.replacing("</b>", with: "") }),
    ("unknown-variable", { _, target in target.replacing("$name", with: "$nmae") }),
    ("unpaired-bidi-controls", { _, target in target.replacing("n", with: "\u{202B}n") }),
    ("unreachable-plural-category", { _, target in target.replacing("one {{", with: "two {{") }),
    ("unsafe-html", { _, target in target + "<script>x</script>" }),
    ("untranslated-text", { source, _ in source }),
    ("wrong-script", { _, _ in "Potpuno isprazni svu korpu odmah" }),
  ]

  private static func site(_ plant: Plant, locale: String, syntax: String) throws -> SampleSite {
    let rows = try #require(messages.first { $0.locale == locale }).rows
    func json(_ texts: [String]) -> String {
      let members = texts.enumerated().map { index, text in
        let text = syntax == "icu" ? text.replacing("{$", with: "{") : text
        return "\"key.\(index)\": \(quoted(text))"
      }
      return "{\"@@syntax\": \"\(syntax)\", \(members.joined(separator: ", "))}"
    }
    // In ICU's syntax variants are written otherwise.
    let used = rows.filter { syntax != "icu" || !$0.source.hasPrefix(".") }
    let untouched = used.map { ($0.source, $0.target) }
    return try SampleSite(
      source: ("en", json(untouched.map(\.0) + used.map(\.source))),
      targets: [(locale, json(untouched.map(\.1) + used.map { plant($0.source, $0.target) }))])
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\u{8}": "\\b"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }

  private static func findings(_ site: SampleSite) throws -> (spared: [Finding], read: [Finding]) {
    let runner = CheckRunner(site: site.site)
    return (
      try runner.run(source: site.source, targets: site.targets),
      try runner.readingEverything.run(source: site.source, targets: site.targets)
    )
  }

  @Test(arguments: Set(plants.map(\.rule)).sorted())
  func aPlantedFaultIsFoundWhetherOrNotAllMessagesAreRead(rule: String) throws {
    var found: Set<String> = []
    for (_, plant) in Self.plants.filter({ $0.rule == rule }) {
      for (locale, _) in Self.messages {
        for syntax in ["mf2", "icu"] {
          let (spared, read) = try Self.findings(
            try Self.site(plant, locale: locale, syntax: syntax))
          #expect(spared == read, "\(rule), \(locale), \(syntax)")
          found.formUnion(read.map(\.rule))
        }
      }
    }
    #expect(found.contains(rule))
  }

  /// Rules about keys, templates, the selector, metadata and numbers have their faults in their examples.
  /// Beside those stand messages with nothing wrong.
  @Test(arguments: CheckList.all.map(\.rule))
  func theExamplesOfARuleAreFoundWhetherOrNotAllMessagesAreRead(rule: String) throws {
    let check = try #require(CheckList.check(rule))
    for example in check.examples {
      let site = try ExampleSite(example).readFromFiles(Self.untouched(example))
      let runner = CheckRunner(
        site: site.site, templates: site.templates.map(\.template), glossary: site.glossary,
        found: site.templates.flatMap(\.findings))
      let targets = site.target.map { [$0] } ?? []
      let spared = try runner.run(source: site.source, targets: targets)
      let read = try runner.readingEverything.run(source: site.source, targets: targets)
      #expect(spared == read, "\(example)")
      // What readers find never gets as far as a check.
      if case .loading = check.kind { continue }
      if example.isFlagged { #expect(read.contains { $0.rule == rule }, "\(example)") }
    }
  }

  /// Messages with nothing wrong for the languages of an example; none where there are none.
  private static func untouched(_ example: CheckExample) -> [(source: String, target: String)] {
    guard example.sourceLocale == "en", example.syntax == .messageFormat2 else { return [] }
    return messages.first { $0.locale == example.targetLocale }?.rows ?? []
  }

  @Test func messagesWithNothingWrongAreAcceptedEitherWay() throws {
    for (locale, _) in Self.messages {
      for syntax in ["mf2", "icu"] {
        let (spared, read) = try Self.findings(
          try Self.site({ $1 }, locale: locale, syntax: syntax))
        #expect(spared.filter { $0.rule != "inconsistent-translation" } == [], "\(locale)")
        #expect(spared == read, "\(locale)")
      }
    }
  }

  /// The sign of Ångström for Å, that of Kelvin for K, compatibility ideographs, older Greek accents.
  @Test(arguments: [
    ("The Å is here now", "The \u{212B} is here now", "ja"),
    ("The Kelvin is here now", "The \u{212A}elvin is here now", "ja"),
    ("ό καφές είναι εδώ τώρα", "\u{1F79} καφές είναι εδώ τώρα", "de"),
    ("the 豈 is here now", "the \u{F900} is here now", "de"),
    ("the 丽 is here now", "the \u{2F800} is here now", "de"),
    ("the \u{212B} is here now", "the Å is here now", "ru"),
  ])
  func aCopyInOtherCodesIsACopy(source: String, target: String, locale: String) throws {
    let site = try SampleSite(
      source: ("en", "{\"a\": \(Self.quoted(source))}"),
      targets: [(locale, "{\"a\": \(Self.quoted(target))}")])
    let (spared, read) = try Self.findings(site)
    #expect(spared == read)
    #expect(spared.contains { $0.rule == "untranslated-text" })
  }

  @Test func theVariantsOfACopyInOtherCodesAreACopy() throws {
    let source = Self.plural("Å of the page here", "Å of the pages here")
    let target = Self.plural(
      "\u{212B} of the page here", "\u{212B} of the pages here",
      few: "\u{212B} of the pages here", many: "\u{212B} of the pages here")
    let site = try SampleSite(
      source: ("en", "{\"a\": \(Self.quoted(source))}"),
      targets: [("ru", "{\"a\": \(Self.quoted(target))}")])
    let (spared, read) = try Self.findings(site)
    #expect(spared == read)
    #expect(spared.contains { $0.rule == "untranslated-text" })
  }
}
