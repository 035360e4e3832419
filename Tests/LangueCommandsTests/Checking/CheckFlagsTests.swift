import StringCatalogs
import Testing

private func site(_ files: [String: String]) throws -> TemporaryFolder {
  try TemporaryFolder(TinySite.files.merging(files) { $1 })
}

private func check(
  _ site: TemporaryFolder, _ arguments: String..., environment: [String: String] = [:]
) throws -> Run {
  try Executable.langue.run(
    ["check", "--format", "concise"] + arguments, in: site.path, environment: environment)
}

/// The Polish messages with a mistyped variable and a double space.
private let faulty = TinySite.polish.replacing("Witaj, {$name}", with: "Witaj,  {$nmae}")

@Suite struct CheckSelectionTests {
  @Test func `only the findings of a rule, of a locale, or of a severity are reported`() throws {
    let site = try site(["Strings/pl/page.json": faulty])
    let all = try check(site).output
    #expect(all.contains("[unknown-variable]"))
    #expect(all.contains("[double-space]"))
    #expect(all.contains("Strings/de/"))
    let rule = try check(site, "--rule", "double-space").output
    #expect(rule.split(separator: "\n").allSatisfy { $0.hasSuffix("[double-space]") })
    let locale = try check(site, "--locale", "de").output
    #expect(locale.split(separator: "\n").allSatisfy { $0.hasPrefix("Strings/de/") })
    let severity = try check(site, "--severity", "error").output
    #expect(severity.split(separator: "\n").allSatisfy { $0.contains(": error: ") })
    #expect(!rule.isEmpty && !locale.isEmpty && !severity.isEmpty)
  }

  @Test func `the nearest rule is named where there is none of that name`() throws {
    let run = try check(try site([:]), "--rule", "double-spce")
    #expect(run.status == 2)
    #expect(run.errors == "langue: there is no rule `double-spce`; did you mean `double-space`?\n")
  }

  @Test func `the manifest weighs a rule by locale and key, and accepts what it suppresses`() throws
  {
    func run(_ severities: String, _ suppressions: String) throws -> String {
      let manifest = TinySite.manifest.replacing(
        "\"source\": \"fr\",",
        with: """
          "source": "fr", "severities": [\(severities)], "suppressions": [\(suppressions)],
          """)
      return try check(
        try site(["Locales/site.json": manifest, "Strings/pl/page.json": faulty]), "--locale", "pl"
      ).output
    }
    let rule = #""rule": "unknown-variable""#
    #expect(try run(#"{\#(rule), "severity": "note"}"#, "").contains(": note: variable"))
    #expect(
      try run(#"{\#(rule), "severity": "note", "locales": ["de"]}"#, "")
        .contains(": error: variable"))
    #expect(
      try run(#"{\#(rule), "severity": "warning", "locales": ["pl"], "keys": ["cart.*"]}"#, "")
        .contains(": warning: variable"))
    #expect(
      try run(#"{\#(rule), "severity": "off", "keys": ["head.*"]}"#, "")
        .contains(": error: variable"))
    #expect(try !run(#"{\#(rule), "severity": "off"}"#, "").contains("unknown-variable"))
    #expect(
      try !run("", #"{\#(rule), "key": "cart.title", "locale": "pl", "reason": "a trial"}"#)
        .contains("[unknown-variable]"))
  }

