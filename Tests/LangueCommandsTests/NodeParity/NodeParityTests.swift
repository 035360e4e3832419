import LocaleIdentifiers
import LocaleServices
import MessageFormat
import MessageSyntax
import StringCatalogs
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What exported modules say in Node, held against this library's own run time.
///
/// `LANGUE_NODE` names another node. Where its ICU is the one that the library uses, nothing may
/// differ; where it is another, only what the list of its CLDR version names.
@Suite struct NodeParityTests {
  static let node: Executable? = {
    if let path = getenv("LANGUE_NODE") { return Executable(path: String(cString: path)) }
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    let paths = folders.split(separator: ":").map { "\($0)/node" as String }
    return paths.first { access($0, X_OK) == 0 }.map { Executable(path: $0) }
  }()

  private static let runsSlowTests = getenv("LANGUE_SLOW_TESTS") != nil

  /// What a quick run looks at: a language of each kind of digits, direction and plural rules.
  private static let quickLocales = ["ar", "bn", "cy", "de", "fr", "hi", "ja", "lv", "pl", "th"]

  @Test(.enabled(if: node != nil, "there is no node on the PATH"))
  func `generated messages of all functions read in Node as they do here`() throws {
    let site = try TemporaryFolder()
    let manifest = try #require(TemporaryFolder.read("\(Repository.folder)/Locales/site.json"))
    try site.write(manifest, to: "Locales/site.json")
    let members = ParityMessages.all.map { JSONTree.Member($0.key, .string($0.message)) }
    let catalog = JSONTree.object(members).text(.compact)
    let locales = Self.locales(of: manifest)
    for locale in locales { try site.write(catalog, to: "Strings/\(locale)/page.json") }

    var cases: [JSONTree] = []
    for locale in locales where Self.runsSlowTests || Self.quickLocales.contains(locale) {
      let context = MessageFormatContext(locale: try #require(LocaleIdentifier(locale)))
      for item in ParityMessages.all {
        let message = try #require(MessageFormat2.parse(item.message).message, "\(item.key)")
        let formatter = try MessageFormatter(message, context: context)
        for arguments in item.arguments where !Self.isLeftToICU(arguments, in: locale) {
          cases.append(
            [
              .string(locale), .string(item.key), Self.json(arguments),
              .string(formatter.format(arguments)),
            ])
        }
      }
    }
    try compare(cases, of: site, folder: site.path)
  }

  @Test(.enabled(if: node != nil, "there is no node on the PATH"))
  func `the texts of this repository's own site read in Node as they do here`() throws {
    let output = try TemporaryFolder()
    let manifest = try #require(TemporaryFolder.read("\(Repository.folder)/Locales/site.json"))
    var cases: [JSONTree] = []
    for locale in Self.locales(of: manifest) {
      let identifier = try #require(LocaleIdentifier(locale))
      let context = MessageFormatContext(locale: identifier)
      for file in ["article", "chrome"] {
        let path = "\(Repository.folder)/Strings/\(locale)/\(file).json"
        let text = try #require(TemporaryFolder.read(path))
        let catalog = CatalogReader.json.read(
          CatalogFile(path: path, bytes: Array(text.utf8)), identifier)
        for entry in catalog.entries {
          let message = try #require(entry.parsed.message, "\(locale) \(entry.key)")
          let formatter = try MessageFormatter(message, context: context)
          for number in [0, 1, 2, 3, 5, 21, 100, 1_000_000] {
            let arguments = Self.arguments(of: message, number: number)
            cases.append(
              [
                .string(locale), .string(entry.key), Self.json(arguments),
                .string(formatter.format(arguments)),
              ])
            if arguments.isEmpty { break }
          }
        }
      }
    }
    try compare(cases, of: output, folder: Repository.folder)
  }

  private func compare(_ cases: [JSONTree], of work: TemporaryFolder, folder: String) throws {
    let node = try #require(Self.node)
    let export = try Executable.langue.run(
      ["export", "--format", "esm", "--output", "\(work.path)/modules"], in: folder)
    #expect(export.status == 0, "\(export.errors)")
    try work.write(JSONTree.array(cases).text(.compact), to: "cases.json")
    let driver = "\(Repository.folder)/Tests/LangueCommandsTests/NodeParity/compare.mjs"
    let libraries = getenv("LANGUE_NODE_LIBRARIES").map { String(cString: $0) } ?? ""
    let options = getenv("LANGUE_NODE_OPTIONS").map { String(cString: $0) } ?? ""
    // A module by its ending, whatever package.json says.
    try work.write("{ \"type\": \"module\" }", to: "package.json")
    let run = try node.run(
      options.split(separator: " ").map(String.init)
        + [driver, "\(work.path)/cases.json", "\(work.path)/modules"],
      environment: ["LD_LIBRARY_PATH": libraries])
    #expect(run.status == 0, "\(run.errors)")
    let report = try JSONDocument(parsing: Array(run.output.utf8)).root
    let icu = report.member("icu")?.string ?? "?"
    let cldr = report.member("cldr")?.string ?? "?"
    #expect(report.member("count")?.integer == cases.count)
    let different =
      report.member("different").map { list in
        list.elements.map { row in row.elements.map { $0.string ?? "" } }
      } ?? []
    let listed =
      icu == ICUVersion.icu || icu.hasPrefix(ICUVersion.icu + ".")
      ? [] : try listedDifferences(cldr: cldr)
    // V8 itself writes every narrow space of a date as a plain one, whatever CLDR says.
    let spaced = different.filter { $0[3].replacing("\u{202F}", with: " ") != $0[4] }
    let unexplained = spaced.filter { !listed.contains("\($0[0])\t\($0[1])") }
    print(
      "\(cases.count) texts beside Node's ICU \(icu) (CLDR \(cldr)): \(different.count) differ,",
      "\(different.count - spaced.count) of them in V8's spaces alone;",
      "\(unexplained.count) have no reason")
    for row in unexplained.prefix(20) {
      Issue.record("\(row[0]) \(row[1]) \(row[2]): here \(row[3]), in Node \(row[4])")
    }
    if let file = getenv("LANGUE_NODE_DIFFERENCES") {
      let rows = spaced.map { $0.joined(separator: "\t") + "\n" }.joined()
      try TemporaryFolder.write(Array(rows.utf8), to: String(cString: file))
    }
  }

  /// The locales and keys that another CLDR version writes otherwise.
  private func listedDifferences(cldr: String) throws -> Set<String> {
    let version = cldr.prefix { $0 != "." }
    let path = "\(Repository.folder)/Tests/LangueCommandsTests/NodeParity/cldr-\(version).tsv"
    let text = try #require(
      TemporaryFolder.read(path), "no list says what CLDR \(version) writes otherwise")
    return Set(
      text.split(separator: "\n").map { row in
        row.split(separator: "\t").prefix(2).joined(separator: "\t")
      })
  }

