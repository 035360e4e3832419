public import CatalogExchange
import LocaleIdentifiers

extension CatalogFormat {
  /// Application Resource Bundles: Flutter's files.
  public static let arb = CatalogFormat(
    name: "arb", title: "Application Resource Bundle (Flutter)", fileEndings: ["arb"],
    limits: [
      "markup: ICU MessageFormat has no tags",
      "selection on a value that ICU MessageFormat cannot name",
    ],
    languages: ARBReader.languages,
    exportName: { locale, _ in "app_\(locale.tag.replacing("-", with: "_")).arb" },
    read: ARBReader.read, write: ARBWriter.write)
}