  @Test func `the faults of a page template are findings among others`() throws {
    let site = try site(["Strings/page.html": "<h1 class=\"{{cart.title}}\">{{x"])
    let run = try check(site)
    #expect(run.status == 1)
    #expect(run.output.contains("Strings/page.html:1:12: error: a message must not stand in the"))
    #expect(run.output.contains("[template-context]"))
    #expect(run.output.contains("Strings/page.html:1:28: error: the tag is not closed"))
    #expect(run.output.contains("Strings/de/"))
    let manifest = TinySite.manifest.replacing(
      "\"source\": \"fr\",",
      with: #""source": "fr", "severities": [{"rule": "template-syntax", "severity": "off"}],"#)
    try site.write(manifest, to: "Locales/site.json")
    #expect(try !check(site).output.contains("[template-syntax]"))
  }

  @Test func `a suppression that keeps nothing back is reported`() throws {
    let manifest = TinySite.manifest.replacing(
      "\"source\": \"fr\",",
      with: """
        "source": "fr", "suppressions": [{"rule": "double-space", "reason": "a poem"}],
        """)
    let run = try check(try site(["Locales/site.json": manifest]), "--rule", "unused-suppression")
    #expect(run.output.isEmpty, "where the rule was not looked for, nothing is known of it")
    let whole = try check(try site(["Locales/site.json": manifest]))
    #expect(whole.output.contains("[unused-suppression]"))
  }

  @Test func `a severity for a rule that there is not is reported`() throws {
    let manifest = TinySite.manifest.replacing(
      "\"source\": \"fr\",",
      with: #""source": "fr", "severities": [{"rule": "double-spce", "severity": "off"}],"#)
    let run = try check(try site(["Locales/site.json": manifest]))
    #expect(run.output.contains("warning: there is no rule `double-spce` [unused-suppression]"))
  }
}

@Suite struct CheckBaselineTests {
  private let update = ["--baseline", "baseline.json", "--update-baseline"]

  private func run(_ site: TemporaryFolder, _ arguments: [String]) throws -> Run {
    try Executable.langue.run(["check", "--format", "concise"] + arguments, in: site.path)
  }

  @Test func `a baseline is made, keeps back what is in it, and only shrinks`() throws {
    let site = try site(["Strings/pl/page.json": faulty])
    let made = try run(site, update)
    #expect(made.status == 0)
    #expect(made.output == "")
    #expect(made.errors.hasPrefix("langue: baseline.json: "))
    let first = try #require(site.read("baseline.json"))

    // What is in it is not reported; what is new is.
    let kept = try run(site, ["--baseline", "baseline.json"])
    #expect(kept.status == 0)
    #expect(kept.output == "")
    try site.write(
      faulty.replacing("produktów", with: "produktów {$x}"), to: "Strings/pl/page.json")
    let new = try run(site, update)
    #expect(new.status == 1)
    #expect(new.output.contains("`$x`"))
    #expect(!new.output.contains("`$nmae`"))
    #expect(site.read("baseline.json") == first, "a baseline took something in")

    // What is mended leaves it for good.
    try site.write(TinySite.polish, to: "Strings/pl/page.json")
    #expect(try run(site, update).status == 0)
    let second = try #require(site.read("baseline.json"))
    #expect(second != first)
    #expect(!second.contains("unknown-variable"))
    try site.write(faulty, to: "Strings/pl/page.json")
    let back = try run(site, ["--baseline", "baseline.json"])
    #expect(back.status == 1)
    #expect(back.output.contains("[unknown-variable]"))
  }

  @Test func `a baseline that is not there, or is none, ends with 2`() throws {
    let site = try site([:])
    let missing = try run(site, ["--baseline", "baseline.json"])
    #expect(missing.status == 2)
    #expect(missing.errors.contains("--update-baseline makes it"))
    try site.write("{\"version\": 2}", to: "baseline.json")
    for arguments in [["--baseline", "baseline.json"], update] {
      let run = try run(site, arguments)
      #expect(run.status == 2)
      #expect(run.errors.hasPrefix("langue: baseline.json:1:1: this is no baseline"))
    }
    #expect(site.read("baseline.json") == "{\"version\": 2}")
  }

  @Test(arguments: [
    ["--update-baseline"], ["--baseline", "b", "--update-baseline", "--locale", "pl"],
    ["--baseline", "b", "--update-baseline", "--rule", "double-space"],
    ["--baseline", "b", "--update-baseline", "--severity", "error"], ["--dry-run"],
    ["--fix", "--changed-since", "HEAD"], ["--watch", "--fix"],
  ])
  func `flags that contradict each other end with 2, and nothing is written`(
    arguments: [String]
  ) throws {
    let site = try site(["Strings/pl/page.json": faulty])
    let before = site.files
    let run = try run(site, arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(site.files == before)
    #expect(site.read("Strings/pl/page.json") == faulty)
  }

  @Test func `the text says how much the baseline keeps back`() throws {
    let site = try site(["Strings/pl/page.json": faulty])
    _ = try run(site, update)
    let text = try Executable.langue.run(["check", "--baseline", "baseline.json"], in: site.path)
    #expect(text.output.wholeMatch(of: /[0-9]+ more in the baseline\n/) != nil)
  }
}

@Suite struct CheckFixTests {
  private let spaced = TinySite.polish.replacing("Witaj, {$name}", with: "Witaj,  {$name}")

  @Test func `what can be mended is mended, and the rest is reported`() throws {
    let site = try site(["Strings/pl/page.json": faulty])
    let run = try check(site, "--fix", "--locale", "pl")
    #expect(run.errors == "langue: mended 1 message in 1 file\n")
    #expect(run.status == 1)
    #expect(run.output.contains("[unknown-variable]"))
    #expect(!run.output.contains("[double-space]"))
    #expect(
      site.read("Strings/pl/page.json") == faulty.replacing("Witaj,  {", with: "Witaj, {"))
  }

  @Test func `a second run has nothing to mend`() throws {
    let site = try site(["Strings/pl/page.json": spaced])
    #expect(try check(site, "--fix", "--locale", "pl").status == 0)
    let again = try check(site, "--fix", "--locale", "pl")
    #expect(again.errors == "")
    #expect(site.read("Strings/pl/page.json") == TinySite.polish)
  }

  @Test func `a dry run shows a diff that git applies, and changes nothing`() throws {
    let site = try site(["Strings/pl/page.json": spaced])
    let run = try check(site, "--fix", "--dry-run", "--locale", "pl")
    #expect(run.status == 1)
    #expect(run.errors == "langue: would mend 1 message in 1 file\n")
    #expect(site.read("Strings/pl/page.json") == spaced)
    let lines = spaced.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      run.output == """
        --- a/Strings/pl/page.json
        +++ b/Strings/pl/page.json
        @@ -1,4 +1,4 @@
         {
        -\(lines[1])
        +\(lines[1].replacing("Witaj,  {", with: "Witaj, {"))
         \(lines[2])
         }
        \\ No newline at end of file

        """)
    let clean = try check(try self.clean(), "--fix", "--dry-run")
    #expect(clean.status == 0)
    #expect(clean.output == "")
  }

  private func clean() throws -> TemporaryFolder { try site([:]) }

  @Test func `only the rules and locales that are asked for are mended`() throws {
    let site = try site(["Strings/pl/page.json": spaced])
    _ = try check(site, "--fix", "--locale", "de")
    _ = try check(site, "--fix", "--rule", "not-nfc")
    #expect(site.read("Strings/pl/page.json") == spaced)
  }
}

/// A site whose translations know which source they were made from.
@Suite struct CheckFixOfSourcesTests {
  private let quoted = TinySite.french.replacing(
    "Bonjour {$name}", with: #"Bonjour \"{$name}\""#)

  /// A site that is stamped and whose Polish text was made from an earlier source.
  private func stampedSite() throws -> TemporaryFolder {
    let site = try site(["Strings/fr/page.json": quoted])
    #expect(try Executable.langue.run(["fmt", "--stamp"], in: site.path).status == 0)
    let polish = try #require(site.read("Strings/pl/page.json"))
    let stamp = try #require(polish.firstMatch(of: /"@cart.title": *{\s*"source": "([0-9a-f]+)"/))
    try site.write(
      polish.replacing(stamp.1, with: "0123456789abcdef"), to: "Strings/pl/page.json")
    return site
  }

  private func stale(_ site: TemporaryFolder) throws -> [Substring] {
    try check(site, "--rule", "stale-translation").output.split(separator: "\n")
  }

  @Test(arguments: [[], ["--locale", "fr"]])
  func `translations of a mended source stay up to date, and those that were stale stay stale`(
    locale: [String]
  ) throws {
    let site = try stampedSite()
    let before = try stale(site)
    #expect(before.count == 1 && before[0].hasPrefix("Strings/pl/"), "\(before)")
    let run = try Executable.langue.run(
      ["check", "--fix", "--rule", "straight-quotes"] + locale, in: site.path)
    #expect(
      run.errors == """
        langue: mended 1 message in 1 file; 1 translation of mended source messages stays up to date

        """)
    #expect(
      site.read("Strings/fr/page.json")?.contains("Bonjour «\u{202F}{$name}\u{202F}»") == true)
    #expect(try stale(site) == before)
    let again = try check(site, "--fix", "--rule", "straight-quotes")
    #expect(again.errors == "")
  }

