import LocaleIdentifiers
public import LocaleServices
public import StringCatalogs

/// What the locales of a site's selector are called, as far as labels are compared with it.
public struct SelectorNames: Sendable {
  /// The names in English, in the source's language, and in each locale's own.
  private let english: DisplayNames
  private let source: DisplayNames
  private let own: [LocaleIdentifier: DisplayNames]
  /// The orders that labels may stand in: English's and the source's.
  let collators: [Collator]

  public init(_ site: Site) throws(ICUError) {
    english = try DisplayNames(locale: "en")
    source = try DisplayNames(locale: site.source)
    var own: [LocaleIdentifier: DisplayNames] = [:]
    for entry in site.entries where own[entry.locale] == nil {
      own[entry.locale] = try DisplayNames(locale: entry.locale)
    }
    self.own = own
    collators = [try Collator(locale: "en"), try Collator(locale: site.source)]
  }

  /// The language's own name for a locale, as CLDR has it.
  func endonym(of locale: LocaleIdentifier) -> String? { own[locale]?.name(of: locale) }

  /// The same as a variety of its language (`繁體中文`), where it has a name as such.
  func varietyEndonym(of locale: LocaleIdentifier) -> String? {
    (try? DisplayNames(locale: locale, style: .dialect))?.name(of: locale)
  }

  /// Whether a label is a name of the locale's language: whole, without what stands in brackets, or
  /// its first word ("Norwegian" for "Norwegian Bokmål"); or its code.
  func isLanguage(_ label: String, of locale: LocaleIdentifier) -> Bool {
    let wanted = withoutBrackets(label).caseFolded
    if wanted == locale.tag.caseFolded || wanted == locale.language { return true }
    return everyone(locale).contains { names in
      [names.name(of: locale), names.name(ofLanguage: locale.language)].contains { name in
        guard let name = name?.caseFolded else { return false }
        return name == wanted || withoutBrackets(name) == wanted || name.hasPrefix(wanted + " ")
          || name == label.caseFolded || name.hasSuffix(" " + wanted)
      }
    }
  }

  /// The country that a label names, if the locale's language is the likely one there.
  func country(named label: String, of locale: LocaleIdentifier) -> String? {
    let wanted = label.caseFolded
    let likely = locale.region ?? locale.maximized.region
    for region in (likely.map { [$0] } ?? []) + Self.regions {
      let isName = everyone(locale).contains { $0.name(ofRegion: region)?.caseFolded == wanted }
      guard isName else { continue }
      if region == likely { return region }
      let spoken = LocaleIdentifier("und-\(region)")?.maximized.language
      if spoken == locale.language { return region }
    }
    return nil
  }

  /// Every pair of letters that could be a country's code: few labels are looked up here.
  private static let regions: [String] = {
    let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { Character(Unicode.Scalar($0)) }
    return letters.flatMap { first in letters.map { String([first, $0]) } }
  }()

  /// The locale's name in English, to propose it.
  func englishName(of locale: LocaleIdentifier) -> String? { english.name(of: locale) }

  private func everyone(_ locale: LocaleIdentifier) -> [DisplayNames] {
    [english, source] + (own[locale].map { [$0] } ?? [])
  }
}

private func withoutBrackets(_ name: String) -> String {
  let end = name.firstIndex { $0 == "(" || $0 == "（" } ?? name.endIndex
  var text = name[..<end]
  while text.last == " " { text.removeLast() }
  return String(text)
}
