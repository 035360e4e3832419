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

  /// A catalogue of the site's own, ready to be written in another format.
  ///
  ///     let polish = ExchangeCatalog(of: catalog, source: frenchCatalogs)
  public init(of catalog: Catalog, source: LocaleCatalogs) {
    self.init(locale: catalog.locale, sourceLocale: source.locale)
    for entry in catalog.entries {
      var exchanged = ExchangeEntry(
        key: entry.key, translation: ExchangeMessage(entry), metadata: entry.metadata)
      let original: CatalogEntry? = source[entry.key]
      if let original {
        exchanged.source = ExchangeMessage(original)
        if exchanged.metadata.description == nil {
          exchanged.metadata.description = original.metadata.description
        }
        if exchanged.metadata.maxLength == nil {
          exchanged.metadata.maxLength = original.metadata.maxLength
        }
      }
      entries.append(exchanged)
    }
  }

  /// What the file says under a name.
  public func headerValue(_ name: String) -> String? { header.first { $0.name == name }?.value }

  /// The file as a catalogue that checks and coverage work on.
  ///
  /// Where it is read as the source language, source texts count; else translations, and what has
  /// none is missing.
  public func catalog(of file: CatalogFile, as locale: LocaleIdentifier) -> Catalog {
    var catalog = Catalog(
      locale: locale, name: file.catalogName, file: file, entries: [], findings: findings)
    let isSource = locale == sourceLocale
    for entry in entries {
      guard let message = isSource ? entry.source ?? entry.translation : entry.translation
      else { continue }
      catalog.entries.append(
        CatalogEntry(
          key: entry.key, keySpan: entry.keySpan, text: message.text, valueSpan: message.valueSpan,
          offsets: message.offsets, syntax: message.syntax, parsed: message.parsed,
          metadata: entry.metadata))
    }
    return catalog
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