  @Test func `only the fingerprints of the mended message change`() throws {
    let site = try stampedSite()
    let german = try #require(site.read("Strings/de/page.json"))
    let polish = try #require(site.read("Strings/pl/page.json"))
    let diff = try check(site, "--fix", "--dry-run", "--rule", "straight-quotes")
    #expect(diff.status == 1)
    #expect(site.read("Strings/de/page.json") == german)
    let changed = diff.output.split(separator: "\n").filter { $0.hasPrefix("+") }
    try #require(changed.count == 4, "\(diff.output)")
    #expect(changed[0] == "+++ b/Strings/de/page.json")
    #expect(changed[1].contains(#""source": "#))
    #expect(changed[2] == "+++ b/Strings/fr/page.json")
    #expect(try check(site, "--fix", "--rule", "straight-quotes").status == 0)
    #expect(site.read("Strings/pl/page.json") == polish)
  }

  @Test func `nothing is mended where one of the files cannot be written`() throws {
    let site = try stampedSite()
    // There is no room in the name for what stands in that of an unfinished file.
    let name = String(repeating: "x", count: 245) + ".json"
    try site.write(#"{"long": "Dire \"oui\""}"#, to: "Strings/fr/\(name)")
    let before = site.files.map { site.read($0) }
    let run = try check(site, "--fix", "--rule", "straight-quotes")
    #expect(run.status == 2)
    #expect(run.errors.hasSuffix("; nothing was changed\n"), "\(run.errors)")
    #expect(site.files.map { site.read($0) } == before)
  }
}

@Suite(.enabled(if: hasGit, "there is no git"))
struct CheckChangedSinceTests {
  @Test func `only the findings of messages that changed are reported, whatever moved`() throws {
    let site = try site(["Strings/pl/page.json": faulty])
    try site.commitAll()
    #expect(try check(site, "--changed-since", "HEAD").output == "")
    // Another fault in another message; the first one moves to another line.
    try site.write(
      faulty.replacing("{\n", with: "{\n\n\n").replacing("produktów", with: "produktów {$x}"),
      to: "Strings/pl/page.json")
    let run = try check(site, "--changed-since", "HEAD")
    #expect(run.status == 1)
    #expect(run.output.contains("`$x`"))
    #expect(!run.output.contains("`$nmae`"))
    #expect(run.output.split(separator: "\n").count == 1, "\(run.output)")
    try site.commitChanges()
    #expect(try check(site, "--changed-since", "HEAD").status == 0)
    #expect(try check(site, "--changed-since", "main~1").output == run.output)
  }

