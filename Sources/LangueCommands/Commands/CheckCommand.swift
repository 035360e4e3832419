import ArgumentParser
import CatalogChecks
import Diagnostics
import LocaleIdentifiers
import LocaleServices
import StringCatalogs

struct CheckCommand: ToolCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, concise, json
  }

  /// The severities as the command line names them.
  enum Level: String, CaseIterable, ExpressibleByArgument {
    case note, warning, error
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: "Look for faults in the messages, each with its place and what to do.",
      discussion: """
        Exits with 1 where an error or a warning is reported; a note only informs. \
        `langue explain RULE` says what a rule is about.

        --site also takes the folder of a project that has no manifest and keeps its texts in the \
        formats of other tools (gettext, Fluent, String Catalogs, Android, ARB, i18next and more): \
        where they stand is found out, and said on standard error.
        """)
  }

  @OptionGroup var site: SiteOptions
  @OptionGroup var project: ProjectOptions
  @OptionGroup var locales: LocaleOptions

  @Option(
    help: ArgumentHelp(
      "Only this rule; may be given several times. By default all.", valueName: "rule"))
  var rule: [String] = []

  @Option(help: "Only findings that are at least this severe.")
  var severity: Level = .note

  @Option(help: "How the findings are shown.")
  var format: Format = .text

  @OptionGroup var color: ColorOptions
  @OptionGroup var jobs: JobsOptions

  func run(with toolkit: Toolkit) throws {
    let loaded = try LoadedSite.open(site, project, with: toolkit)
    let site = loaded.site
    let chosen = try locales.chosen(of: site)
    let rules = try chosenRules
    let least = Severity(rawValue: severity.rawValue) ?? .note
    let results = try check(loaded, in: chosen).filter { finding in
      finding.severity >= least
        && rules?.contains(finding.rule) != false
        && chosen?.contains { $0.tag == finding.locale } != false
    }
    let report = CheckResults(
      findings: results, source: { try? FileContents.read("\(site.root)/\($0)") })
    try StandardStreams.print(text(report))
    if report.count(.error) + report.count(.warning) > 0 { throw ExitCode.findings }
  }

  private func check(
    _ loaded: LoadedSite, in chosen: Set<LocaleIdentifier>?
  ) throws -> [Finding] {
    // A project of another tool has no selector, no manifest and no pages of ours.
    let checks = CheckList.all.filter { check in
      if loaded.isForeign, case .site = check.kind { false } else { true }
    }
    let runner = CheckRunner(
      site: loaded.site, checks: checks, templates: try SiteTemplates.load(loaded.site),
      glossary: try SiteGlossary.load(loaded.site))
    do {
      let source = try runner.prepare(loaded.source)
      let targets = loaded.site.targets.filter { chosen?.contains($0) ?? true }
      let reports = try loaded.map(targets, workers: jobs.workers) { catalogs in
        Result { () throws(ICUError) in try runner.check(catalogs, against: source) }
      }
      return runner.findings(
        [source.report] + (try reports.map { try $0.get() }), source: source,
        isComplete: chosen == nil)
    } catch let error as ICUError {
      throw Failure("ICU failed: \(error.name)")
    }
  }

  private var chosenRules: Set<String>? {
    get throws {
      guard !rule.isEmpty else { return nil }
      for name in rule where CheckList.check(name) == nil {
        throw Failure("there is no rule `\(name)`; `langue explain` lists them")
      }
      return Set(rule)
    }
  }

  private func text(_ report: CheckResults) -> String {
    switch format {
    case .text: TextCheckReporter(style: color.style).text(report)
    case .concise: ConciseCheckReporter(style: color.style).text(report)
    case .json: JSONCheckReporter().text(report)
    }
  }
}

extension ExitCode {
  /// Findings, or a threshold that was missed.
  static let findings = ExitCode.failure
}
