import ArgumentParser
public import CatalogExchange

/// What an executable brings to the commands besides the site's own JSON.
///
/// `langue` brings nothing and is built in a minute or two. `langue-exchange` brings the exchange formats; `langue`
/// becomes it when a command or a site needs one.
public struct Toolkit: Sendable {
  /// The formats of other tools, or none.
  public let formats: [CatalogFormat]
  /// What `export` writes for programs, besides JSON and bundles.
  public let exports: [RuntimeExport]

  public init(formats: [CatalogFormat] = [], exports: [RuntimeExport] = []) {
    self.formats = formats
    self.exports = exports
  }

  /// Makes sure that the formats are here: where they are not, this process becomes the program that has
  /// them, with the same command line.
  func needFormats() throws {
    guard formats.isEmpty else { return }
    try Sibling(name: "langue-exchange", variable: "LANGUE_EXCHANGE")
      .become(Array(CommandLine.arguments.dropFirst()))
  }
}

extension Toolkit {
  /// The export of a name, for which this process becomes the program that has it where it must.
  func export(named name: String) throws -> RuntimeExport {
    try needFormats()
    guard let export = exports.first(where: { $0.name == name }) else {
      throw Failure("this program cannot export `\(name)`")
    }
    return export
  }
}

/// A command that works with more than the site's own JSON.
protocol ToolCommand: ParsableCommand {
  func run(with toolkit: Toolkit) throws
}
