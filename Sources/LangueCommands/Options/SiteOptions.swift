import ArgumentParser
import StringCatalogs

struct SiteOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The site's folder; by default the nearest one, going up, with Locales/site.json.",
      valueName: "dir"))
  var site: String?

  /// Finds the site and reads its manifest.
  func load() throws -> Site {
    do throws(SiteError) {
      if let site { return try SiteLoader.load(root: site) }
      return try SiteLoader.load(root: try SiteLoader.findRoot(from: "."))
    } catch {
      throw Failure(error)
    }
  }
}

extension Failure {
  init(_ error: SiteError) { self.init(error.findings) }
}
