public import CatalogExchange

/// Every exchange format. A test holds the list to the folders in `Formats/`.
public enum CatalogFormatList {
  public static let all: [CatalogFormat] = [
    .icuJSON, .arb, .i18next, .po, .properties, .csv, .strings, .xcstrings, .banana,
    .android, .xliff, .xliff12, .fluent, .stringsdict, .rails,
  ]

  /// The format of a name, as it is given on the command line.
  public static func named(_ name: String) -> CatalogFormat? { all.first { $0.name == name } }

  /// The formats whose files may be called so; a `.json` may be of several.
  public static func formats(ofFile name: String) -> [CatalogFormat] {
    all.filter { format in format.fileEndings.contains { name.hasSuffix("." + $0) } }
  }
}
