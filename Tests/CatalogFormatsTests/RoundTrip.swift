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
}

/// The law of every format: import → export → import gives messages that mean the same, and the
/// second export has the same bytes as the first.
func checkRoundTrip(
  _ format: CatalogFormat, _ file: CatalogFile, _ context: FormatContext,
  _ count: inout RoundTripCount, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let write = try #require(format.write)
  let first = format.read(file, context)
  let exported = write(first, context)
  let second = format.read(CatalogFile(path: file.path, bytes: exported.bytes), context)
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
  print("\(format.name): \(count)")
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
