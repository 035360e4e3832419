public import CatalogExchange

extension CatalogFormat {
  /// gettext's PO and POT.
  public static let po = CatalogFormat(
    name: "po", title: "gettext PO", fileEndings: ["po", "pot"], carriesSource: true,
    limits: [
      "selection by words, by order or by several values: gettext chooses by one whole number",
      "texts for fractions and for exact numbers that `Plural-Forms` does not tell apart",
      "placeholders' types and options, except in comments that `langue` reads again",
    ],
    read: POReader.read, write: POWriter.write)
}
