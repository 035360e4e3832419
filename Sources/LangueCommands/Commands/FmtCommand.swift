import ArgumentParser
import Diagnostics
import LocaleIdentifiers
import StringCatalogs

struct FmtCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "fmt",
      abstract: "Lay the catalogues out in one way, and stamp translations.",
      discussion: """
        The site's JSON catalogues get two spaces a level, their keys in the order of the source, and \
        metadata behind its message. No text changes.

        --stamp does something else: translated messages that do not say which source they were made \
        from are taken for translations of today's. From then on they show as stale when their source \
        changes. Nothing else in the files changes.

        --check writes nothing and exits with 1 where a file would change.
        """)
  }

  @OptionGroup var site: SiteOptions
  @OptionGroup var locales: LocaleOptions

  @Flag(help: "Note in translations that they were made from today's source.")
  var stamp = false

  @Flag(help: "Write nothing, and exit with 1 where a file would change.")
  var check = false

  @Flag(help: "Say what would be changed, and write nothing.")
  var dryRun = false

  @OptionGroup var jobs: JobsOptions

  func run() throws {
    let site = try site.load()
    let chosen = try locales.chosen(of: site)
    let loaded = try LoadedSite(site, CatalogLoader(site: site))
    let catalogs = try loaded.all(workers: jobs.workers)
      .filter { chosen?.contains($0.locale) ?? true }
    var faults: [Finding] = []
    var changes: [CatalogChange] = []
    for catalog in catalogs.flatMap(\.catalogs) {
      do throws(Diagnostic) {
        changes += [try change(catalog, loaded.source)].compactMap { $0 }
      } catch {
        faults.append(
          Finding(error, file: catalog.file.path, lines: LineIndex(catalog.file.bytes)))
      }
    }
    guard faults.isEmpty else { throw Failure(faults) }
    let isDry = check || dryRun
    if !isDry { try CatalogChange.write(changes, to: site) }
    let verb = isDry ? "would change" : "changed"
    let lines = changes.map { "\($0.file.path)\($0.remark.map { ": " + $0 } ?? "")\n" }
    let count = changes.count == 1 ? "1 file" : "\(changes.count) files"
    try StandardStreams.print(lines.joined() + "\(verb) \(count)\n")
    if check, !changes.isEmpty { throw ExitCode.findings }
  }

  private func change(
    _ catalog: Catalog, _ source: LocaleCatalogs
  ) throws(Diagnostic) -> CatalogChange? {
    let isSource = catalog.locale == source.locale
    if stamp {
      guard !isSource, let stamped = try CatalogStamp(source: source).stamped(catalog) else {
        return nil
      }
      let count = stamped.keys.count
      return CatalogChange(
        file: stamped.file, remark: count == 1 ? "1 message" : "\(count) messages")
    }
    let bytes = try CanonicalCatalog(order: isSource ? nil : source).bytes(of: catalog.file)
    guard bytes != catalog.file.bytes else { return nil }
    return CatalogChange(file: CatalogFile(path: catalog.file.path, bytes: bytes))
  }
}
