import CatalogExchange
import Diagnostics
import MessageSyntax
import StringCatalogs

/// Writes formats that have one text for a key, on a line of its own, and comments in front of it.
struct SingleTextWriter {
  let format: String
  /// What to do with a message that has variants.
  let help: String
  let dialect: (Pattern) -> any PlaceholderDialect
  /// The comments of an entry, as the file has them.
  let comment: ([String]) -> [String]
  let line: (_ key: String, _ text: String) -> String

  /// The file in UTF-8: as it was read, but for what was touched, or a new one.
  func write(_ catalog: ExchangeCatalog, _ context: FormatContext) -> FormatOutput {
    var log = WritingLog(format, context.locale)
    if let original = OriginalFile(catalog) {
      let bytes = original.bytes(separator: "") {
        lines(of: $0, &log)?.joined(separator: "\n")
      }
      return FormatOutput(bytes: bytes, findings: log.findings)
    }
    var all: [String] = []
    for entry in catalog.entries {
      guard let own = lines(of: entry, &log) else { continue }
      if own.count > 1, !all.isEmpty { all.append("") }
      all += own
    }
    if let text = catalog.headerValue(EntryComments.last) { all += comment(Self.lines(text)) }
    log.reportLost(catalog.entries, carries: [.description])
    let text = all.isEmpty ? "" : all.joined(separator: "\n") + "\n"
    return FormatOutput(bytes: Array(text.utf8), findings: log.findings)
  }

  private func lines(of entry: ExchangeEntry, _ log: inout WritingLog) -> [String]? {
    guard let translation = entry.translation else { return nil }
    guard let message = translation.message else {
      log.take(translation.parsed.diagnostics, of: entry.key)
      return nil
    }
    guard case .pattern(let pattern) = DeclarationResolver.resolved(message) else {
      log.leaveOut(entry.key, "it has plural forms or other variants", help: help)
      return nil
    }
    var writer = PlaceholderWriter(
      dialect(pattern.pattern), numberedBy: entry.source?.message)
    let text = writer.text(of: pattern.pattern)
    let remarks = Self.lines(entry.metadata.description ?? "") + writer.notes.lines
    return (remarks.isEmpty ? [] : comment(remarks)) + [line(entry.key, text)]
  }

  private static func lines(_ text: String) -> [String] {
    text.isEmpty
      ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