  private static func locales(of manifest: String) -> [String] {
    let root = try? JSONDocument(parsing: Array(manifest.utf8)).root
    let locales = root?.member("entries")?.elements.compactMap { $0.member("locale")?.string } ?? []
    return Set(locales).sorted()
  }

  /// Arguments of the kinds that a message's functions ask for.
  private static func arguments(of message: Message, number: Int) -> [String: Argument] {
    var arguments: [String: Argument] = [:]
    for variable in message.externalVariables {
      let names = variable.functionNames
      if names.contains(where: { ["date", "time", "datetime"].contains($0) }) {
        arguments[variable.name] = "2026-11-22"
      } else if names.contains("icu:list") {
        arguments[variable.name] = ["a", "b", "c"]
      } else {
        arguments[variable.name] = names.isEmpty ? "x" : .integer(number)
      }
    }
    return arguments
  }

  /// Thai dates count Buddhist years, which the run time leaves to ICU; and ICU moves a time that clocks
  /// skip, where everything else shows it as it was given.
  private static func isLeftToICU(_ arguments: [String: Argument], in locale: String) -> Bool {
    locale == "th" && arguments["n"] == "2026-03-29T02:30:00[Europe/Paris]"
  }

  private static func json(_ arguments: [String: Argument]) -> JSONTree {
    .object(
      arguments.sorted { $0.key < $1.key }.map { JSONTree.Member($0.key, json($0.value)) })
  }

  private static func json(_ argument: Argument) -> JSONTree {
    switch argument {
    case .string(let text): .string(text)
    case .decimal(let text): .string(text)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .boolean(let value): .boolean(value)
    case .list(let items): .array(items.map { .string($0) })
    case .date(let date):
      [
        "$date": .integer(
          ParityMessages.instants.first { DateValue(epochMilliseconds: Int64($0)) == date } ?? 0)
      ]
    }
  }
}
