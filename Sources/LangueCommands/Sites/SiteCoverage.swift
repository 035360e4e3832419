import CatalogChecks
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

  /// The site's pages and what their templates show.
  private static func pages(of site: Site) throws -> [ShownPage] {
    try SiteTemplates.load(site).map { template in
      let file = template.path.split(separator: "/").last ?? ""
      return ShownPage(
        name: file.hasSuffix(".html") ? String(file.dropLast(5)) : String(file),
        keys: template.references.map(\.key), sections: template.parts)
    }
  }
}
