import CatalogExchange
import StringCatalogs

/// A file that was read, with only those entries written anew that were touched.
struct OriginalFile {
  private let bytes: [UInt8]
  private let entries: [ExchangeEntry]

  /// nil where the catalogue was not read from a file.
  init?(_ catalog: ExchangeCatalog) {
    guard let bytes = catalog.original else { return nil }
    self.bytes = bytes
    entries = catalog.entries
  }

  /// The entries that are not as they were read, new ones among them.
  var touched: [ExchangeEntry] { entries.filter { !($0.origin?.isUntouched($0) ?? false) } }

  /// The file with touched entries in the places of the old ones, and new ones at its end.
  ///
  /// - Parameters:
  ///   - separator: What stands between an entry and one that is added.
  ///   - write: The text of an entry, which takes the whole of its old place; nil keeps what is there.
  func bytes(separator: String, _ write: (ExchangeEntry) -> String?) -> [UInt8] {
    var output: [UInt8] = []
    var offset = 0
    let known = touched.filter { $0.origin != nil }
      .sorted { $0.span.lowerBound < $1.span.lowerBound }
    for entry in known where entry.span.lowerBound >= offset {
      guard entry.span.upperBound <= bytes.count, let text = write(entry) else { continue }
      output += bytes[offset..<entry.span.lowerBound]
      output += text.utf8
      offset = entry.span.upperBound
    }
    output += bytes[offset...]
    for entry in touched where entry.origin == nil {
      guard let text = write(entry) else { continue }
      if let last = output.last, last != 0x0A { output.append(0x0A) }
      if !output.isEmpty { output += separator.utf8 }
      output += text.utf8
      output.append(0x0A)
    }
    return output
  }
}

extension ExchangeEntry {
  fileprivate var span: Range<Int> { origin?.span ?? 0..<0 }
}
