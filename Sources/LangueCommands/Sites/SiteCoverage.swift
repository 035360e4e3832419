import LocaleIdentifiers
import LocaleServices
import StringCatalogs

/// Measures all locales of a site, a locale per worker: fallback needs them all.
struct SiteCoverage {
  let coverage: Coverage

  init(_ loaded: LoadedSite, workers: Workers) throws {
    do {
      let meter = try CoverageMeter(
        site: loaded.site, source: loaded.source, pages: try Self.pages(of: loaded.site))
      let tallies = try loaded.map(loaded.site.targets, workers: workers) { catalogs in
        Result { () throws(ICUError) in try meter.measure(catalogs) }
      }
      coverage = meter.coverage(of: try tallies.map { try $0.get() })
    } catch let error as ICUError {
      throw Failure("ICU failed: \(error.name)")
    }
  }

  /// The site's pages and what their templates show. The selector's own words are put into the page with it.
  private static func pages(of site: Site) throws -> [ShownPage] {
    try SiteTemplates.load(site).map(\.template).map { template in
      ShownPage(
        name: template.name, keys: template.keyPlaces.map(\.key),
        sections: template.values.contains(.selector) ? ["selector"] : [])
    }
  }
}
