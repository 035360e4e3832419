public import CatalogExchange
import LocaleIdentifiers

extension CatalogFormat {
  /// i18next's JSON, version 4.
  public static let i18next = CatalogFormat(
    name: "i18next", title: "i18next JSON v4", fileEndings: ["json"],
    limits: [
      "descriptions, states, maximum lengths, fingerprints: the format has texts only",
      "selection by words or by several values; texts for exact numbers other than 0",
      "markup comes back as text; formats beyond number, currency and date as their names",
      "context (`friend_male`) is read as a message of its own: nothing tells it from a name",
    ],
    resembles: I18nextReader.resembles,
    exportName: { locale, _ in "\(locale)/translation.json" },
    read: I18nextReader.read, write: I18nextWriter.write)
}
