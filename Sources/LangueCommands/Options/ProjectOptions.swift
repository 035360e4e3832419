import ArgumentParser
import LocaleIdentifiers

/// What cannot be found out of a folder that other tools' catalogues stand in.
struct ProjectOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "In a folder without a manifest: the language of the source texts.", valueName: "locale"))
  var source: String?

  @Option(
    help: ArgumentHelp(
      "In a folder without a manifest: where catalogues stand, as in 'i18n/{locale}.json'; may be given several times.",
      valueName: "pattern"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "In a folder without a manifest: only catalogues of this format.", valueName: "format"))
  var filesFormat: String?

  var sourceLocale: LocaleIdentifier? {
    get throws {
      guard let source else { return nil }
      guard let locale = LocaleIdentifier(source.replacing("_", with: "-")) else {
        throw Failure("`\(source)` is not a locale; write a tag such as `pt-BR`")
      }
      return locale
    }
  }
}
