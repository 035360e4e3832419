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
  var exchanged: ExchangeCatalog {
    var all = ExchangeCatalog(of: catalogs, source: source)
    let shown = Set(texts.filter { $0.locale == locale }.map(\.key))
    all.entries.removeAll { !shown.contains($0.key) }
    let constants = ConstantText(locale)
    for index in all.entries.indices {
      all.entries[index].translation = all.entries[index].translation.map(constants.resolved)
    }
    return all
  }
}
