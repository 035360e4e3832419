import ArgumentParser

struct JobsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many locales to work on at once; by default one per processor.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
  }

  var workers: Workers { Workers(count: jobs ?? Workers.processors) }
}
