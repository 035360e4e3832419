import ArgumentParser
import LocaleIdentifiers
import StringCatalogs

struct LocaleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only this locale; may be given several times. By default all of the site's.",
      valueName: "locale"))
  var locale: [String] = []

  /// The locales that were asked for, in the site's order, or nil where none was named.
  func chosen(of site: Site) throws -> Set<LocaleIdentifier>? {
    guard !locale.isEmpty else { return nil }
    return try Set(locale.map { try site.locale($0) })
  }
}

extension Site {
  /// The site's locale that a word on the command line names.
  func locale(_ text: String) throws -> LocaleIdentifier {
    if let locale = LocaleIdentifier(text), locales.contains(locale) { return locale }
    let nearest = NearestName.of(text, among: locales.map(\.tag))
    throw Failure(
      "`\(text)` is no locale of the site"
        + (nearest.map { "; did you mean `\($0)`?" } ?? "; `langue selector` lists them"))
  }
}
