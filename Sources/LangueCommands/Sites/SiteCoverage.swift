import LocaleIdentifiers
import LocaleServices
import StringCatalogs

/// Measures all locales of a site, a locale per worker: fallback needs them all.
struct SiteCoverage {
  let coverage: Coverage

  init(_ loaded: LoadedSite, workers: Workers) throws {
    do {
      let meter = try CoverageMeter(site: loaded.site, source: loaded.source)
      let tallies = try loaded.map(loaded.site.targets, workers: workers) { catalogs in
        Result { () throws(ICUError) in try meter.measure(catalogs) }
      }
      coverage = meter.coverage(of: try tallies.map { try $0.get() })
    } catch let error as ICUError {
      throw Failure("ICU failed: \(error.name)")
    }
  }
}

extension Coverage {
  /// The same numbers for some of the locales only.
  func only(_ chosen: Set<LocaleIdentifier>) -> Coverage {
    var coverage = self
    coverage.locales.removeAll { !chosen.contains($0.locale) }
    for index in coverage.sections.indices {
      coverage.sections[index].locales.removeAll { !chosen.contains($0.locale) }
    }
    return coverage
  }
}
