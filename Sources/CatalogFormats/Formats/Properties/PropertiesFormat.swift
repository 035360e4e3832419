public import CatalogExchange
import LocaleIdentifiers

extension CatalogFormat {
  /// Java's property files, with the JDK's `MessageFormat`.
  public static let properties = CatalogFormat(
    name: "properties", title: "Java properties", fileEndings: ["properties"],
    limits: [
      "plural forms and other selection: the JDK's `choice` knows no plural rules",
      "states, maximum lengths and fingerprints: the format has comments only",
      "names of placeholders, except in comments that `langue` reads again",
    ],
    exportName: { locale, isSource in
      isSource
        ? "Messages.properties" : "Messages_\(locale.tag.replacing("-", with: "_")).properties"
    },
    read: PropertiesReader.read, write: PropertiesWriter.write)
}
