public import CatalogExchange
import LocaleIdentifiers

extension CatalogFormat {
  /// Apple's `.strings`.
  public static let strings = CatalogFormat(
    name: "strings", title: "Apple .strings", fileEndings: ["strings"],
    limits: [
      "plural forms and other selection: they belong into `.stringsdict` or `.xcstrings`",
      "states, maximum lengths and fingerprints: the format has comments only",
      "names of placeholders, except in comments that `langue` reads again",
    ],
    exportName: { locale, _ in "\(locale).lproj/Localizable.strings" },
    read: StringsReader.read, write: StringsWriter.write)
}
