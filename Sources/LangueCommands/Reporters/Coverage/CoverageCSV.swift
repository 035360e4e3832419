import CatalogExchange
import LocaleIdentifiers
import StringCatalogs

/// Coverage as comma-separated values (RFC 4180): a row for each locale, or for each part and locale. No
/// field can be taken for a formula by a spreadsheet.
struct CoverageCSV {
  let coverage: Coverage

  func text(by grouping: CoverageGrouping) -> String {
    let rows = grouping == .locale ? locales : parts(grouping)
    return rows.map { $0.map(CSVField.text).joined(separator: ",") + "\r\n" }.joined()
  }

  private var locales: [[String]] {
    let names = [
      "locale", "language", "percent", "keys", "translated", "missing", "empty", "stale",
      "unreviewed", "broken", "resolved", "variants required", "variants present", "words",
      "words translated", "page percent",
    ]
    let rows = coverage.locales.map { locale in
      let keys = locale.keys
      let numbers = [
        keys.total, keys.translated, keys.missing, keys.empty, keys.stale, keys.unreviewed,
        keys.broken, locale.resolved, locale.variants.required, locale.variants.present,
        locale.words.total, locale.words.translated,
      ]
      return [locale.locale.tag, Endonyms.shown(locale.locale), "\(locale.percent)"]
        + numbers.map { "\($0)" }
        + [coverage.shownPercent(of: locale.locale).map { "\($0)" } ?? ""]
    }
    return [names] + rows
  }

  private func parts(_ grouping: CoverageGrouping) -> [[String]] {
    [[grouping.rawValue, "locale", grouping.unit, "translated", "resolved", "percent"]]
      + coverage.parts(grouping).flatMap { part in
        part.locales.map { locale in
          [
            part.name, locale.locale.tag, "\(part.total)", "\(locale.translated)",
            "\(locale.resolved)", "\(locale.percent)",
          ]
        }
      }
  }
}
