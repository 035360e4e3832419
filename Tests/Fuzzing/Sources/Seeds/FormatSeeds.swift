import CatalogExchange
import CatalogFormats
import LocaleIdentifiers
import StringCatalogs

/// Small files of a format, made of a few messages of larger ones each.
struct FormatSeeds {
  /// The most that the reader is given at once.
  private static let longest = 2_048

  let format: CatalogFormat
  let folder: String
  private(set) var count = 0

  init(format: CatalogFormat, folder: String) {
    self.format = format
    self.folder = folder
  }

  /// Takes some messages of a file, of whatever format its name says.
  mutating func add(_ path: String) {
    guard let bytes = try? FileContents.read(path) else { return }
    let file = CatalogFile(path: path, bytes: bytes)
    let own = CatalogFormatList.formats(ofFile: path)
    if own.contains(where: { $0.name == format.name }), bytes.count <= Self.longest { write(bytes) }
    guard let reader = own.first(where: { $0.resembles?(file) ?? true }) else { return }
    let context = FormatContext(locale: "pl", source: "en")
    var catalog = reader.read(file, context)
    catalog.header.removeAll { $0.name == "document" }
    catalog.original = nil
    // Every reader's messages are of use, but a thousand like ones are not.
    for start in stride(from: 0, to: min(catalog.entries.count, 60), by: 20) {
      var part = catalog
      part.entries = Array(catalog.entries[start..<min(start + 3, catalog.entries.count)])
      if format.carriesSource {
        for index in part.entries.indices where part.entries[index].source == nil {
          part.entries[index].source = part.entries[index].translation
        }
      }
      if let written = format.write?(part, context).bytes, written.count <= Self.longest {
        write(written)
      }
    }
  }

  private mutating func write(_ bytes: [UInt8]) {
    if Seeds.write(bytes, to: "\(folder)/\(count)") { count += 1 }
  }
}
