import ArgumentParser
import LocaleIdentifiers
import StringCatalogs

struct ExportCommand: ToolCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, bundle, site, esm, formatjs, i18next, res, mo, lproj, java
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: "Write what a server or a browser loads: texts, or whole pages.",
      discussion: """
        json   one file per locale: its own texts under `messages`, and what it lacks under \
        `fallback`, by the locale that lends it
        bundle one binary file per locale for servers in Swift (MessageBundles), with its own texts only
        esm    one ES module per locale for browsers and Node, each message a function over Intl, \
        with its types
        formatjs, i18next  JSON for those libraries
        res    the text form of ICU's resource bundles; `genrb` makes .res files of it
        mo     gettext's binary files, LOCALE/LC_MESSAGES/messages.mo
        lproj  Apple's folders with .strings and .stringsdict
        java   property files for ResourceBundle, each value a pattern of MessageFormat
        site   the pages in every locale with their styles, scripts and pictures, ready to be served

        The new files are written beside the old ones and put in their place as a whole: whoever reads \
        the folder sees all of the old set or all of the new one. Everything else in the folder goes.

        Exits with 1 where a format cannot carry a message; it is left out and named on standard error.
        """)
  }

  @OptionGroup var site: SiteOptions

  @Option(help: "What is written.")
  var format: Format = .json

  @Option(
    help: ArgumentHelp("The folder that is written, below the working folder.", valueName: "dir"))
  var output: String = "dist"

  @OptionGroup var locales: LocaleOptions

  @Flag(help: "Say what would be written, and write nothing.")
  var dryRun = false

  @OptionGroup var jobs: JobsOptions

  func run(with toolkit: Toolkit) throws {
    let site = try site.load()
    let chosen = try locales.chosen(of: site)
    let loaded = try LoadedSite(site)
    let files: ExportedFiles
    switch format {
    case .json, .bundle:
      files = try ExportedFiles(
        bundlesOf: loaded, in: chosen, isBinary: format == .bundle, workers: jobs.workers)
    case .site:
      guard chosen == nil else {
        throw Failure("--locale is for bundles: the pages of a site lead to one another")
      }
      files = try ExportedFiles(pagesOf: loaded, workers: jobs.workers)
    case .esm, .formatjs, .i18next, .res, .mo, .lproj, .java:
      files = try ExportedFiles(
        of: loaded, in: chosen, as: try toolkit.export(named: format.rawValue),
        workers: jobs.workers)
    }
    for warning in files.warnings { StandardStreams.log(warning) }
    if !dryRun { try files.write(to: output, protecting: site) }
    try StandardStreams.print(files.list(in: output, isDryRun: dryRun))
    // What is left out is not there for those who asked for it.
    if files.isIncomplete { throw ExitCode(1) }
  }
}
