import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import StringCatalogs
import Testing

@testable import CatalogFormats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lets other people's readers read what the writers wrote: `Scripts/readers-xml`.
@Suite struct OtherReadersTests {
  private static let isAsked = getenv("LANGUE_SLOW_TESTS") != nil
  private static let locales: [LocaleIdentifier] = ["pl", "fr", "ja", "cy", "lv"]
  private static let numbers = [0, 1, 2, 3, 5, 6, 21, 100]

  private static let patterns = [
    ("plain.hard", #"Émile's „friends” "& <co" \\ 100 % - it"#),
    ("plain.lines", "Two\nlines and a ]]> end"),
    ("named", "Hello {$name}, 5 % off"),
    ("bold", "{#b}bold{/b} {$name}"),
    ("at", "@start or ?start"),
  ]

  private static func plural(_ categories: [PluralCategory]) -> String {
    let variants = categories.map { category in
      let key = category == .other ? "*" : category.rawValue
      return "\(key) {{\(category.rawValue): {$count :integer} of {$name}}}"
    }
    return ".input {$count :number}\n.match $count\n" + variants.joined(separator: "\n")
  }

  @Test(.enabled(if: isAsked, "asks Python and PyPI: set LANGUE_SLOW_TESTS"))
  func `independent readers read what was written`() throws {
    let folder = try #require(Self.temporaryFolder())
    defer { _ = Self.run("rm -rf '\(folder)'") }
    var expected: [JSONTree.Member] = []
    for locale in Self.locales {
      let rules = try PluralRules(locale: locale)
      var catalog = ExchangeCatalog(locale: locale, sourceLocale: "en")
      var messages: [JSONTree.Member] = []
      var units: [JSONTree.Member] = []
      for (key, text) in Self.patterns {
        let message = try #require(MessageFormat2.parse(text).message)
        add(key, message, message, &catalog)
        let pattern = try #require(message.patterns.first)
        var fields: JSONTree = ["text": .string(Self.shown(pattern, 0))]
        if pattern.elements.allSatisfy(\.isText) {
          fields = [
            "text": .string(Self.shown(pattern, 0)), "plain": .string(Self.shown(pattern, 0)),
          ]
        }
        messages.append(JSONTree.Member(key, fields))
        units.append(JSONTree.Member(key, .string(Self.native(pattern))))
      }
      let source = try #require(MessageFormat2.parse(Self.plural([.one, .other])).message)
      let plural = try #require(
        MessageFormat2.parse(Self.plural(rules.categories.sorted { $0.rawValue < $1.rawValue }))
          .message)
      add("items", source, plural, &catalog)
      messages.append(JSONTree.Member("items", try fields(of: plural, rules, &units)))
      let files = try write(catalog, locale, folder)
      expected.append(
        JSONTree.Member(
          locale.tag,
          ["files": files, "messages": .object(messages), "units": .object(units)]))
    }
    try AtomicFile.write(
      Array(JSONTree.object(expected).text(.compact).utf8), to: folder + "/expected.json")
    let repository = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    #expect(Self.run("python3 '\(repository)/Scripts/readers-xml' '\(folder)' >&2") == 0)
  }

  private func add(
    _ key: String, _ source: Message, _ translation: Message, _ catalog: inout ExchangeCatalog
  ) {
    var entry = ExchangeEntry(
      key: key, source: ExchangeMessage(source), translation: ExchangeMessage(translation))
    entry.metadata.state = .translated
    entry.metadata.description = "What \(key) is -- & more"
    catalog.entries.append(entry)
  }

  private func fields(
    of plural: Message, _ rules: PluralRules, _ units: inout [JSONTree.Member]
  ) throws -> JSONTree {
    guard case .select(let select) = plural else { return .null }
    var forms: [JSONTree.Member] = []
    var numbers: [JSONTree.Member] = []
    for category in rules.categories.sorted(by: { $0.rawValue < $1.rawValue }) {
      let key =
        category == .other
        ? VariantKey.catchall(.none) : .literal(Literal(category.rawValue))
      let pattern = try #require(select.pattern(for: [key]))
      forms.append(
        JSONTree.Member(category.rawValue, ["nine": .string(Self.shown(pattern, 9))]))
      units.append(
        JSONTree.Member(
          "items-" + (category == .other ? "_" : category.rawValue),
          .string(Self.native(pattern))))
      for number in Self.numbers where rules.category(of: number) == category {
        numbers.append(
          JSONTree.Member(String(number), .string(Self.shown(pattern, number))))
      }
    }
    return ["forms": .object(forms), "numbers": .object(numbers)]
  }

  /// The text with its arguments put in, tags as they are written in markup languages.
  private static func shown(_ pattern: Pattern, _ count: Int) -> String {
    pattern.elements.reduce(into: "") { text, element in
      switch element {
      case .text(let piece): text += piece.value
      case .expression: text += element.variableName == "count" ? String(count) : "X"
      case .markup(let markup): text += markup.xmlTag ?? ""
      }
    }
  }

  /// The text with its placeholders in MessageFormat 2.
  private static func native(_ pattern: Pattern) -> String {
    pattern.elements.reduce(into: "") { text, element in
      if case .text(let piece) = element {
        text += piece.value
      } else {
        text += MessageFormat2.print(
          .pattern(PatternMessage(pattern: Pattern([element.withoutSource]))))
      }
    }
  }

  private func write(
    _ catalog: ExchangeCatalog, _ locale: LocaleIdentifier, _ folder: String
  ) throws -> JSONTree {
    let context = FormatContext(locale: locale, source: "en")
    let android = AndroidFolder.name(for: locale)
    #expect(mkdir(folder + "/" + android, 0o755) == 0)
    let names = [
      "android": android + "/strings.xml", "xliff": "\(locale.tag).2.xlf",
      "xliff12": "\(locale.tag).1.xlf", "fluent": "\(locale.tag).ftl",
      "stringsdict": "\(locale.tag).stringsdict", "rails": "\(locale.tag).yml",
    ]
    var members: [JSONTree.Member] = []
    for (format, name) in names.sorted(by: { $0.key < $1.key }) {
      let format = try #require(CatalogFormatList.named(format))
      let output = try #require(format.write?(catalog, context))
      #expect(output.findings.filter { $0.severity != .note } == [], "\(format.name)")
      try AtomicFile.write(output.bytes, to: folder + "/" + name)
      members.append(JSONTree.Member(format.name, .string(name)))
    }
    return .object(members)
  }

  private static func temporaryFolder() -> String? {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/langue-readers-XXXXXX").utf8CString)
    return template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
  }

  /// The status that a command of the shell ends with.
  private static func run(_ command: String) -> Int {
    let status = system(command)
    return Int((status >> 8) & 0xFF)
  }
}
