public import CatalogExchange

extension CatalogFormat {
  /// Application Resource Bundles: Flutter's files.
  public static let arb = CatalogFormat(
    name: "arb", title: "Application Resource Bundle (Flutter)", fileEndings: ["arb"],
    limits: [
      "markup: ICU MessageFormat has no tags",
      "selection on a value that ICU MessageFormat cannot name",
    ],
    read: ARBReader.read, write: ARBWriter.write)
}
