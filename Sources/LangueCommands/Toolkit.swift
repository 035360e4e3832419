import ArgumentParser
public import CatalogExchange
import StringCatalogs

/// What an executable brings to the commands besides the site's own JSON.
///
/// `langue` brings nothing and is built in a minute or two. `langue-exchange` brings the exchange formats; `langue`
/// becomes it when a command or a site needs one.
public struct Toolkit: Sendable {
  /// The formats of other tools.
  public let formats: [CatalogFormat]
  /// What `export` writes for programs, besides JSON and bundles.
  public let exports: [RuntimeExport]
  /// Whether formats belong to this program; where they do not, another one has them.
  private let hasFormats: Bool

  /// Of a program that knows the site's own JSON only.
  public init() {
    formats = []
    exports = []
    hasFormats = false
  }

  /// Of a program that knows other tools' formats.
  public init(formats: [CatalogFormat], exports: [RuntimeExport]) {
    self.formats = formats
    self.exports = exports
    hasFormats = true
  }

  /// Makes sure that the formats are here: where they are not, this process becomes the program that has
  /// them, with the same command line.
  func needFormats() throws {
    guard !hasFormats else { return }
    try Sibling(name: "langue-exchange", variable: "LANGUE_EXCHANGE")
      .become(Array(CommandLine.arguments.dropFirst()))
  }

  /// The format of a name on the command line.
  ///
  /// - Parameter own: Names of what can be written besides.
  func format(named name: String, besides own: [String] = []) throws -> CatalogFormat {
    if let format = formats.first(where: { $0.name == name }) { return format }
    let names = own + formats.map(\.name)
    throw Failure(
      "there is no format `\(name)`"
        + (NearestName.of(name, among: names).map { "; did you mean `\($0)`?" }
          ?? "; the formats are " + names.joined(separator: ", ")))
  }
}

/// A command that works with more than the site's own JSON.
protocol ToolCommand: ParsableCommand {
  func run(with toolkit: Toolkit) throws
}

extension ToolCommand {
  func run() throws { try run(with: Toolkit()) }
}
