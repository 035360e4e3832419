import ArgumentParser
import Diagnostics
import LocaleIdentifiers
import LocaleServices
import StringCatalogs

struct InitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "init",
      abstract: "Start a site: its manifest, and a first message.",
      discussion: """
        Writes Locales/site.json with the source and the languages to translate into, and a catalogue \
        of the source where there is none: langue init --source en --locales de,fr,pt-BR
        """)
  }

  @Argument(help: ArgumentHelp("The site's folder.", valueName: "dir"))
  var folder = "."

  @Option(help: ArgumentHelp("The language that texts are written in first.", valueName: "locale"))
  var source = "en"

  @Option(
    help: ArgumentHelp(
      "The languages to translate into, with commas between them.", valueName: "locales"))
  var locales = ""

  @Flag(help: "Say what would be written, and write nothing.")
  var dryRun = false

  func run() throws {
    let source = try locale(source)
    let names = locales.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    var targets: [LocaleIdentifier] = []
    for name in names where !name.isEmpty {
      let target = try locale(name)
      if target != source, !targets.contains(target) { targets.append(target) }
    }
    let root = folder == "/" ? "" : folder
    guard FolderContents.kind(of: "\(root)/\(SiteLoader.manifestPath)") == nil else {
      throw Failure("`\(folder)` is a site already: `\(SiteLoader.manifestPath)` stays as it is")
    }
    var files = [(SiteLoader.manifestPath, try manifest(source, targets))]
    let strings = "\(CatalogLoader.folder)/\(source)"
    if FolderContents.kind(of: "\(root)/\(strings)") == nil {
      files.append(("\(strings)/messages.json", Self.catalog(source)))
    }
    for (path, tree) in files where !dryRun {
      try write(Array((tree.text(.indented) + "\n").utf8), to: "\(root)/\(path)")
    }
    let verb = dryRun ? "would write" : "wrote"
    try StandardStreams.print(files.map { "\(verb) \($0.0)\n" }.joined())
  }

  private func locale(_ text: String) throws -> LocaleIdentifier {
    guard let locale = LocaleIdentifier(canonicalizing: text) else {
      throw Failure("`\(text)` is not a locale; write a tag such as `pt-BR`")
    }
    return locale
  }

  private func manifest(
    _ source: LocaleIdentifier, _ targets: [LocaleIdentifier]
  ) throws -> JSONTree {
    let names = try icu { () throws(ICUError) in try DisplayNames(locale: "en") }
    func label(_ locale: LocaleIdentifier) -> String { names.name(of: locale) ?? locale.tag }
    let first = JSONTree.object([
      .init("default", true), .init("locale", .string(source.tag)),
      .init("label", .string(label(source))),
    ])
    // A selector is looked through by its labels.
    let entries = targets.map { (locale: $0, label: label($0)) }.sorted { $0.label < $1.label }
      .map { target in
        JSONTree.object([
          .init("locale", .string(target.locale.tag)), .init("label", .string(target.label)),
        ])
      }
    return .object([
      .init("source", .string(source.tag)), .init("entries", .array([first] + entries)),
    ])
  }

  private static func catalog(_ source: LocaleIdentifier) -> JSONTree {
    .object([
      .init("@@locale", .string(source.tag)),
      .init("page.title", "langue"),
      .init(
        "@page.title",
        .object([.init("description", "The first message of the site: the title of its page.")])),
    ])
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    do throws(FileError) {
      try FolderContents.make(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
      try AtomicFile.write(bytes, to: path)
    } catch {
      throw Failure(error.message)
    }
  }
}