  @Test func `where the source changed, every translation of the message counts`() throws {
    let site = try site(["Strings/pl/page.json": faulty])
    try site.commitAll()
    try site.write(
      TinySite.french.replacing("Bonjour {$name}", with: "Bonsoir {$name}"),
      to: "Strings/fr/page.json")
    let run = try check(site, "--changed-since", "HEAD", "--rule", "unknown-variable")
    #expect(run.output.contains("Strings/pl/page.json"))
  }

  @Test func `a message that was taken out, a new file and a new label are changes`() throws {
    let site = try site([:])
    try site.commitAll()
    try site.write("{\"cart.items\": \"x {$count :integer}\"}", to: "Strings/de/page.json")
    try site.write(
      TinySite.manifest.replacing("\"Polish\"", with: "\"Poland\""), to: "Locales/site.json")
    let run = try check(site, "--changed-since", "HEAD")
    #expect(run.output.contains("`cart.title` is not translated"))
    #expect(run.output.contains("[label-names-a-country]"))
  }

  @Test func `a site in a folder of its repository is found there`() throws {
    let repository = try TemporaryFolder(["readme": "x"])
    for (name, text) in TinySite.files { try repository.write(text, to: "web/\(name)") }
    try repository.write(faulty, to: "web/Strings/pl/page.json")
    try repository.commitAll()
    let run = try Executable.langue.run(
      ["check", "--site", "web", "--changed-since", "HEAD", "--format", "concise"],
      in: repository.path)
    #expect(run.errors == "")
    #expect(run.output == "")
    let sarif = try Executable.langue.run(
      ["check", "--site", "web", "--format", "sarif"], in: repository.path)
    #expect(sarif.output.contains("\"uri\":\"web/Strings/pl/page.json\""))
  }

