import Diagnostics
import FoundationEssentials
import MessageSyntax
import Testing

@Suite("Real and borrowed messages of ICU MessageFormat 1")
struct ICUMessageCorpusTests {
  /// Locale and key of a message.
  private struct Place: Hashable {
    var locale: String
    var key: String
  }

  @Test(
    "ICU's verdict on every message of a real catalogue is ours",
    .enabled(if: SharedData.root != nil))
  func mattermost() throws {
    let folder = "conformance/icu-72/messageformat1/mf1-mattermost__mattermost-mobile."
    let refused = Set(
      try SharedData.text(folder + "errors.tsv").split(separator: "\n").map { line in
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        return Place(locale: String(columns[0]), key: String(columns[1]))
      })
    var found: Set<Place> = []
    var count = 0
    for path in SharedData.files(
      below: "corpora/icu-mf1-json/mattermost__mattermost-mobile/assets/base/i18n")
    where path.hasSuffix(".json") {
      let locale = String(path.split(separator: "/").last?.dropLast(5) ?? "")
      let messages = try JSONDecoder().decode(
        [String: String].self, from: Data(try SharedData.bytes(path)))
      for (key, source) in messages {
        count += 1
        if let message = ICUMessageFormat.parse(source).message {
          checkRoundTrip(message, .icu)
        } else {
          found.insert(Place(locale: locale, key: key))
        }
      }
    }
    #expect(count > 10_000)
    #expect(refused.count == 36)
    #expect(found == refused)
  }

  @Test("ICU takes every message of Flutter's gallery", .enabled(if: SharedData.root != nil))
  func flutter() throws {
    var count = 0
    for path in SharedData.files(below: "corpora/arb") where path.hasSuffix(".arb") {
      let messages = try JSONDecoder().decode(
        [String: ARBValue].self, from: Data(try SharedData.bytes(path)))
      for (key, value) in messages where !key.hasPrefix("@") {
        guard let source = value.text else { continue }
        count += 1
        let result = ICUMessageFormat.parse(source)
        #expect(result.isValid, "\(path) \(key)")
        if let message = result.message { checkRoundTrip(message, .icu) }
      }
    }
    #expect(count > 10_000)
  }

  private struct ARBValue: Decodable {
    var text: String?

    init(from decoder: any Decoder) throws {
      text = try? decoder.singleValueContainer().decode(String.self)
    }
  }

  /// Where ours differs from FormatJS's own parser, and why.
  private static let differences = [
    "less_than_sign_1": "has no `other`, which FormatJS asks for only by an option",
    "quoted_pound_sign_2": "the quotation runs to the end and hides `other`",
  ]

  @Test("FormatJS's verdict on its own cases is ours", .enabled(if: SharedData.root != nil))
  func formatJS() throws {
    var count = 0
    for path in SharedData.files(below: "conformance/messageformat1/formatjs/integration-tests")
    where path.hasSuffix(".txt") {
      let name = String(path.split(separator: "/").last?.dropLast(4) ?? "")
      let lines = try SharedData.text(path).split(
        separator: "\n", omittingEmptySubsequences: false)
      let marks = lines.indices.filter { lines[$0] == "---" }
      guard marks.count == 2 else {
        Issue.record("\(name) has another form")
        continue
      }
      count += 1
      let source = lines[..<marks[0]].joined(separator: "\n")
      let options = lines[marks[0]..<marks[1]].joined()
      let accepts = lines[marks[1]...].contains { $0 == "  \"err\": null" }
      let dialect: ICUMessageFormat.Dialect = options.contains("ignoreTag") ? .icu : .formatJS
      let result = ICUMessageFormat.parse(source, dialect: dialect)
      let agrees = result.isValid == accepts
      #expect(agrees == (Self.differences[name] == nil), "\(name): \(source) \(result.diagnostics)")
      if let message = result.message { checkRoundTrip(message, dialect) }
    }
    #expect(count > 100)
  }
}
