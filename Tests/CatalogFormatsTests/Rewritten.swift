import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import StringCatalogs
import Testing

@testable import CatalogFormats

/// The laws of a format that writes changed messages into the file as it stands: a file that is written
/// back unchanged has the same bytes, and its messages written into a new file mean the same there.
///
/// - Parameter isNew: Whether the second law is tried as well.
func checkRewriting(
  _ format: CatalogFormat, _ file: CatalogFile, _ context: FormatContext,
  _ count: inout RoundTripCount, isNew: Bool = true,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try checkRoundTrip(format, file, context, &count, sourceLocation: sourceLocation)
  let write = try #require(format.write)
  let catalog = format.read(file, context)
  let same = write(catalog, context)
  #expect(
    same.bytes == file.bytes, "\(file.path) is not written back as it was",
    sourceLocation: sourceLocation)
  guard isNew else { return }
  var bare = catalog
  bare.header.removeAll { $0.name == "document" }
  let output = write(bare, context)
  let left = Set(output.findings.filter { $0.severity != .note }.compactMap(\.key))
  let again = format.read(CatalogFile(path: file.path, bytes: output.bytes), context)
  #expect(
    again.findings.filter { $0.severity == .error } == [], "\(file.path)",
    sourceLocation: sourceLocation)
  var found: [String: ExchangeEntry] = [:]
  for entry in again.entries { found[entry.key] = entry }
  count.notCarried += left.count
  for entry in catalog.entries where !left.contains(entry.key) {
    guard let expected = entry.translation?.message else { continue }
    let message = found[entry.key]?.translation?.message
    if message.map({ Fingerprint(of: $0) }) != Fingerprint(of: expected) {
      Issue.record(
        """
        \(file.path): \(entry.key) in a new file
        \(entry.translation?.text ?? "-")
        \(found[entry.key]?.translation?.text ?? "-")
        """, sourceLocation: sourceLocation)
      return
    }
  }
}

/// Reads every file of a corpus and checks the laws on it.
func checkRewritingCorpus(
  _ corpus: String, _ format: CatalogFormat, endings: [String]? = nil,
  locale: (String) -> LocaleIdentifier? = { _ in nil },
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> RoundTripCount {
  var count = RoundTripCount()
  for path in try Corpora.files(corpus, endings ?? format.fileEndings) {
    let file = CatalogFile(path: path, bytes: try FileContents.read(path))
    let context = FormatContext(locale: locale(path) ?? "en", source: "en")
    try checkRewriting(format, file, context, &count, sourceLocation: sourceLocation)
  }
  count.report(format.name)
  return count
}
