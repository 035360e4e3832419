import FoundationEssentials
import LocaleIdentifiers
import MessageFormat
import MessageSyntax
import Testing

/// What ICU 72 printed for the messages of real catalogs.
@Suite(.enabled(if: SharedData.root != nil, SharedData.whySkipped))
struct ICUGoldenTests {
  @Test func `the messages of a real app are formatted as ICU 72 did`() throws {
    let folder = "corpora/icu-mf1-json/mattermost__mattermost-mobile/assets/base/i18n"
    let compared = try check(
      "mf1-mattermost__mattermost-mobile.golden.tsv",
      catalogs: SharedData.files(below: folder).filter { $0.hasSuffix(".json") }
    ) { path in
      String(path.dropFirst(folder.count + 1).dropLast(".json".count))
    }
    #expect(compared == 9170)
  }

  @Test func `the messages of ARB files are formatted as ICU 72 did`() throws {
    let compared = try check(
      "mf1-arb.golden.tsv",
      catalogs: SharedData.files(below: "corpora/arb").filter { $0.hasSuffix(".arb") }
    ) { path in
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      return String(name.dropFirst("intl_".count).dropLast(".arb".count))
    }
    // The rest of the table is of catalogs that are not among the corpora.
    #expect(compared == 7600)
  }

  /// The number of rows that were compared.
  private func check(
    _ table: String, catalogs: [String], locale: (String) -> String
  ) throws -> Int {
    var messages: [String: [String: String]] = [:]
    for path in catalogs {
      let file = try JSONDecoder().decode([String: JSONValue].self, from: SharedData.data(path))
      let tag = locale(path).replacing("_", with: "-")
      messages[tag, default: [:]].merge(file.compactMapValues(\.string)) { first, _ in first }
    }
    var contexts: [String: MessageFormatContext] = [:]
    var compared = 0
    var different: [String] = []
    for row in try SharedData.text("conformance/icu-72/messageformat1/" + table)
      .split(separator: "\n")
    {
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard let source = messages[fields[0]]?[fields[1]] else { continue }
      let message = try #require(ICUMessageFormat.parse(source).message, "\(source)")
      let identifier = try #require(LocaleIdentifier(fields[0]))
      let context = contexts[fields[0]] ?? MessageFormatContext(locale: identifier)
      contexts[fields[0]] = context
      let number: Argument =
        try Int(fields[2]).map { .integer($0) } ?? .number(#require(Double(fields[2])))
      let text = ICUMessageFormatter(message, context: context).format(
        message.arguments(number: number))
      let expected = fields[3...].joined(separator: "\t")
      let shown = text.replacing("\n", with: "\\n").replacing("\t", with: "\\t")
      if shown != expected {
        different.append("\(fields[0]) \(fields[1]) \(fields[2]): \(shown) is not \(expected)")
      }
      compared += 1
    }
    #expect(different.isEmpty, "\(different.count): \(different.prefix(12))")
    return compared
  }
}

extension ICUMessage {
  /// The arguments of the golden tables: every number the same, texts "X", selections "other".
  fileprivate func arguments(number: Argument) -> [String: Argument] {
    var arguments: [String: Argument] = [:]
    collect(number, into: &arguments)
    return arguments
  }

  private func collect(_ number: Argument, into arguments: inout [String: Argument]) {
    for element in elements {
      switch element {
      case .text, .number: break
      case .tag(let tag): tag.content?.collect(number, into: &arguments)
      case .argument(let argument):
        switch argument.kind {
        case .plain: if arguments[argument.name] == nil { arguments[argument.name] = "X" }
        case .select(let branches):
          arguments[argument.name] = "other"
          for branch in branches { branch.message.collect(number, into: &arguments) }
        case .plural(let plural):
          arguments[argument.name] = number
          for branch in plural.branches { branch.message.collect(number, into: &arguments) }
        case .choice(let branches):
          arguments[argument.name] = number
          for branch in branches { branch.message.collect(number, into: &arguments) }
        case .number, .date, .time, .spellout, .ordinal, .duration:
          arguments[argument.name] = number
        }
      }
    }
  }
}
