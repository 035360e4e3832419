/// A folder as a git repository, by the machine's `git` but none of its settings.
extension TemporaryFolder {
  @discardableResult
  func git(_ arguments: String...) throws -> String {
    let run = try Executable(path: "/usr/bin/env").run(
      ["git", "-c", "user.name=A", "-c", "user.email=a@b.example"] + arguments, in: path,
      environment: [
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "PATH": "/usr/bin:/bin",
        "GIT_AUTHOR_DATE": "2020-01-01T00:00:00Z", "GIT_COMMITTER_DATE": "2020-01-01T00:00:00Z",
      ])
    guard run.status == 0 else { throw Executable.Failure(message: "git: \(run.errors)") }
    return run.output
  }

  /// Makes it a repository, and what stands in it the first commit.
  func commitAll() throws {
    try git("init", "--quiet", "--initial-branch=main")
    try commitChanges()
  }

  func commitChanges() throws {
    try git("add", "--all")
    try git("commit", "--quiet", "--message", "change")
  }
}

/// Whether `git` is there.
let hasGit =
  (try? Executable(path: "/usr/bin/env").run(
    ["git", "--version"], environment: ["PATH": "/usr/bin:/bin"]))?.status == 0