  @Test(arguments: ["no-such-branch", "--all", "-1", ""])
  func `a revision that is none is one line and exit code 2`(revision: String) throws {
    let site = try site([:])
    try site.commitAll()
    let run = try check(site, "--changed-since=\(revision)")
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
  }

  @Test func `outside of a repository the reason is git's`() throws {
    let run = try check(try site([:]), "--changed-since", "HEAD")
    #expect(run.status == 2)
    #expect(run.errors.contains("is in no git repository"))
  }

  @Test func `no temporary folder is left behind`() throws {
    let site = try site([:])
    try site.commitAll()
    let scratch = try TemporaryFolder(["x": ""])
    _ = try check(
      site, "--changed-since", "HEAD", environment: ["TMPDIR": scratch.path])
    #expect(scratch.files == ["x"])
  }
}

@Suite struct CheckGitHubTests {
  @Test func `annotations go to standard output, the table behind what the summary has`() throws {
    let site = try site(["Strings/pl/page.json": faulty])
    try site.write("before\n", to: "summary.md")
    let run = try Executable.langue.run(
      ["check", "--format", "github"], in: site.path,
      environment: [
        "GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": site.path,
        "GITHUB_STEP_SUMMARY": site.path + "/summary.md",
      ])
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("::error file=Strings/pl/page.json,line=2,endLine=2,col="))
    let summary = try #require(site.read("summary.md"))
    #expect(summary.hasPrefix("before\n### langue check: 1 error, 2 warnings\n"))
    #expect(
      summary.contains("| error | unknown-variable | cart.title (pl) | Strings/pl/page.json:2:"))
  }

  @Test func `a summary that cannot be written ends with 2`() throws {
    let site = try site([:])
    let run = try Executable.langue.run(
      ["check", "--format", "github"], in: site.path,
      environment: ["GITHUB_STEP_SUMMARY": "/nowhere/at/all"])
    #expect(run.status == 2)
    #expect(run.errors.contains("/nowhere/at/all"))
  }

  @Test func `paths start at the folder that the service works in`() throws {
    let folder = try TemporaryFolder(["readme": "x"])
    for (name, text) in TinySite.files { try folder.write(text, to: "web/\(name)") }
    try folder.write(faulty, to: "web/Strings/pl/page.json")
    for variable in ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"] {
      let run = try Executable.langue.run(
        ["check", "--format", "gitlab", "--site", "web"], in: folder.path,
        environment: [variable: folder.path])
      #expect(run.output.contains("\"path\": \"web/Strings/pl/page.json\""))
    }
  }
}

@Suite struct CheckWatchTests {
  /// Watches a site, takes each step when the reports on those before are there, and interrupts the watch
  /// after the last report.
  private func watch(
    _ site: TemporaryFolder, _ arguments: [String] = [], steps: [String], signal: String = "INT"
  ) throws -> Run {
    let script = steps.enumerated().map { "reports \($0.offset + 1)\n\($0.element)\n" }.joined()
    try site.write(
      """
      langue=$1
      shift
      "$langue" check --watch --format concise "$@" > out 2> err &
      watch=$!
      reports() {
        for i in $(seq 300); do
          [ "$(grep -c waiting err)" -ge "$1" ] && return
          sleep 0.1
        done
        kill -KILL $watch
        exit 9
      }
      \(script)
      reports \(steps.count + 1)
      kill -\(signal) $watch
      wait $watch
      """, to: "watch.sh")
    var run = try Executable(path: "/bin/sh").run(
      ["watch.sh", Executable.langue.path] + arguments, in: site.path,
      environment: ["PATH": "/usr/bin:/bin"])
    run.output = site.read("out") ?? ""
    run.errors += site.read("err") ?? ""
    return run
  }

