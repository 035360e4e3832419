public import Diagnostics
public import LocaleIdentifiers
import MessageSyntax
public import StringCatalogs

/// A whole file of some exchange format: what was read from it, or what is to be written to one.
public struct ExchangeCatalog: Sendable {
  /// The language of the translations.
  public var locale: LocaleIdentifier
  /// The language of the source texts, where the format carries them.
  public var sourceLocale: LocaleIdentifier
  /// What the file says about itself, in its order.
  public var header: [ExchangeDetail]
  public var entries: [ExchangeEntry]
  public var findings: [Finding]
  /// The file that this was read from; a writer keeps what was not touched in it. Without it the file
  /// is written anew, in one layout.
  public var original: [UInt8]?
  /// The file in UTF-8 where it was in another encoding; all places are places in it.
  public var text: [UInt8]?

  public init(
    locale: LocaleIdentifier, sourceLocale: LocaleIdentifier, header: [ExchangeDetail] = [],
    entries: [ExchangeEntry] = [], findings: [Finding] = []
  ) {
    self.locale = locale
    self.sourceLocale = sourceLocale
    self.header = header
    self.entries = entries
    self.findings = findings
  }

  /// A locale of the site as a translator gets it: every message of the source in its order, with what
  /// there is of a translation. One whose source changed since is `initial` again.
  ///
  ///     let polish = ExchangeCatalog(of: polishCatalogs, source: frenchCatalogs)
  ///
  /// Each entry bears the fingerprints of today's source and of today's translation, so that a merge
  /// knows what was changed meanwhile. Of the source itself the messages are the translations.
  public init(of locale: LocaleCatalogs, source: LocaleCatalogs) {
    self.init(locale: locale.locale, sourceLocale: source.locale)
    let isSource = locale.locale == source.locale
    for original in source.entries {
      var entry = ExchangeEntry(
        key: original.key, source: ExchangeMessage(original), metadata: original.metadata)
      if isSource {
        entry.translation = entry.source
      } else {
        entry.metadata.state = nil
        entry.metadata.source = original.fingerprint
        if let own = locale[original.key] { Self.add(own, of: original, to: &entry) }
      }
      entries.append(entry)
    }
  }

  private static func add(
    _ own: CatalogEntry, of original: CatalogEntry, to entry: inout ExchangeEntry
  ) {
    entry.translation = ExchangeMessage(own)
    entry.exported = own.fingerprint
    entry.metadata.state = own.isStale(comparedWith: original) ? .initial : own.metadata.state
    entry.metadata.description = own.metadata.description ?? entry.metadata.description
    entry.metadata.maxLength = own.metadata.maxLength ?? entry.metadata.maxLength
  }

  /// What the file says under a name.
  public func headerValue(_ name: String) -> String? { header.first { $0.name == name }?.value }

  /// The file as a catalogue that checks and coverage work on.
  ///
  /// Where it is read as the source language, source texts count; else translations, and what has
  /// none is missing.
  public func catalog(of file: CatalogFile, as locale: LocaleIdentifier) -> Catalog {
    let text = text.map { CatalogFile(path: file.path, bytes: $0, stored: file.bytes) }
    let isSource = locale == sourceLocale
    let messages = entries.compactMap { entry -> CatalogEntry? in
      guard let message = isSource ? entry.source ?? entry.translation : entry.translation
      else { return nil }
      return CatalogEntry(
        key: entry.key, keySpan: entry.keySpan, text: message.text, valueSpan: message.valueSpan,
        offsets: message.offsets, syntax: message.syntax, parsed: message.known,
        metadata: entry.metadata)
    }
    return Catalog(
      locale: locale, name: file.catalogName, file: text ?? file, entries: messages,
      findings: findings)
  }
}

extension ExchangeMessage {
  /// A catalogue's message. Its meaning is made where the catalogue has only its text.
  public init(_ entry: CatalogEntry) {
    let parsed =
      entry.parsed.message == nil && entry.syntax == .icu
      ? ICUText.parse(entry.text, dialect: .icu) : entry.parsed
    self.init(
      text: entry.text, syntax: entry.syntax, parsed: parsed, valueSpan: entry.valueSpan,
      offsets: entry.offsets)
  }
}
