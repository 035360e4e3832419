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

  @Flag(help: "With --output, also write each page as it is printed (by Chromium).")
  var pdf = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "With --output, also write pictures of these languages' pages (by Chromium).",
      valueName: "locale"))
  var png: [String] = []

  func validate() throws {
    guard output != nil || (!pdf && png.isEmpty) else {
      throw ValidationError("--pdf and --png write to a folder: name it with --output")
    }

    guard (0...65535).contains(port) else {
      throw ValidationError("--port takes a number from 0 to 65535")
    }
  }

  func run(with toolkit: Toolkit) throws {
    let site = try site.load()
    let first = try locale.map { try site.locale($0) }
    if let output {
      return try write(to: output, LoadedSite(site, with: toolkit))
    }
    var arguments = ["--site", site.root, "--port", String(port)]
    if edit { arguments.append("--edit") }
    if let first { arguments.append(first.tag) }
    try Sibling(name: "langue-preview", variable: "LANGUE_PREVIEW").become(arguments)
  }

  /// Writes the static site, with pictures where they are asked for.
  private func write(to folder: String, _ loaded: LoadedSite) throws {
    let site = loaded.site
    let workers = Workers(count: Workers.processors)
    let files = try ExportedFiles(pagesOf: loaded, workers: workers)
    for warning in files.warnings { StandardStreams.log(warning) }
    var pictures: PagePictures?
    if pdf || !png.isEmpty {
      let locales = site.locales.filter { files.files["\($0.tag)/index.html"] != nil }
      let wanted = try png.map { try site.locale($0) }
      if let missing = wanted.first(where: { !locales.contains($0) }) {
        throw Failure("`\(missing.tag)` has too little text to be published")
      }
      pictures = PagePictures(page: files.page, pdf: pdf ? locales : [], png: wanted)
    }
    let drawn = try files.write(to: folder, protecting: site, pictures: pictures, workers: workers)
    try StandardStreams.print(files.list(in: folder, isDryRun: false, and: drawn))
  }
}
