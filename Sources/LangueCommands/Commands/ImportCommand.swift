import ArgumentParser
import CatalogExchange
import Diagnostics
import LocaleIdentifiers
import StringCatalogs

struct ImportCommand: ToolCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: "Merge a translator's file into the site's strings.",
      discussion: """
        Message by message, by key. What was changed here since the export stays, and is told as a \
        conflict; what came back unfinished is passed over. Each message that is taken over gets its \
        state and the fingerprint of the source that it translates.

        PO, XLIFF, CSV and ARB files that `langue export` wrote know what they were exported from; for \
        any other, --base names the file as it went out.

        Exits with 1 where something was not taken over.
        """)
  }

  @Argument(help: ArgumentHelp("The translator's files.", valueName: "file"))
  var files: [String]

  @OptionGroup var site: SiteOptions

  @Option(
    help: ArgumentHelp(
      "The files' format; by default what their names and texts say.", valueName: "format"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "The files' language; by default what they or their names say.", valueName: "locale"))
  var locale: String?

  @Option(help: ArgumentHelp("The file as it was exported.", valueName: "file"))
  var base: String?

  @Flag(help: "Show what would change, and write nothing.")
  var dryRun = false

  func validate() throws {
    if base != nil, files.count > 1 {
      throw ValidationError("--base is the exported form of one file; import one at a time")
    }
  }

  func run(with toolkit: Toolkit) throws {
    let site = try site.load()
    try toolkit.needFormats()
    let loaded = try LoadedSite(site, with: toolkit)
    let imported = ImportedFiles(
      loaded, toolkit: toolkit, format: try format.map { try toolkit.format(named: $0) },
      locale: try locale.map { try site.locale($0) })
    let base = try base.map { try ImportedFiles.read($0) }
    // All files are merged before the first is written.
    var merges: [ImportedFiles.Merge] = []
    for path in files { merges += try imported.merge(path, base: base, after: merges) }
    let changes = try imported.changes(merges)
    if !dryRun { try CatalogChange.write(changes, to: site) }
    let report = ImportReport(merges: merges, changes: changes, isDryRun: dryRun)
    StandardStreams.writeErrors(report.faults)
    try StandardStreams.print(report.text)
    if report.isFaulty { throw ExitCode.findings }
  }
}
