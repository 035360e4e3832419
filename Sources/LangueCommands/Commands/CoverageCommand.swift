import ArgumentParser
import LocaleIdentifiers
import StringCatalogs

struct CoverageCommand: ToolCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "coverage",
      abstract: "Say how complete every language is.",
      discussion: """
        `own text` is what a language has itself; `shown` adds what a related language lends it, and \
        the rest of the page is in the source's language. Percentages are rounded down: 100 means all.

        Exits with 1 where a locale is below --min-coverage, or below what the site's manifest asks \
        of that locale (`perLocale`, `requireComplete`).

        --site also takes the folder of a project that has no manifest and keeps its texts in the \
        formats of other tools; where they stand is found out, and said on standard error.
        """)
  }

  @OptionGroup var site: SiteOptions
  @OptionGroup var project: ProjectOptions
  @OptionGroup var locales: LocaleOptions

  @Option(
    name: [.customLong("min-coverage"), .customLong("fail-under")],
    help: ArgumentHelp(
      "The percentage of keys that every locale must have of its own.", valueName: "percent"))
  var minCoverage: Double?

  @Option(help: "How the numbers are shown.")
  var format: Format = .table

  @OptionGroup var color: ColorOptions
  @OptionGroup var jobs: JobsOptions

  func validate() throws {
    if let minCoverage, !(0...100).contains(minCoverage) {
      throw ValidationError("--min-coverage takes a percentage from 0 to 100")
    }
  }

  func run(with toolkit: Toolkit) throws {
    let loaded = try LoadedSite.open(site, project, with: toolkit)
    let site = loaded.site
    let chosen = try locales.chosen(of: site)
    var coverage = try SiteCoverage(loaded, workers: jobs.workers).coverage
    if let chosen {
      guard chosen != [site.source] else {
        throw Failure("`\(site.source)` is the source, which the others are measured by")
      }
      coverage = coverage.only(chosen)
    }
    switch format {
    case .json: try StandardStreams.print(coverage.json.text(.compact) + "\n")
    case .table:
      let table = CoverageTable(coverage: coverage, style: color.style)
      try StandardStreams.print(table.text)
    }
    try judge(coverage, site.coverage)
  }

  /// Ends with 1 where a locale has too little, and says which.
  private func judge(_ coverage: Coverage, _ policy: CoveragePolicy) throws {
    // The manifest's own minimum decides which languages are offered; it is no demand.
    var policy = policy
    policy.minimum = minCoverage
    let shortfalls = coverage.shortfalls(policy)
    guard !shortfalls.isEmpty else { return }
    let named = shortfalls.map { locale, threshold in
      "\(locale.locale) has \(CoverageTable.percent(locale.percent)) of \(format(threshold)) %"
    }
    StandardStreams.log("below the threshold: " + named.joined(separator: ", "))
    throw ExitCode.findings
  }

  private func format(_ percent: Double) -> String {
    percent == percent.rounded() ? "\(Int(percent))" : "\(percent)"
  }
}
