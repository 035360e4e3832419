import StringCatalogs

/// The fingerprints of source messages that `langue check --fix` mends, before and after.
///
///     let renewed = RenewedSources(fixed, source: source)
///     let catalogs = try runner.fixes(polish, against: source, following: renewed)
///
/// What is mended without a guess at meaning changes nothing for translators. So translations that were up to
/// date follow the source: they get its new fingerprint. Those that were stale stay stale.
public struct RenewedSources: Sendable {
  private var fingerprints: [String: (before: Fingerprint, after: Fingerprint)] = [:]

  /// None at all.
  public init() {}

  /// - Parameter catalogs: The source's catalogues, mended.
  public init(_ catalogs: [FixedCatalog], source: CheckedSource) {
    for message in catalogs.flatMap(\.messages) {
      guard let place = source.catalogs.places[message.key] else { continue }
      var entry = source.catalogs[place]
      // A key that is there twice counts where it stands first.
      guard entry.valueSpan == message.valueSpan else { continue }
      let before = Fingerprint(of: entry)
      entry.text = message.text
      entry.parsed = entry.syntax.parse(message.text)
      let after = Fingerprint(of: entry)
      if before != after { fingerprints[message.key] = (before, after) }
    }
  }

  public var isEmpty: Bool { fingerprints.isEmpty }

  /// What a translation has to note as its source from now on; nil where nothing changes for it.
  func fingerprint(for translation: CatalogEntry) -> String? {
    guard let (before, after) = fingerprints[translation.key],
      translation.metadata.source.flatMap({ Fingerprint($0) }) == before
    else { return nil }
    return after.hexadecimal
  }
}
