public import Diagnostics

/// Notes in translations which source they were made from: today's.
///
///     let stamped = try CatalogStamp(source: french).stamped(catalog)
///     stamped?.keys  // those that were stamped
///
/// From then on a translation counts as stale once its source changes its meaning. Only translated
/// messages without a fingerprint get one, and nothing else in the file changes, byte for byte.
public struct CatalogStamp: Sendable {
  private let source: LocaleCatalogs

  public init(source: LocaleCatalogs) {
    self.source = source
  }

  /// The catalogue's file with what was missing, or nil where nothing was.
  ///
  /// - Throws: The fault of a catalogue that is not JSON.
  public func stamped(
    _ catalog: Catalog
  ) throws(Diagnostic) -> (file: CatalogFile, keys: [String])? {
    let document = try JSONDocument(parsing: catalog.file.bytes)
    let places = CatalogPlaces(document.root)
    var editor = JSONEditor(document)
    var keys: [String] = []
    for entry in catalog.entries where entry.metadata.source == nil {
      guard let original = source[entry.key], let message = places.messages[entry.key],
        TranslationStatus(of: entry, source: original).kind == .translated
      else { continue }
      let mark = JSONTree.Member("source", .string(original.fingerprint))
      if let metadata = places.metadata[entry.key]?.value {
        // What stands there and is no fingerprint is a fault that somebody has to look at.
        guard metadata.kind == .object, metadata.member("source") == nil else { continue }
        editor.append([mark], to: metadata)
      } else {
        editor.insert([.init("@\(message.key.string ?? "")", .object([mark]))], behind: message)
      }
      keys.append(entry.key)
    }
    guard !keys.isEmpty else { return nil }
    return (CatalogFile(path: catalog.file.path, bytes: try editor.finish()), keys)
  }
}
