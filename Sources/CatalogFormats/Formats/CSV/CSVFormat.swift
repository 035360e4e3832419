public import CatalogExchange

extension CatalogFormat {
  /// Comma-separated values for spreadsheets; messages stay MessageFormat 2.
  public static let csv = CatalogFormat(
    name: "csv", title: "CSV for spreadsheets", fileEndings: ["csv"], carriesSource: true,
    limits: [
      "an empty translation: an empty cell means that there is none"
    ],
    read: CSVReader.read, write: CSVWriter.write)
}
