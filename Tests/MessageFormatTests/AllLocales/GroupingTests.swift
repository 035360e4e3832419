import FoundationEssentials
import LocaleIdentifiers
import LocaleServices
import MessageFormat
import MessageSyntax
import Testing

/// `useGrouping` and plural categories, held to CLDR's own data for each language.
@Suite(.enabled(if: SharedData.root != nil, SharedData.whySkipped))
struct GroupingTests {
  /// What CLDR says of a language's groups: how many digits the first and the others have, and from
  /// how many digits in front of the first on they are written.
  private struct Groups: Decodable {
    var first = 3
    var others = 3
    var minimum = 1

    init(_ locale: LocaleIdentifier) throws {
      let folder = "conformance/cldr-json-42/cldr-json/cldr-numbers-full/main/"
      let tag = locale.tag == "en-US" ? "en" : locale.tag
      let file = try JSONDecoder().decode(
        File.self, from: try SharedData.data(folder + tag + "/numbers.json"))
      let numbers = try #require(file.main[tag]?.numbers)
      minimum = try #require(Int(numbers.minimumGroupingDigits))
      let whole = numbers.formats.standard.prefix { $0 != "." && $0 != ";" }
      let groups = whole.split(separator: ",")
      first = groups.last?.count ?? 3
      others = groups.count > 2 ? groups[groups.count - 2].count : first
    }

    private struct File: Decodable { var main: [String: Locale] }
    private struct Locale: Decodable { var numbers: Numbers }
    private struct Formats: Decodable { var standard: String }
    private struct Numbers: Decodable {
      var minimumGroupingDigits: String
      var formats: Formats

      enum CodingKeys: String, CodingKey {
        case minimumGroupingDigits
        case formats = "decimalFormats-numberSystem-latn"
      }
    }

    func count(digits: Int, minimum: Int) -> Int {
      digits < first + minimum ? 0 : 1 + (digits - first - 1) / others
    }
  }

  @Test(arguments: ICUOracleTests.locales)
  func `digits are grouped as CLDR says, or as asked`(locale: LocaleIdentifier) throws {
    let context = MessageFormatContext(locale: locale)
    let groups = try Groups(locale)
    for number in [999, 1_234, 12_345, 123_456, 12_345_678, 1_234_567_890] {
      let digits = String(number).utf8.count
      let expected = [
        "auto": groups.count(digits: digits, minimum: groups.minimum),
        "always": groups.count(digits: digits, minimum: 1),
        "min2": groups.count(digits: digits, minimum: max(2, groups.minimum)), "never": 0,
      ]
      for (option, count) in expected {
        let result = try shown("{$n :number useGrouping=\(option)}", .integer(number), context)
        #expect(result.groups == count, "\(locale) \(number) \(option): \(result.text)")
      }
      let plain = try shown("{$n :number}", .integer(number), context)
      #expect(plain.groups == expected["auto"], "\(locale) \(number): \(plain.text)")
    }
  }

  @Test func `variants are chosen by the categories of CLDR's samples`() throws {
    var contexts: [String: [MessageFormatContext]] = [:]
    for locale in ICUOracleTests.locales {
      // Portuguese of Brazil, the languages without script and region.
      let language = locale.tag.split(separator: "-").first.map(String.init) ?? ""
      contexts[language, default: []].append(MessageFormatContext(locale: locale))
    }
    var formatters: [String: MessageFormatter] = [:]
    var compared = 0
    for line in try SharedData.text("conformance/cldr-42/plural-samples.tsv").split(separator: "\n")
    {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count >= 4, !fields[3].contains("c"), let own = contexts[fields[1]] else {
        continue
      }
      let digits = fields[3].split(separator: ".").dropFirst().first?.utf8.count ?? 0
      let select = fields[0] == "ordinal" ? "ordinal" : "plural"
      for context in own {
        let key = "\(context.locale.tag) \(select) \(digits)"
        let formatter: MessageFormatter
        if let known = formatters[key] {
          formatter = known
        } else {
          let variants = ["zero", "one", "two", "few", "many"].map { "\($0) {{\($0)}}" }
          let source =
            ".input {$n :number select=\(select) minimumFractionDigits=\(digits)} .match $n "
            + variants.joined(separator: " ") + " * {{other}}"
          formatter = try MessageFormatter(
            try #require(MessageFormat2.parse(source).message), context: context)
          formatters[key] = formatter
        }
        #expect(formatter.format(["n": .decimal(fields[3])]) == fields[2], "\(key) \(fields[3])")
        compared += 1
      }
    }
    #expect(compared > 3_000)
  }

  @Test(arguments: ICUOracleTests.locales)
  func `with exact selection no category is looked at`(locale: LocaleIdentifier) throws {
    let context = MessageFormatContext(locale: locale)
    let source =
      ".input {$n :number select=exact} .match $n 1 {{one}} zero {{c}} one {{c}} two {{c}} few {{c}}"
      + " many {{c}} other {{c}} * {{else}}"
    let formatter = try MessageFormatter(
      try #require(MessageFormat2.parse(source).message), context: context)
    for number in [0, 1, 2, 3, 5, 11, 21, 1_000_000] {
      #expect(formatter.format(["n": .integer(number)]) == (number == 1 ? "one" : "else"))
    }
  }
}
