public import CatalogExchange
import LocaleIdentifiers

extension CatalogFormat {
  /// gettext's PO and POT.
  public static let po = CatalogFormat(
    name: "po", title: "gettext PO", fileEndings: ["po", "pot"], carriesSource: true,
    limits: [
      "selection by words, by order or by several values: gettext chooses by one whole number",
      "texts for fractions and for exact numbers that `Plural-Forms` does not tell apart",
      "placeholders' types and options, except in comments that `langue` reads again",
    ],
    // The source's file is the template that new translations start from.
    languages: POReader.languages,
    exportName: { locale, isSource in isSource ? "messages.pot" : "\(locale).po" },
    read: POReader.read, write: POWriter.write)
}
