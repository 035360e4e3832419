import LocaleIdentifiers
public import LocaleServices

/// Finds out which of a site's locales a text means, however people write it.
///
///     let resolver = try LabelResolver(site: site)
///     resolver.resolve("Taiwan")?.locale   // "zh-Hant": the country's likely language
///     resolver.resolve("cestina")?.locale  // "cs": without marks
///     resolver.resolve("Allemand")?.locale // "de": in French
///     resolver.resolve("iw")               // nil, unless the site has Hebrew
///
/// Case, marks, punctuation and spaces do not matter. Names in English and in the site's source
/// language go before names in other languages, countries among them: `Bulgaria` is the country,
/// though Indonesian calls the language so.
public struct LabelResolver: Sendable {
  private let entries: [SiteEntry]
  private let endonyms: [(name: String, locale: LocaleIdentifier)]
  private let matcher: LocaleMatcher
  private let keys: SearchKeys
  /// The languages that labels are looked for in first.
  private let nearLanguages: [LocaleIdentifier]
  private let otherLanguages: [LocaleIdentifier]
  private let nameable: [(named: LocaleIdentifier, meant: LocaleIdentifier)]

  public init(site: Site) throws(ICUError) {
    entries = site.entries
    var endonyms: [(name: String, locale: LocaleIdentifier)] = []
    for entry in site.entries where !entry.isDefault {
      endonyms.append((try Endonyms.endonym(of: entry), entry.locale))
      // Beside the manifest's form, the plain name of CLDR is found as well.
      endonyms.append((try Endonyms.endonym(of: entry.locale), entry.locale))
    }
    self.endonyms = endonyms
    // What a text means has nothing to do with who may be given what.
    matcher = LocaleMatcher(supported: site.locales, default: site.source, denials: [])
    let locales = site.entries.compactMap { $0.isDefault ? nil : $0.locale }
    nameable = Self.nameable(locales, matcher: matcher)
    keys = try SearchKeys()
    nearLanguages = site.source.language == "en" ? [site.source] : ["en", site.source]
    otherLanguages = site.targets.filter { $0 != "en" }
  }

  /// The locale that a text means; nil if it means none of the site's.
  public func resolve(_ text: String) -> LabelResolution? {
    let key = keys.folded(text)
    guard !key.isEmpty else { return nil }
    return code(text) ?? label(key) ?? alias(key) ?? meaning(of: key)
  }

  /// What a label of the site itself means, the manifest's labels and aliases left aside.
  func meaning(ofLabel label: String) -> LabelResolution? {
    let key = keys.folded(label)
    guard !key.isEmpty else { return nil }
    return code(label) ?? meaning(of: key)
  }

  /// The locale that the manifest gives the text as an alias.
  func aliased(_ text: String) -> LabelResolution? {
    alias(keys.folded(text))
  }

  private func meaning(of key: String) -> LabelResolution? {
    endonym(key) ?? name(key, in: nearLanguages) ?? region(key, in: nearLanguages)
      ?? romanized(key) ?? name(key, in: otherLanguages) ?? region(key, in: otherLanguages)
      ?? script(key)
  }
}

// One way each, in the order of trust.
extension LabelResolver {
  private func code(_ text: String) -> LabelResolution? {
    guard let written = LocaleIdentifier(text) ?? LocaleIdentifier(canonicalizing: text),
      let locale = supported(for: written)
    else { return nil }
    let canonical = written.canonicalized
    // A code of three letters for the same language is no former one.
    let isFormer = canonical.language != written.language && written.language.utf8.count == 2
    let means: LabelResolution.Means = isFormer ? .legacyCode(current: canonical) : .code
    return LabelResolution(locale, by: means)
  }

  private func label(_ key: String) -> LabelResolution? {
    resolution(
      by: .label, entries.compactMap { keys.folded($0.label) == key ? $0.locale : nil })
  }

  private func alias(_ key: String) -> LabelResolution? {
    let found = entries.filter { $0.aliases.contains { keys.folded($0) == key } }
    return resolution(by: .alias, found.map(\.locale))
  }

  private func endonym(_ key: String) -> LabelResolution? {
    resolution(
      by: .endonym, endonyms.compactMap { keys.folded($0.name) == key ? $0.locale : nil })
  }

