public import CatalogExchange
import LocaleIdentifiers
import StringCatalogs

/// What other libraries load at run time, one file or a few for each locale.
public enum RuntimeExportList {
  public static let all: [RuntimeExport] = [
    .formatJS, .i18next, .icuResources, .gettextMO, .appleStrings, .javaBundles,
  ]
}

extension RuntimeExport {
  /// `<locale>.json` for FormatJS's `createIntl`.
  static let formatJS = RuntimeExport(
    name: "formatjs", title: "JSON of ICU messages for FormatJS"
  ) { texts in
    written(by: .icuJSON, texts, to: "\(texts.locale.tag).json")
  }

  /// `<locale>/translation.json`, where i18next's backends look.
  static let i18next = RuntimeExport(
    name: "i18next", title: "JSON for i18next, version 4"
  ) { texts in
    written(by: .i18next, texts, to: "\(texts.locale.tag)/translation.json")
  }

  private static func written(
    by format: CatalogFormat, _ texts: LocaleTexts, to path: String
  ) -> ExportedTexts {
    let context = FormatContext(locale: texts.locale, source: texts.source.locale)
    guard let output = format.write?(texts.exchanged, context) else { return ExportedTexts() }
    return ExportedTexts(files: [path: output.bytes], findings: output.findings)
  }
}

extension LocaleTexts {
  /// The locale's own texts that can be shown, as one catalogue to write.
  ///
  /// What it lacks is left to the library, which has a fallback of its own.
  /// Values that stand in a message are written as text.
  var exchanged: ExchangeCatalog { exchanged { $0 == locale } }

  /// As `exchanged`, for libraries that go from `es_MX` to `es` and then to the source, and nowhere else:
  /// what another locale of the chain lends is written as the locale's own.
  var exchangedWithLentTexts: ExchangeCatalog {
    exchanged { $0 == locale || ($0 != source.locale && !locale.isBelow($0)) }
  }

  private func exchanged(_ isWritten: (LocaleIdentifier) -> Bool) -> ExchangeCatalog {
    var written: [String: LocaleText] = [:]
    for text in texts where isWritten(text.locale) { written[text.key] = text }
    var constants: [LocaleIdentifier: ConstantText] = [:]
    var all = ExchangeCatalog(of: catalogs, source: source)
    all.entries = all.entries.compactMap { entry in
      guard let text = written[entry.key] else { return nil }
      let own = constants[text.locale] ?? ConstantText(text.locale)
      constants[text.locale] = own
      var entry = entry
      if text.locale != locale { entry.translation = ExchangeMessage(text.entry) }
      entry.translation = entry.translation.map(own.resolved)
      return entry
    }
    return all
  }
}

extension LocaleIdentifier {
  /// Whether the name is another's with more behind it, as `es-MX` is below `es`.
  func isBelow(_ other: LocaleIdentifier) -> Bool { tag.hasPrefix(other.tag + "-") }
}
