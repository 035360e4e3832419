import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import MessageSyntax
import StringCatalogs
import Testing

@testable import CatalogFormats

/// What came of reading and writing again many files.
struct RoundTripCount {
  var files = 0
  var messages = 0
  /// Messages whose text cannot be read; they are reported where they stand.
  var broken = 0
  /// Messages that the writer left out, with a finding.
  var notCarried = 0

  /// Prints a line that `Scripts/round-trips` puts into its table.
  func report(_ format: String) {
    print("round trip: \(format)\t\(files)\t\(messages)\t\(broken)\t\(notCarried)")
  }
}

/// The law of every format: import → export → import gives messages that mean the same, and the
/// second export has the same bytes as the first.
func checkRoundTrip(
  _ format: CatalogFormat, _ file: CatalogFile, _ context: FormatContext,
  _ count: inout RoundTripCount, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let write = try #require(format.write)
  var first = format.read(file, context)
  try checkUntouched(format, file, first, context, sourceLocation: sourceLocation)
  // Written anew, not copied.
  first.original = nil
  let exported = write(first, context)
  var second = format.read(CatalogFile(path: file.path, bytes: exported.bytes), context)
  second.original = nil
  let again = write(second, context)
  #expect(
    again.bytes == exported.bytes, "\(file.path): the second export differs",
    sourceLocation: sourceLocation)
  let left = Set(exported.findings.filter { $0.severity == .error }.compactMap(\.key))
  let expected = Meanings(first, without: left)
  let found = Meanings(second, without: [])
  if expected != found {
    for (key, meaning) in expected.messages where found.messages[key] != meaning {
      let before = first.entries.first { $0.key == key }?.translation?.text ?? "-"
      let after = second.entries.first { $0.key == key }?.translation?.text ?? "-"
      Issue.record(
        "\(file.path): \(key)\n\(before)\n\(after)", sourceLocation: sourceLocation)
      break
    }
    for key in found.messages.keys where expected.messages[key] == nil {
      Issue.record("\(file.path): \(key) is new", sourceLocation: sourceLocation)
      break
    }
  }
  count.files += 1
  count.messages += expected.count
  count.broken += first.entries.count { $0.translation.map { $0.message == nil } ?? false }
  count.notCarried += left.count
}

/// The second law: what nobody touched is written back byte for byte, and of two messages of which one
/// changes, the other keeps its bytes.
func checkUntouched(
  _ format: CatalogFormat, _ file: CatalogFile, _ catalog: ExchangeCatalog,
  _ context: FormatContext, sourceLocation: SourceLocation
) throws {
  guard let write = format.write, let original = catalog.original else { return }
  #expect(
    write(catalog, context).bytes == original, "\(file.path): untouched, but not the same",
    sourceLocation: sourceLocation)
  // One message in the middle gets another text.
  var changed = catalog
  let candidates = catalog.entries.indices.filter { index in
    if case .pattern? = catalog.entries[index].translation?.message { true } else { false }
  }
  guard !candidates.isEmpty else { return }
  let index = candidates[candidates.count / 2]
  let key = catalog.entries[index].key
  let span = try #require(catalog.entries[index].origin).span
  changed.entries[index].translation = ExchangeMessage(
    .pattern(PatternMessage(pattern: Pattern([.text(Text("Zmieniono \u{201E}to\u{201D}"))]))))
  let bytes = write(changed, context).bytes
  let rest = original.count - span.upperBound
  #expect(
    bytes.prefix(span.lowerBound) == original.prefix(span.lowerBound)
      && bytes.suffix(rest) == original.suffix(rest),
    "\(file.path): \(key) changed more than itself", sourceLocation: sourceLocation)
  let again = format.read(CatalogFile(path: file.path, bytes: bytes), context)
  #expect(
    again.entries.map(\.key) == catalog.entries.map(\.key), sourceLocation: sourceLocation)
  for (before, after) in zip(catalog.entries, again.entries) {
    let expected = before.key == key ? "Zmieniono \u{201E}to\u{201D}" : before.translation?.text
    #expect(after.translation?.text == expected, sourceLocation: sourceLocation)
  }
}

/// What the messages of a file mean, by key.
private struct Meanings: Equatable {
  var messages: [String: [String]] = [:]
  var count = 0

  init(_ catalog: ExchangeCatalog, without left: Set<String>) {
    for entry in catalog.entries where !left.contains(entry.key) {
      let texts = [entry.source, entry.translation].map { message in
        message.map { $0.message.map { Fingerprint(of: $0).hexadecimal } ?? "?" + $0.text } ?? ""
      }
      let state = entry.metadata.state.map { "\($0)" } ?? ""
      let description = entry.metadata.description ?? ""
      messages[entry.key] = texts + [state, description]
      count += entry.translation == nil ? 0 : 1
    }
  }

  static func == (left: Self, right: Self) -> Bool { left.messages == right.messages }
}

/// Reads every file of a corpus and checks the law on it.
func checkCorpus(
  _ corpus: String, _ format: CatalogFormat, endings: [String]? = nil,
  locale: (String) -> LocaleIdentifier? = { _ in nil }, source: LocaleIdentifier = "en",
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> RoundTripCount {
  var count = RoundTripCount()
  for path in try Corpora.files(corpus, endings ?? format.fileEndings) {
    let file = CatalogFile(path: path, bytes: try FileContents.read(path))
    let context = FormatContext(locale: locale(path) ?? "en", source: source)
    try checkRoundTrip(format, file, context, &count, sourceLocation: sourceLocation)
  }
  count.report(format.name)
  return count
}

/// The locale that a component of a path names, without a prefix (`intl_` of `intl_pt_BR.arb`).
func localeName(_ path: String, after prefix: String = "") -> LocaleIdentifier? {
  let name = path.split(separator: "/").last?.split(separator: ".").first ?? ""
  return LocaleIdentifier(String(name.dropFirst(prefix.count)).replacing("_", with: "-"))
}

/// The text of a message's place in the file, for tests of positions.
func fileText(_ file: CatalogFile, _ span: Range<Int>) -> String {
  String(decoding: file.bytes[span.clamped(to: file.bytes.indices)], as: UTF8.self)
}

func catalogFile(_ name: String, _ text: String) -> CatalogFile {
  CatalogFile(path: name, bytes: Array(text.utf8))
}
