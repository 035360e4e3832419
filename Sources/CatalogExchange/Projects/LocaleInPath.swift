public import LocaleIdentifiers
public import LocaleServices

/// A locale that a file's path names, and the path with `{locale}` in its place.
///
///     LocaleInPath.candidates("locale/pt_BR/LC_MESSAGES/app.po", ending: "po", english)
///     // pt-BR, in the pattern locale/{locale}/LC_MESSAGES/app.po
///
/// Folders and names are read as gettext, Apple, Android, Java and Flutter write them: `pt_BR`,
/// `sr@latin`, `pl.lproj`, `values-b+sr+Latn`, `messages_pl.properties`, `intl_pt_BR.arb`.
public struct LocaleInPath: Hashable, Sendable {
  public static let mark = "{locale}"

  public var locale: LocaleIdentifier
  public var pattern: String
  /// Whether a whole folder or a whole name is the locale, not only the end of a name.
  public var isWhole: Bool

  /// Everything in a path that could name a locale, the likeliest first.
  ///
  /// - Parameters:
  ///   - ending: What the file's name ends with, without its dot.
  ///   - names: Any language's names of languages, which tell languages from other short words.
  public static func candidates(
    _ path: String, ending: String, _ names: DisplayNames
  ) -> [LocaleInPath] {
    var parts = path.split(separator: "/").map(String.init)
    guard let name = parts.popLast(), name.hasSuffix("." + ending) else { return [] }
    let stem = name.dropLast(ending.utf8.count + 1)
    var found: [LocaleInPath] = []
    func add(_ locale: LocaleIdentifier?, _ pattern: [String], isWhole: Bool) {
      guard let locale else { return }
      found.append(
        LocaleInPath(
          locale: locale, pattern: pattern.joined(separator: "/"), isWhole: isWhole))
    }
    // Android's `.xml` and other people's have nothing in common but the ending.
    let isAndroid = ending == "xml"
    func locale(named text: Substring) -> LocaleIdentifier? { Self.locale(named: text, names) }
    if !isAndroid {
      add(locale(named: stem), parts + ["\(mark).\(ending)"], isWhole: true)
      for index in stem.indices where "_-.".contains(stem[index]) && index > stem.startIndex {
        let start = stem.index(after: index)
        add(
          locale(named: stem[start...]), parts + ["\(stem[..<start])\(mark).\(ending)"],
          isWhole: false)
      }
    }
    for index in parts.indices.reversed() {
      var pattern = parts + [name]
      let folder = parts[index]
      if folder.hasPrefix("values-") {
        pattern[index] = "values-" + mark
        add(androidLocale(folder.dropFirst(7), names), pattern, isWhole: true)
      } else if folder.hasSuffix(".lproj") {
        pattern[index] = mark + ".lproj"
        add(locale(named: folder.dropLast(6)), pattern, isWhole: true)
      } else if !isAndroid {
        pattern[index] = mark
        add(locale(named: folder[...]), pattern, isWhole: true)
      }
    }
    return found
  }

  /// The paths at which a pattern's texts without a locale's name may stand: those of the source.
  public static func unmarkedPaths(_ pattern: String) -> [String] {
    if pattern.contains("\(mark).lproj/") {
      return [pattern.replacing("\(mark).lproj/", with: "Base.lproj/")]
    }
    if pattern.contains("values-\(mark)/") {
      return [pattern.replacing("values-\(mark)/", with: "values/")]
    }
    return ["_", "-", "."].filter { pattern.contains($0 + mark) }
      .map { pattern.replacing($0 + mark, with: "") }
  }

  /// The locale that a name says, if it is a language that CLDR knows.
  static func locale(named text: Substring, _ names: DisplayNames) -> LocaleIdentifier? {
    var name = text.replacing("_", with: "-")
    if let at = name.firstIndex(of: "@") {
      let modifier = name[name.index(after: at)...].lowercased()
      let script = ["latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab"][modifier]
      name = name[..<at] + "-" + (script ?? modifier)
    }
    guard let locale = LocaleIdentifier(name), (2...3).contains(locale.language.utf8.count),
      !["mul", "und", "zxx"].contains(locale.language),
      names.name(ofLanguage: locale.language) != nil
    else { return nil }
    return locale
  }

  /// Android's qualifiers: `pt-rBR`, `b+sr+Latn`.
  private static func androidLocale(
    _ text: Substring, _ names: DisplayNames
  ) -> LocaleIdentifier? {
    AndroidFolder.locale(of: "values-" + text).flatMap { locale(named: $0.tag[...], names) }
  }
}
