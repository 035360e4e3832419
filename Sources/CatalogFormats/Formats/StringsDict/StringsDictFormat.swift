public import CatalogExchange
import LocaleIdentifiers

extension CatalogFormat {
  /// Apple's `.stringsdict`, whose messages vary by numbers.
  public static let stringsdict = CatalogFormat(
    name: "stringsdict", title: "Apple .stringsdict", fileEndings: ["stringsdict"],
    limits: [
      "selection by words or by order; texts for exact numbers other than 0",
      "several numbers whose variants are not one text with a changing place for each",
      "variations by width and by device are kept, but not read",
      "states, maximum lengths and fingerprints",
      "names and options of placeholders, except in comments that `langue` reads again",
    ],
    exportName: { locale, _ in "\(locale).lproj/Localizable.stringsdict" },
    read: StringsDictReader.read, write: StringsDictWriter.write)
}
