import ArgumentParser
import CatalogChecks
import Diagnostics
import LocaleIdentifiers
import StringCatalogs

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

struct CheckCommand: ToolCommand {
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

        --fix mends what needs no guess at meaning: white space, Unicode normalization, quotation \
        marks, and plural branches that are missing, which then wait for a translator. What is left \
        is reported. Translations of a mended source message stay as up to date as they were.

        A site that starts with many findings keeps them in a baseline and works them off: \
        `--baseline FILE --update-baseline` makes the file, and from then on only takes out of it what \
        was mended; `--baseline FILE` reports what is not in it.

        github writes annotations to standard output, and a table to the file that \
        GITHUB_STEP_SUMMARY names.

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

  @Option(
    help: ArgumentHelp(
      "Only findings of messages that are not as this commit has them.", valueName: "rev"))
  var changedSince: String?

  @Option(help: "How the findings are shown.")
  var format: CheckFormat = .text

  @Option(
    help: ArgumentHelp("Only findings that are not in this baseline.", valueName: "file"))
  var baseline: String?

  @Flag(help: "Make the baseline, or take out of it what was mended.")
  var updateBaseline = false

  @Flag(help: "Mend what needs no guess at meaning.")
  var fix = false

  @Flag(help: "With --fix: show what would be changed, and change nothing.")
  var dryRun = false

  @Flag(help: "Check again whenever a file of the site changes, until interrupted.")
  var watch = false

  @OptionGroup var color: ColorOptions
  @OptionGroup var jobs: JobsOptions

  func validate() throws {
    if dryRun, !fix { throw ValidationError("--dry-run needs --fix") }
    if fix, changedSince != nil || severity != .note {
      throw ValidationError("--fix takes neither --changed-since nor --severity")
    }
    if watch, fix || updateBaseline {
      throw ValidationError("--watch changes nothing: leave --fix and --update-baseline out")
    }
    guard updateBaseline else { return }
    if baseline == nil { throw ValidationError("--update-baseline needs --baseline FILE") }
    if dryRun { throw ValidationError("--dry-run changes no baseline") }
    if !locales.locale.isEmpty || !rule.isEmpty || severity != .note || changedSince != nil {
      throw ValidationError(
        "--update-baseline looks at all findings: leave --locale, --rule, --severity and "
          + "--changed-since out")
    }
  }

  func run(with toolkit: Toolkit) throws {
    let loaded = try open(with: toolkit)
    if watch { return watch(loaded, with: toolkit) }
    guard fix else { return try end(with: loaded) }
    guard !loaded.isForeign else {
      throw Failure(
        "--fix mends a site's own JSON catalogues: another tool's texts are converted when they are "
          + "read, and writing them back could change more than the fault")
    }
    let fixes = SiteFixes(site: loaded.site, catalogs: try check(loaded).fixes())
    if dryRun { return try show(fixes) }
    guard !fixes.isEmpty else { return try end(with: loaded) }
    try fixes.write()
    StandardStreams.log("mended \(fixes.summary)")
    try end(with: open(with: toolkit))
  }

  private func open(with toolkit: Toolkit) throws -> LoadedSite {
    try LoadedSite.open(site, project, with: toolkit)
  }

  private func end(with loaded: LoadedSite) throws {
    if try report(loaded) { throw ExitCode.findings }
  }

  // MARK: Reporting

  /// Checks the site and prints what is found; says whether there is an error or a warning.
  private func report(_ loaded: LoadedSite) throws -> Bool {
    let results = try results(of: loaded)
    try format.reporter(color.style, workers: jobs.workers).write(
      results, to: StandardStreams.print)
    if format == .github, let summary = Environment.value("GITHUB_STEP_SUMMARY") {
      try AppendedFile.append(GitHubStepSummary().text(results), to: summary)
    }
    return results.count(.error) + results.count(.warning) > 0
  }

  private func results(of loaded: LoadedSite) throws -> CheckResults {
    let root = loaded.site.root
    let file = baseline.map { BaselineFile(path: $0) }
    var accepted = try file?.read()
    if let file, accepted == nil, !updateBaseline {
      throw Failure("there is no `\(file.path)`; --update-baseline makes it")
    }
    let check = try check(loaded)
    var findings = try check.findings()
    if updateBaseline, let file { accepted = try file.update(accepted, with: findings) }
    var known = 0
    if let accepted {
      let new = accepted.newFindings(among: findings)
      known = findings.count - new.count
      findings = new
    }
    if let changedSince {
      let changed = try ChangedMessages(loaded, since: changedSince, workers: jobs.workers)
      findings = findings.filter(changed.concern)
    }
    let least = Severity(rawValue: severity.rawValue) ?? .note
    return CheckResults(
      findings: least == .note ? findings : findings.filter { $0.severity >= least },
      locales: check.locales.map(\.tag),
      folder: RepositoryFolder.prefix(of: root), known: known,
      source: { try? FileContents.read("\(root)/\($0)") })
  }

  private func check(_ loaded: LoadedSite) throws -> SiteCheck {
    try SiteCheck(
      loaded, in: locales.chosen(of: loaded.site), rules: chosenRules, workers: jobs.workers)
  }

  private var chosenRules: Set<String>? {
    get throws {
      guard !rule.isEmpty else { return nil }
      for name in rule where CheckList.check(name) == nil {
        let nearest = NearestName.of(name, among: CheckList.all.map(\.rule))
        throw Failure(
          "there is no rule `\(name)`; "
            + (nearest.map { "did you mean `\($0)`?" } ?? "`langue explain` lists them"))
      }
      return Set(rule)
    }
  }

  // MARK: Fixing and watching

  /// Shows what would be mended, and ends with 1 where there is something.
  private func show(_ fixes: SiteFixes) throws {
    guard !fixes.isEmpty else { return }
    let isPrintable = StandardStreams.isTerminal(STDOUT_FILENO)
    try StandardStreams.print(try fixes.diff(isPrintable: isPrintable))
    StandardStreams.log("would mend \(fixes.summary)")
    throw ExitCode.findings
  }

  /// Reports now and after every change. A site that cannot be worked with for a moment, as while somebody
  /// writes, says so and is tried again.
  private func watch(_ loaded: LoadedSite, with toolkit: Toolkit) {
    let isTerminal = StandardStreams.isTerminal(STDOUT_FILENO)
    SiteWatch(root: loaded.site.root, project: loaded.foreign, file: baseline).run {
      if isTerminal { _ = StandardStreams.write("\u{1B}[H\u{1B}[2J\u{1B}[3J") }
      var state = ""
      do {
        if try !report(try open(with: toolkit)) { state = "nothing to mend; " }
      } catch let failure as Failure {
        for reason in failure.reasons { StandardStreams.log(reason) }
      } catch {
        StandardStreams.log("\(error)")
      }
      StandardStreams.log("\(state)waiting for changes, ^C ends")
    }
  }
}

extension ExitCode {
  /// Findings, or a threshold that was missed.
  static let findings = ExitCode.failure
}
