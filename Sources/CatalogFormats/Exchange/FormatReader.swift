import CatalogExchange
import StringCatalogs

/// Reads one file of a format: what it says goes into `catalog`, what is wrong with it into `log`.
protocol FormatReader {
  var log: FindingLog { get }
  var catalog: ExchangeCatalog { get set }

  init(_ file: CatalogFile, _ context: FormatContext)

  mutating func read(_ bytes: [UInt8])
}

extension FormatReader {
  /// The whole of a file.
  static func read(_ file: CatalogFile, _ context: FormatContext) -> ExchangeCatalog {
    var reader = Self(file, context)
    reader.read(file.bytes)
    reader.catalog.findings = reader.log.findings
    return reader.catalog
  }
}

extension ExchangeCatalog {
  /// A catalogue to be filled.
  init(_ context: FormatContext) {
    self.init(locale: context.locale, sourceLocale: context.source)
  }
}
