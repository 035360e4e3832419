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
  /// Locales by the folded forms of what names them.
  private typealias Index = [String: [LocaleIdentifier]]

  private let locales: [LocaleIdentifier]
  private let supported: SupportedLocales
  private let keys: SearchKeys
  private let labels: Index
  /// Labels and aliases as the manifest writes them.
  private let writtenLabels: [String]
  private let aliases: Index
  private let endonyms: Index
  /// As they are: romanization has to see the marks, which folding removes (`й`).
  private let endonymNames: [(name: String, locale: LocaleIdentifier)]
  private let romanizedNames: Index
  /// What may be named, and what is meant by it.
  private let nameable: [(named: LocaleIdentifier, meant: LocaleIdentifier)]
  /// The languages that labels are looked for in first, with the names in them.
  private let nearLanguages: [LocaleIdentifier]
  private let nearNames: [Index]
  private let otherLanguages: [LocaleIdentifier]

  public init(site: Site) throws(ICUError) {
    let keys = try SearchKeys()
    let entries = site.entries.filter { !$0.isDefault }
    self.keys = keys
    locales = entries.map(\.locale)
    supported = SupportedLocales(site)
    labels = Self.index(site.entries.map { ($0.label, $0.locale) }, keys)
    writtenLabels = site.entries.flatMap { [$0.label] + $0.aliases }
    aliases = Self.index(
      site.entries.flatMap { entry in entry.aliases.map { ($0, entry.locale) } }, keys)
    var endonyms: [(name: String, locale: LocaleIdentifier)] = []
    for entry in entries {
      endonyms.append((try Endonyms.endonym(of: entry), entry.locale))
      // Beside the manifest's form, the plain name of CLDR is found as well.
      endonyms.append((try Endonyms.endonym(of: entry.locale), entry.locale))
    }
    endonymNames = endonyms
    self.endonyms = Self.index(endonyms, keys)
    romanizedNames = Self.index(
      locales.flatMap { locale in RomanizedNames.names(of: locale).map { ($0, locale) } }, keys)
    let nameable = Self.nameable(locales, among: supported)
    self.nameable = nameable
    nearLanguages = site.source.language == "en" ? [site.source] : ["en", site.source]
    nearNames = nearLanguages.map { Self.names(of: nameable, in: $0, keys) }
    otherLanguages = site.targets.filter { $0 != "en" }
  }

  /// The locale that a text means; nil if it means none of the site's.
  public func resolve(_ text: String) -> LabelResolution? {
    let key = keys.folded(text)
    guard !key.isEmpty else { return nil }
    return code(text) ?? label(key) ?? alias(key) ?? meaning(of: key)
      ?? regionCode(text)
  }

  /// The name or code of one of the site's locales that a text is most like, where it means none: what
  /// was mistyped.
  ///
  ///     resolver.nearest(to: "Polisch")  // "Polish"
  public func nearest(to text: String) -> String? {
    let key = keys.folded(text)
    guard !key.isEmpty else { return nil }
    var names = endonymNames.map(\.name) + locales.map(\.tag)
    for language in nearLanguages {
      guard let display = try? DisplayNames(locale: language) else { continue }
      names += nameable.compactMap { display.name(of: $0.named) }
    }
    var written: [String: String] = [:]
    for name in writtenLabels + names where written[keys.folded(name)] == nil {
      written[keys.folded(name)] = name
    }
    return NearestName.of(key, among: written.keys.sorted()).flatMap { written[$0] }
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
    endonym(key) ?? nearName(key) ?? region(key, in: nearLanguages) ?? romanized(key)
      ?? otherName(key) ?? region(key, in: otherLanguages) ?? script(key)
  }
}

// One way each, in the order of trust.
extension LabelResolver {
  private func code(_ text: String) -> LabelResolution? {
    guard let written = LocaleIdentifier(text) ?? LocaleIdentifier(canonicalizing: text),
      let locale = supported.locale(for: written)
    else { return nil }
    let canonical = written.canonicalized
    // A code of three letters for the same language is no former one.
    let isFormer = canonical.language != written.language && written.language.utf8.count == 2
    let means: LabelResolution.Means = isFormer ? .legacyCode(current: canonical) : .code
    return LabelResolution(locale, by: means)
  }

  private func label(_ key: String) -> LabelResolution? {
    resolution(by: .label, labels[key])
  }

