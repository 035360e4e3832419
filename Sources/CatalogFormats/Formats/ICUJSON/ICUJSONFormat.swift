public import CatalogExchange
import MessageSyntax
import StringCatalogs

extension CatalogFormat {
  /// JSON with messages of ICU MessageFormat, flat or nested: FormatJS, react-intl, next-intl.
  public static let icuJSON = CatalogFormat(
    name: "icu-json", title: "ICU MessageFormat JSON (FormatJS)", fileEndings: ["json"],
    limits: [
      "states, maximum lengths and fingerprints: the format has texts only",
      "descriptions, except in the layout with `defaultMessage`",
      "selection on a value that ICU MessageFormat cannot name",
    ],
    read: ICUJSONReader.read, write: ICUJSONWriter.write)
}
