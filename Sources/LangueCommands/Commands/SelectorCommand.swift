import ArgumentParser
import LocaleIdentifiers
import LocaleServices
import StringCatalogs

struct SelectorCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "selector",
      abstract: "Show the language selector, or find the language that a word means.",
      subcommands: [SelectorListCommand.self, SelectorResolveCommand.self],
      defaultSubcommand: SelectorListCommand.self)
  }
}

struct SelectorListCommand: ToolCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: "The selector's entries, in the order of the reader's language.",
      discussion: """
        The default entry comes first (marked by *), the others by their names in the reader's \
        language. Languages' own names begin with a capital where their script has capitals. Below the \
        table stands what was wrong with the site's labels.

        A language with too little text of its own (`coverage` in the manifest) is not offered: it is \
        left out, and the reason is printed on standard error.
        """)
  }

  @OptionGroup var site: SiteOptions

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("The reader's language; by default the source.", valueName: "locale"))
  var reader: String?

  @Option(help: "How the entries are shown.")
  var format: Format = .table

  @Flag(help: "Also the languages that are not offered.")
  var all = false

  @OptionGroup var color: ColorOptions
  @OptionGroup var jobs: JobsOptions

  func run(with toolkit: Toolkit) throws {
    let site = try site.load()
    let locale = try reader.map(Self.locale) ?? site.source
    let coverage = try SiteCoverage(LoadedSite(site, with: toolkit), workers: jobs.workers).coverage
    let selector = try icu { () throws(ICUError) in
      try LanguageSelector(site: site, reader: locale)
    }
    let report = SelectorReport(selector, coverage: coverage, policy: site.coverage, all: all)
    for reason in report.reasons { StandardStreams.log(reason) }
    switch format {
    case .json: try StandardStreams.print(JSONSelectorReporter().text(report))
    case .table: try StandardStreams.print(SelectorTable(style: color.style).text(report))
    }
  }

  private static func locale(_ text: String) throws -> LocaleIdentifier {
    guard let locale = LocaleIdentifier(text) else {
      throw Failure("`\(text)` is no locale: write a BCP 47 tag, as `pl` or `pt-BR`")
    }
    return locale
  }
}

struct SelectorResolveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "resolve",
      abstract: "Print the site's locale that a label, a name, a country or a code means.",
      discussion: "Exits with 1 where the site has no such language.")
  }

  @OptionGroup var site: SiteOptions

  @Argument(help: "A word for a language, in any of the site's languages.")
  var text: String

  func run() throws {
    let site = try site.load()
    let resolver = try icu { () throws(ICUError) in try LabelResolver(site: site) }
    guard let resolution = resolver.resolve(text) else {
      let nearest = resolver.nearest(to: text).map { "; did you mean `\($0)`?" } ?? ""
      StandardStreams.log("`\(text)` is no language of the site" + nearest)
      throw ExitCode.findings
    }
    try StandardStreams.print("\(resolution.locale)\n")
  }
}
