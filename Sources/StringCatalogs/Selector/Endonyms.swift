package import LocaleIdentifiers
package import LocaleServices

/// The names that languages give themselves, as entries of a list.
///
/// One policy for all: the first letter is in title case by the language's own rules (`Polski`,
/// `Íslenska`, `Български`), because an entry stands by itself at the beginning of a line. CLDR writes
/// most languages small and some large, even for lists, which looks like a mistake where they stand
/// together. A script is part of the name (`繁體中文`), a region follows in brackets
/// (`English (United Kingdom)`), so that all kinds of English are found at E. What the manifest gives
/// (`Bahasa Indonesia`) is taken as it is.
package enum Endonyms {
  package static func endonym(of entry: SiteEntry) throws(ICUError) -> String {
    if let endonym = entry.endonym { return endonym }
    return try endonym(of: entry.locale)
  }

  package static func endonym(of locale: LocaleIdentifier) throws(ICUError) -> String {
    let style: DisplayNames.Style = locale.script == nil ? .standard : .dialect
    let name = try DisplayNames(locale: locale, style: style).name(of: locale) ?? locale.tag
    return name.capitalized(in: locale)
  }
}
