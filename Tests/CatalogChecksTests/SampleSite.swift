import CatalogChecks
import Diagnostics
import LocaleIdentifiers
import StringCatalogs

/// A site in memory whose catalogues are read from JSON, as the real ones are.
struct SampleSite {
  var site: Site
  var source: LocaleCatalogs
  var targets: [LocaleCatalogs]

  init(
    source: (locale: String, json: String), targets: [(locale: String, json: String)],
    severities: [SeverityOverride] = [], suppressions: [Suppression] = []
  ) throws {
    let sourceLocale = try requireLocale(source.locale)
    let nowhere = LineIndex([]).range(0..<0)
    var entries = [
      SiteEntry(isDefault: true, locale: sourceLocale, label: "Default", labelSpan: nowhere)
    ]
    for target in targets {
      entries.append(
        SiteEntry(
          locale: try requireLocale(target.locale), label: target.locale, labelSpan: nowhere))
    }
    site = Site(
      root: "/", source: sourceLocale, entries: entries, severities: severities,
      suppressions: suppressions)
    self.source = try Self.catalogs(source)
    self.targets = try targets.map(Self.catalogs)
  }

  static func catalogs(_ file: (locale: String, json: String)) throws -> LocaleCatalogs {
    let locale = try requireLocale(file.locale)
    let catalog = CatalogReader.json.read(
      CatalogFile(path: "Strings/\(locale)/a.json", bytes: Array(file.json.utf8)), locale)
    return LocaleCatalogs(locale: locale, catalogs: [catalog])
  }

  func findings(_ rules: String...) throws -> [Finding] {
    let checks = CheckList.all.filter { rules.isEmpty || rules.contains($0.rule) }
    return try CheckRunner(site: site, checks: checks).run(source: source, targets: targets)
  }
}
