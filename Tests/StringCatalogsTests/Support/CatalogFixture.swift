import Diagnostics
import LocaleIdentifiers
import StringCatalogs

/// A catalogue of one file in memory.
func catalog(_ text: String, locale: LocaleIdentifier = "pl", file: String = "article") -> Catalog {
  CatalogReader.json.read(
    CatalogFile(path: "Strings/\(locale)/\(file).json", bytes: Array(text.utf8)), locale)
}

/// A locale whose messages stand in one file in memory.
func catalogs(_ text: String, locale: LocaleIdentifier) -> LocaleCatalogs {
  LocaleCatalogs(locale: locale, catalogs: [catalog(text, locale: locale)])
}

/// The text of a file that a finding points to.
func excerpt(_ finding: Finding, of text: String) -> String? {
  finding.range.map { range in
    String(decoding: Array(text.utf8)[range.start.offset..<range.end.offset], as: UTF8.self)
  }
}

/// A site in memory: a source and the locales it is translated into.
func site(
  source: LocaleIdentifier = "fr", targets: [LocaleIdentifier],
  fallbacks: [LocaleIdentifier: [LocaleIdentifier]] = [:], root: String = "/"
) -> Site {
  let place = SourcePosition(line: 1, column: 1, offset: 0)
  let span = SourceRange(start: place, end: place)
  return Site(
    root: root, source: source,
    entries: [SiteEntry(isDefault: true, locale: source, label: "Default", labelSpan: span)]
      + targets.map { SiteEntry(locale: $0, label: $0.tag, labelSpan: span) },
    fallbacks: fallbacks)
}
