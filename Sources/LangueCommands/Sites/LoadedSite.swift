import Diagnostics
import LocaleIdentifiers
import StringCatalogs

/// A site whose folders are in order, with the catalogues of its source.
struct LoadedSite {
  let site: Site
  let loader: CatalogLoader
  let source: LocaleCatalogs

  init(_ site: Site) throws {
    self.site = site
    loader = CatalogLoader(site: site)
    do throws(SiteError) {
      try loader.checkFolders()
      source = try loader.loadSource()
    } catch {
      throw Failure(error)
    }
  }

  /// The catalogues of all locales, the source first.
  func all(workers: Workers) throws -> [LocaleCatalogs] {
    [source] + (try map(site.targets, workers: workers) { $0 })
  }

  /// Loads some locales, a locale per worker, and makes something of each.
  func map<Value: Sendable>(
    _ locales: [LocaleIdentifier], workers: Workers,
    _ transform: @escaping @Sendable (LocaleCatalogs) -> Value
  ) throws -> [Value] {
    let loader = loader
    let results = workers.map(locales) { locale -> Result<Value, SiteError> in
      do throws(SiteError) {
        return .success(transform(try loader.load(locale)))
      } catch {
        return .failure(error)
      }
    }
    // The faults of all locales are told at once.
    let faults = results.flatMap { result -> [Finding] in
      if case .failure(let error) = result { error.findings } else { [] }
    }
    guard faults.isEmpty else { throw Failure(faults) }
    return try results.map { try $0.get() }
  }
}
