public import LocaleIdentifiers
import LocaleServices

extension Site {
  /// The locales whose text is shown where a locale has none of its own, best first, the source last.
  ///
  ///     site.fallbackChain(of: "en-US")  // [en-GB, fr]
  ///
  /// First the manifest's chain for the locale, then its parents in CLDR as far as the site has them
  /// (`es-MX`, `es-419`, `es`; a parent in another script is none), then the source. Chains of the
  /// chain's own locales are not followed, so that two locales may stand in for each other.
  public func fallbackChain(of locale: LocaleIdentifier) -> [LocaleIdentifier] {
    let known = Set(locales)
    let parents = Array(locale.chain.dropFirst())
    var chain: [LocaleIdentifier] = []
    for next in (fallbacks[locale] ?? []) + parents + [source]
    where next != locale && known.contains(next) && !chain.contains(next) {
      chain.append(next)
    }
    return chain
  }
}