  /// The language's own name typed in Latin letters: `russkij`.
  private func romanized(_ key: String) -> LabelResolution? {
    let key = keys.key(of: key)
    return resolution(
      by: .endonym, endonyms.compactMap { keys.key(of: $0.name) == key ? $0.locale : nil })
  }

  private func name(_ key: String, in languages: [LocaleIdentifier]) -> LabelResolution? {
    for language in languages {
      var found: [LocaleIdentifier] = []
      for style in NameStyle.all {
        guard
          let names = try? DisplayNames(
            locale: language, style: style.dialect, length: style.length)
        else { continue }
        for (named, meant) in nameable where !style.isForParts || named.tag != named.language {
          if names.name(of: named).map({ keys.folded($0) }) == key { found.append(meant) }
        }
      }
      if let result = resolution(by: .name(in: language), found) { return result }
    }
    return nil
  }

  private func region(_ key: String, in languages: [LocaleIdentifier]) -> LabelResolution? {
    for language in languages {
      for length in [DisplayNames.Length.full, .short] {
        guard let names = try? DisplayNames(locale: language, length: length) else { continue }
        for region in DisplayNames.regions {
          guard let name = names.name(ofRegion: region), keys.folded(name) == key,
            let likely = LocaleIdentifier(language: "und", region: region)?.maximized,
            likely.language != "und", let locale = supported(for: likely)
          else { continue }
          return LabelResolution(locale, by: .region(region, in: language))
        }
      }
    }
    return nil
  }

  private func script(_ key: String) -> LabelResolution? {
    for script in Set(locales.compactMap(\.likelyScript)).sorted() {
      let names = nearLanguages.compactMap {
        try? DisplayNames(locale: $0).name(ofScript: script)
      }
      guard ([script] + names).contains(where: { keys.folded($0) == key }) else { continue }
      let written = locales.filter { $0.likelyScript == script }
      // A script of several languages names none of them.
      return written.count == 1 ? resolution(by: .script(script), written) : nil
    }
    return nil
  }

  private var locales: [LocaleIdentifier] {
    entries.compactMap { $0.isDefault ? nil : $0.locale }
  }

  /// What may be named: the site's locales, and their languages without script and region, which mean
  /// the likeliest. `no` is how most people call `nb`.
  private static func nameable(
    _ locales: [LocaleIdentifier], matcher: LocaleMatcher
  ) -> [(named: LocaleIdentifier, meant: LocaleIdentifier)] {
    var languages = locales.map { (named: $0, meant: $0) }
    var seen = Set(locales.map(\.tag))
    for language in locales.map(\.language) + ["no"] where seen.insert(language).inserted {
      guard let named = LocaleIdentifier(language), let meant = supported(for: named, by: matcher)
      else { continue }
      languages.append((named, meant))
    }
    return languages
  }

  /// The site's form of a locale: itself or the same language, never another one.
  private static func supported(
    for locale: LocaleIdentifier, by matcher: LocaleMatcher
  ) -> LocaleIdentifier? {
    let match = matcher.match([locale])
    switch match.kind {
    case .exact, .sameLanguage: return match.locale
    case .relatedLanguage, .default: return nil
    }
  }

  private func supported(for locale: LocaleIdentifier) -> LocaleIdentifier? {
    Self.supported(for: locale, by: matcher)
  }

  private func resolution(
    by means: LabelResolution.Means, _ found: [LocaleIdentifier]
  ) -> LabelResolution? {
    guard let first = found.first else { return nil }
    var others: [LocaleIdentifier] = []
    for locale in found where locale != first && !others.contains(locale) { others.append(locale) }
    return LabelResolution(first, by: means, alternatives: others)
  }
}

/// The ways to name a locale; all but the first differ only for locales with a script or region.
private struct NameStyle {
  let dialect: DisplayNames.Style
  let length: DisplayNames.Length
  let isForParts: Bool

  static let all = [
    NameStyle(dialect: .standard, length: .full, isForParts: false),
    NameStyle(dialect: .standard, length: .short, isForParts: true),
    NameStyle(dialect: .dialect, length: .full, isForParts: true),
  ]
}
