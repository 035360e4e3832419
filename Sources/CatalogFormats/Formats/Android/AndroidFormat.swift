public import CatalogExchange
import StringCatalogs

extension CatalogFormat {
  /// Android's string resources.
  public static let android = CatalogFormat(
    name: "android", title: "Android strings.xml", fileEndings: ["xml"],
    limits: [
      "selection by words, by order or by several values; texts for exact numbers",
      "markup that is not closed in the order in which it was opened, or whose options are variables",
      "a string and a plural of one name: the second is refused",
      "states, maximum lengths and fingerprints",
      "names and options of placeholders, except in comments that `langue` reads again",
    ],
    resembles: { String(decoding: $0.bytes.prefix(8 << 10), as: UTF8.self).contains("<resources") },
    exportName: { locale, isSource in
      (isSource ? "values" : AndroidFolder.name(for: locale)) + "/strings.xml"
    },
    read: AndroidReader.read, write: AndroidWriter.write)
}
