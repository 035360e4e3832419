public import LocaleServices

extension Site {
  /// What gives each reader a page of the site: CLDR's likeness, the site's own denials, and those that
  /// hold everywhere (`MatchDenial.usual`). Who fits nothing gets the source.
  ///
  ///     site.matcher.match(AcceptLanguage("da, en-gb;q=0.8")).locale
  public var matcher: LocaleMatcher {
    let own = denials.map { MatchDenial(from: $0.from, to: $0.to, reason: $0.reason) }
    return LocaleMatcher(
      supported: locales, default: source, denials: own + MatchDenial.usual)
  }
}
