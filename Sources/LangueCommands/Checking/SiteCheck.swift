import CatalogChecks
import Diagnostics
import LocaleIdentifiers
import LocaleServices
import StringCatalogs

/// The checks of a loaded site, a locale per worker.
struct SiteCheck {
  private let loaded: LoadedSite
  private let chosen: Set<LocaleIdentifier>?
  private let workers: Workers
  private let runner: CheckRunner
  private let source: CheckedSource

  /// - Parameters:
  ///   - chosen: The locales that are looked at; nil means all.
  ///   - rules: The rules that are looked for; nil means all.
  init(
    _ loaded: LoadedSite, in chosen: Set<LocaleIdentifier>?, rules: Set<String>?, workers: Workers
  ) throws {
    self.loaded = loaded
    self.chosen = chosen
    self.workers = workers
    // A project of another tool has no selector, no manifest and no pages of ours.
    let checks = CheckList.all.filter { check in
      if loaded.isForeign, case .site = check.kind { return false }
      return rules?.contains(check.rule) ?? true
    }
    let templates = try SiteTemplates.load(loaded.site)
    let runner = CheckRunner(
      site: loaded.site, checks: checks, templates: templates.map(\.template),
      glossary: try SiteGlossary.load(loaded.site),
      found: templates.flatMap(\.findings))
    self.runner = runner
    source = try icu { () throws(ICUError) in
      try runner.prepare(loaded.source, mapping: workers.map)
    }
  }

  /// The locales that are looked at, the source first.
  var locales: [LocaleIdentifier] {
    loaded.site.locales.filter { chosen?.contains($0) ?? true }
  }

  /// What is found, in its one order, whatever the number of workers.
  func findings() throws -> [Finding] {
    let reports = try targets(locales) { catalogs in
      Result { () throws(ICUError) in try runner.check(catalogs, against: source) }
    }
    let findings = runner.findings(
      [source.report] + reports, source: source, isComplete: chosen == nil)
    guard let chosen else { return findings }
    let tags = Set(chosen.map(\.tag))
    return findings.filter { finding in
      // What several locales share stands at the source.
      finding.locale.map(tags.contains) ?? false || !tags.isDisjoint(with: finding.locales)
    }
  }

  /// The files that change where everything is mended that needs no guess, in the order in which they
  /// are to be written: translations follow a source that they do not find mended yet, so that a run that
  /// is killed can be done again.
  func fixes() throws -> [FixedCatalog] {
    var ofSource: [FixedCatalog] = []
    if chosen?.contains(loaded.site.source) ?? true {
      ofSource = try icu { () throws(ICUError) in try runner.fixes(loaded.source, against: source) }
    }
    let renewed = RenewedSources(ofSource, source: source)
    // Whoever chose the source alone has translations all the same, which know it by its fingerprint.
    let others = try targets(renewed.isEmpty ? locales : loaded.site.locales) { catalogs in
      Result { () throws(ICUError) in
        let mends = chosen?.contains(catalogs.locale) ?? true
        return try runner.fixes(catalogs, against: source, mends: mends, following: renewed)
      }
    }
    return others.joined() + ofSource
  }

  private func targets<Value: Sendable>(
    _ locales: [LocaleIdentifier],
    _ work: @escaping @Sendable (LocaleCatalogs) -> Result<Value, ICUError>
  ) throws -> [Value] {
    let targets = locales.filter { $0 != loaded.site.source }
    return try loaded.map(targets, workers: workers, work).map { result in
      try icu { () throws(ICUError) in try result.get() }
    }
  }
}
