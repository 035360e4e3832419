public import LocaleIdentifiers

extension Site {
  /// The locales whose text is shown where a locale has none of its own, best first, the source last.
  ///
  ///     site.fallbackChain(of: "en-US")  // [en-GB, fr]
  ///
  /// First the manifest's chain for the locale, then its parents (the tag without its last parts,
  /// UTS 35 part 1, section 4.2) as far as the site has them, then the source. A parent in another
  /// script is none: `zh-Hant` does not fall back to `zh`.
  public func fallbackChain(of locale: LocaleIdentifier) -> [LocaleIdentifier] {
    let known = Set(locales)
    var chain: [LocaleIdentifier] = []
    for next in (fallbacks[locale] ?? []) + parents(of: locale) + [source]
    where next != locale && known.contains(next) && !chain.contains(next) {
      chain.append(next)
    }
    return chain
  }

  private func parents(of locale: LocaleIdentifier) -> [LocaleIdentifier] {
    var parents: [LocaleIdentifier] = []
    var current = locale.base
    while let parent = parent(of: current) {
      parents.append(parent)
      current = parent
    }
    return parents
  }

  private func parent(of locale: LocaleIdentifier) -> LocaleIdentifier? {
    guard let dash = locale.tag.lastIndex(of: "-") else { return nil }
    let parent = LocaleIdentifier(locale.tag[..<dash])
    return parent?.script == locale.script ? parent : nil
  }
}
