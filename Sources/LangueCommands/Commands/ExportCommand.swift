import ArgumentParser
import CatalogExchange
import LocaleIdentifiers
import StringCatalogs

struct ExportCommand: ToolCommand {
  /// What is written without the formats of other tools.
  enum Format: String, CaseIterable {
    case json, bundle, site
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: "Write what a server or a browser loads: texts, or whole pages.",
      discussion: """
        json   one file per locale: its own texts under `messages`, and what it lacks under \
        `fallback`, by the locale that lends it
        bundle one binary file per locale for servers in Swift (MessageBundles), with its own texts only
        site   the pages in every locale with their styles, scripts and pictures, ready to be served

        For programs in other languages, with the texts that can be shown:
        esm    one ES module per locale for browsers and Node, each message a function over Intl, \
        with its types
        formatjs, i18next  JSON for those libraries
        res    the text form of ICU's resource bundles; `genrb` makes .res files of it
        mo     gettext's binary files, LOCALE/LC_MESSAGES/messages.mo
        lproj  Apple's folders with .strings and .stringsdict
        java   property files for ResourceBundle, each value a pattern of MessageFormat

        For translators, with what is missing too: po (with a template), csv, xcstrings, arb, \
        properties, strings and the other formats that `langue import` reads.

        What a format cannot carry is said on standard error; the exit code is 1 where a message had to \
        be left out.

        The new files are written beside the old ones and put in their place as a whole: whoever reads \
        the folder sees all of the old set or all of the new one. Everything else in the folder goes.
        """)
  }

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("What is written.", valueName: "format"))
  var format = "json"

  @Option(
    help:
      "The plural forms of gettext files: those of CLDR, or those that gettext's own tools expect.")
  var plurals: PluralForms = .cldr

  @Option(
    help: ArgumentHelp(
      "The folder that is written; everything else in it goes.", valueName: "dir"))
  var output: String = "dist"

  @OptionGroup var locales: LocaleOptions

  @Flag(help: "Say what would be written, and write nothing.")
  var dryRun = false

  @OptionGroup var jobs: JobsOptions

  func run(with toolkit: Toolkit) throws {
    let site = try site.load()
    let chosen = try locales.chosen(of: site)
    let loaded = try LoadedSite(site, with: toolkit)
    let files: ExportedFiles
    switch Format(rawValue: format) {
    case .site:
      guard chosen == nil else {
        throw Failure("--locale is for bundles: the pages of a site lead to one another")
      }
      files = try ExportedFiles(pagesOf: loaded, workers: jobs.workers)
    case let own?:
      files = try ExportedFiles(
        bundlesOf: loaded, in: chosen, isBinary: own == .bundle, workers: jobs.workers)
    case nil:
      files = try foreignFiles(loaded, chosen, toolkit)
    }
    for warning in files.warnings { StandardStreams.log(warning) }
    if !dryRun { try files.write(to: output, protecting: site, workers: jobs.workers) }
    try StandardStreams.print(files.list(in: output, isDryRun: dryRun))
    // What is left out is not there for those who asked for it.
    if files.isIncomplete { throw ExitCode.findings }
  }

  /// What only the program with all formats writes: for other run times, and for translators.
  private func foreignFiles(
    _ loaded: LoadedSite, _ chosen: Set<LocaleIdentifier>?, _ toolkit: Toolkit
  ) throws -> ExportedFiles {
    try toolkit.needFormats()
    if let export = toolkit.exports.first(where: { $0.name == format }) {
      return try ExportedFiles(of: loaded, in: chosen, as: export, workers: jobs.workers)
    }
    let others = Format.allCases.map(\.rawValue) + toolkit.exports.map(\.name)
    return try ExportedFiles(
      translationsOf: loaded, in: chosen,
      as: try toolkit.format(named: format, besides: others), plurals: plurals.choice)
  }
}

/// Which plural forms gettext files get, as the command line names them.
enum PluralForms: String, CaseIterable, ExpressibleByArgument {
  case cldr, gettext

  var choice: FormatContext.PluralFormsChoice { self == .cldr ? .cldr : .gettext }
}
