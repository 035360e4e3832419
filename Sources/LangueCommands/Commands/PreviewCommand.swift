import ArgumentParser
import LocaleIdentifiers
import StringCatalogs

struct PreviewCommand: ToolCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "preview",
      abstract: "Show the site's pages in a browser, in any of its languages.",
      discussion: """
        Serves every locale's page at /<locale>/ on this machine only; what is not translated is shown \
        in the language that it falls back to, and marked.
        """)
  }

  @Argument(help: "The language whose page is shown first; by default the source.")
  var locale: String?

  @OptionGroup var site: SiteOptions

  @Option(help: ArgumentHelp("The port to listen on; 0 takes any free one.", valueName: "n"))
  var port: Int = 8080

  @Flag(help: "Let texts be changed on the page and saved to their catalogues.")
  var edit = false

  @Option(
    help: ArgumentHelp("Write the pages to a folder, and serve nothing.", valueName: "dir"))
  var output: String?

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError("--port takes a number from 0 to 65535")
    }
  }

  func run(with toolkit: Toolkit) throws {
    let site = try site.load()
    let first = try locale.map { try site.locale($0) }
    if let output {
      let files = try ExportedFiles(
        pagesOf: LoadedSite(site, with: toolkit), workers: Workers(count: Workers.processors))
      for warning in files.warnings { StandardStreams.log(warning) }
      try files.write(to: output, protecting: site)
      return try StandardStreams.print(files.list(in: output, isDryRun: false))
    }
    var arguments = ["--site", site.root, "--port", String(port)]
    if edit { arguments.append("--edit") }
    if let first { arguments.append(first.tag) }
    try Sibling(name: "langue-preview", variable: "LANGUE_PREVIEW").become(arguments)
  }
}
