import ArgumentParser
import LocaleIdentifiers
import StringCatalogs

struct CoverageCommand: ToolCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "coverage",
      abstract: "Say how complete every language is.",
      discussion: """
        `own text` is what a language has itself; `shown` adds what a related language lends it, and \
        the rest of the page is in the source's language. `on the page` weighs each message by the \
        words that the page templates show of it. Percentages are rounded down: 100 means all.

        html is a heat map of locales and sections in one file, badge an image (SVG) for a readme.

        Exits with 1 where a locale is below --min-coverage, or below what the site's manifest asks \
        of that locale (`coverage.locales`, `coverage.requireComplete`).

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

  @Option(help: "What the numbers are counted by; json always has all.")
  var by: CoverageGrouping = .locale

  @Option(
    help: ArgumentHelp(
      "Say what changed since this commit; as a table, json or markdown.", valueName: "rev"))
  var since: String?

  @Option(help: "How the numbers are shown.")
  var format: CoverageFormat = .table

  @OptionGroup var color: ColorOptions
  @OptionGroup var jobs: JobsOptions

  func validate() throws {
    if let minCoverage, !(0...100).contains(minCoverage) {
      throw ValidationError("--min-coverage takes a percentage from 0 to 100")
    }
    if since != nil, ![.table, .json, .markdown].contains(format) {
      throw ValidationError("--since is shown as a table, json or markdown")
    }
    if since != nil, by != .locale {
      throw ValidationError("--since counts by locale: leave --by out")
    }
  }

  func run(with toolkit: Toolkit) throws {
    let loaded = try LoadedSite.open(site, project, with: toolkit)
    let site = loaded.site
    let chosen = try locales.chosen(of: site)
    guard chosen != [site.source] else {
      throw Failure("`\(site.source)` is the source, which the others are measured by")
    }
    let coverage = try measure(loaded, chosen)
    guard by != .page || !coverage.pages.isEmpty else {
      throw Failure("the site has no page template: write Strings/index.html")
    }
    if let since {
      let report = try change(to: coverage, of: loaded, since: since, chosen)
      try StandardStreams.print(text(report, coverage))
    } else {
      try StandardStreams.print(
        format.text(coverage, by: by, style: color.style, width: StandardStreams.columns))
    }
    try judge(coverage, site.coverage)
  }

  private func measure(
    _ loaded: LoadedSite, _ chosen: Set<LocaleIdentifier>?
  ) throws -> Coverage {
    let coverage = try SiteCoverage(loaded, workers: jobs.workers).coverage
    return chosen.map(coverage.only) ?? coverage
  }

  // MARK: What changed

  private func change(
    to coverage: Coverage, of loaded: LoadedSite, since revision: String,
    _ chosen: Set<LocaleIdentifier>?
  ) throws -> CoverageChangeReport {
    let earlier = try EarlierSite(of: loaded, at: revision)
    let old = try earlier.load()
    let before = CoverageChange.State(source: old.source, coverage: try measure(old, chosen))
    let now = CoverageChange.State(source: loaded.source, coverage: coverage)
    return CoverageChangeReport(
      change: CoverageChange(from: before, to: now), revision: revision, commit: earlier.commit)
  }

  private func text(_ report: CoverageChangeReport, _ coverage: Coverage) -> String {
    switch format {
    case .json: coverage.json.adding("since", report.json).text(.compact) + "\n"
    case .markdown: report.markdown
    default: report.table(color.style)
    }
  }

  // MARK: Thresholds

  /// Ends with 1 where a locale has too little, and says which.
  private func judge(_ coverage: Coverage, _ policy: CoveragePolicy) throws {
    // The manifest's own minimum decides which languages are offered; it is no demand.
    var policy = policy
    policy.minimum = minCoverage
    let shortfalls = coverage.shortfalls(policy)
    guard !shortfalls.isEmpty else { return }
    let named = shortfalls.map { locale, threshold in
      "\(locale.locale) has \(CoverageTable.percent(locale.percent)) of \(threshold.asPercent)"
    }
    StandardStreams.log("below the threshold: " + named.joined(separator: ", "))
    throw ExitCode.findings
  }
}