  @Test(arguments: ["INT", "TERM"])
  func `a change is reported anew, and an interrupt is a clean end`(signal: String) throws {
    let site = try site(["faulty": faulty])
    let run = try watch(
      site, ["--locale", "pl"],
      steps: ["cp faulty Strings/pl/page.json", "printf '{' > Strings/pl/page.json"],
      signal: signal)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.components(of: "[unknown-variable]") == 1, "\(run.output)")
    #expect(run.errors.hasPrefix("langue: nothing to mend; waiting for changes"))
  }

  @Test
  func `a site that cannot be worked with for a moment is waited for, and so is the baseline`()
    throws
  {
    let site = try site([:])
    _ = try check(site, "--baseline", "before.json", "--update-baseline")
    try site.write(faulty, to: "Strings/pl/page.json")
    _ = try check(site, "--baseline", "b.json", "--update-baseline")
    let run = try watch(
      site, ["--locale", "pl", "--baseline", "b.json"],
      steps: [
        "mv Locales/site.json kept", "mv kept Locales/site.json",
        "mv before.json b.json",
      ])
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.errors.split(separator: "\n")
    try #require(lines.count == 5, "\(run.errors)")
    #expect(lines[0] == "langue: nothing to mend; waiting for changes, ^C ends")
    #expect(lines[1].contains("site.json"))
    #expect(lines[2] == "langue: waiting for changes, ^C ends")
    #expect(run.output.components(of: "[unknown-variable]") == 1, "\(run.output)")
  }

  @Test func `in another tool's project new, renamed and removed files are seen`() throws {
    let header = "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
    let message = "#, python-brace-format\nmsgid \"Hello {name}\"\n"
    let site = try TemporaryFolder([
      "locale/de/LC_MESSAGES/app.po": header + message + "msgstr \"Hallo {name}\"\n",
      "pl": header + message + "msgstr \"Witaj {nmae}\"\n",
      "cs": header + message + "msgstr \"Ahoj {jmeno}\"\n",
      "Locales/readme": "",
    ])
    site.makeFolder("locale/pl/LC_MESSAGES")
    let run = try watch(
      site, ["--site", ".", "--rule", "unknown-variable"],
      steps: [
        "cp pl locale/pl/LC_MESSAGES/app.po",
        "mv cs locale/pl/LC_MESSAGES/app.po",
        "rm -r locale/pl",
        "rm -r locale",
      ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.components(of: "`$nmae`") == 1, "\(run.output)")
    #expect(run.output.components(of: "`$jmeno`") == 1, "\(run.output)")
    #expect(run.errors.components(of: "nothing to mend; waiting") == 2, "\(run.errors)")
    #expect(run.errors.contains("no catalogues of any format"), "\(run.errors)")
  }

  @Test func `where a manifest names another tool's files, both count`() throws {
    let header = "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
    let manifest = TinySite.manifest.replacing(
      "\"source\": \"fr\",",
      with: #""source": "fr", "catalogs": {"files": ["po/{locale}.po"]},"#)
    let site = try TemporaryFolder([
      "Locales/site.json": manifest,
      "po/pl.po": header + "msgid \"Bonjour  toi\"\nmsgstr \"Witaj  ty\"\n",
      "po/de.po": header + "msgid \"Bonjour  toi\"\nmsgstr \"Hallo du\"\n",
      "off": manifest.replacing(
        "\"source\":",
        with: #""severities": [{"rule": "double-space", "severity": "off"}], "source":"#
      ),
    ])
    let run = try watch(
      site, ["--rule", "double-space"], steps: ["mv off Locales/site.json"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.components(of: "[double-space]") > 0, "\(run.output)\(run.errors)")
    #expect(run.errors.components(of: "nothing to mend; waiting") == 1, "\(run.errors)")
  }
}

extension String {
  /// How many times a text stands in this one.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