  private func alias(_ key: String) -> LabelResolution? {
    resolution(by: .alias, aliases[key])
  }

  private func endonym(_ key: String) -> LabelResolution? {
    resolution(by: .endonym, endonyms[key])
  }

  /// The language's own name typed in Latin letters: `russkij`.
  private func romanized(_ key: String) -> LabelResolution? {
    if let known = resolution(by: .endonym, romanizedNames[key]) { return known }
    let key = keys.key(of: key)
    let found = endonymNames.filter { keys.key(of: $0.name) == key }
    return resolution(by: .endonym, found.map(\.locale))
  }

  private func nearName(_ key: String) -> LabelResolution? {
    for (language, names) in zip(nearLanguages, nearNames) {
      if let result = resolution(by: .name(in: language), names[key]) { return result }
    }
    return nil
  }

  private func otherName(_ key: String) -> LabelResolution? {
    for language in otherLanguages {
      let names = Self.names(of: nameable, in: language, keys)
      if let result = resolution(by: .name(in: language), names[key]) { return result }
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
            likely.language != "und", let locale = supported.locale(for: likely)
          else { continue }
          return LabelResolution(locale, by: .region(region, in: language))
        }
      }
    }
    return nil
  }

  /// A country's code, where it is no language's: `TW`, but `uk` is Ukrainian.
  private func regionCode(_ text: String) -> LabelResolution? {
    let code = text.uppercased()
    guard DisplayNames.regions.contains(code),
      let likely = LocaleIdentifier(language: "und", region: code)?.maximized,
      likely.language != "und", let locale = supported.locale(for: likely)
    else { return nil }
    return LabelResolution(locale, by: .region(code, in: "und"))
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

  private static func index(
    _ names: [(name: String, locale: LocaleIdentifier)], _ keys: SearchKeys
  ) -> Index {
    var index: Index = [:]
    for (name, locale) in names { index[keys.folded(name), default: []].append(locale) }
    return index
  }

  /// The names in one language; none where ICU has no names.
  private static func names(
    of nameable: [(named: LocaleIdentifier, meant: LocaleIdentifier)],
    in language: LocaleIdentifier, _ keys: SearchKeys
  ) -> Index {
    var found: [(String, LocaleIdentifier)] = []
    for style in NameStyle.all {
      guard
        let names = try? DisplayNames(locale: language, style: style.dialect, length: style.length)
      else { continue }
      for (named, meant) in nameable where !style.isForParts || named.tag != named.language {
        if let name = names.name(of: named) { found.append((name, meant)) }
      }
    }
    return index(found, keys)
  }

  /// What may be named: the site's locales, and their languages without script and region, which mean
  /// the likeliest. `no` is how most people call `nb`.
  private static func nameable(
    _ locales: [LocaleIdentifier], among supported: SupportedLocales
  ) -> [(named: LocaleIdentifier, meant: LocaleIdentifier)] {
    var languages = locales.map { (named: $0, meant: $0) }
    var seen = Set(locales.map(\.tag))
    for language in locales.map(\.language) + ["no"] where seen.insert(language).inserted {
      guard let named = LocaleIdentifier(language), let meant = supported.locale(for: named)
      else { continue }
      languages.append((named, meant))
    }
    return languages
  }

  private func resolution(
    by means: LabelResolution.Means, _ found: [LocaleIdentifier]?
  ) -> LabelResolution? {
    guard let found, let first = found.first else { return nil }
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

/// A site's locales, found by others that mean the same language.
private struct SupportedLocales: Sendable {
  private let matcher: LocaleMatcher
  private let languages: Set<String>

  init(_ site: Site) {
    // What a text means has nothing to do with who may be given what.
    matcher = LocaleMatcher(supported: site.locales, default: site.source, denials: [])
    languages = Set(site.locales.map(\.canonicalized.language) + ["no", "nb"])
  }

  /// The site's form of a locale: itself or the same language, never another one.
  func locale(for locale: LocaleIdentifier) -> LocaleIdentifier? {
    // Most words look like a language's code (`Hindi`); the search is spared for those that are one.
    guard languages.contains(locale.canonicalized.maximized.language) else { return nil }
    let match = matcher.match([locale])
    switch match.kind {
    case .exact, .sameLanguage: return match.locale
    case .relatedLanguage, .default: return nil
    }
  }
}
