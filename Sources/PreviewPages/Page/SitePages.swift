public import Diagnostics
public import LocaleIdentifiers
import MessageSyntax
public import StringCatalogs

/// Everything that a site's pages are made from; renders any page in any of its locales.
///
///     let pages = SitePages(site: site, catalogs: catalogs, templates: templates)
///     let page = pages.render("article", in: "ar", mode: .published)
///
/// A pure value: the same input gives the same bytes.
public struct SitePages: Sendable {
  public let site: Site
  /// The pages of the site, the first being the one at a locale's own address.
  public let templates: [PageTemplate]
  public let addresses: PageAddresses
  /// The locales that have a page: the source, then every target in the site's order.
  public let locales: [LocaleIdentifier]

  private(set) var entries: [LocaleIdentifier: [String: CatalogEntry]]
  private(set) var findings: [LocaleIdentifier: [String: [Finding]]]
  private(set) var languages: LanguageDirectory

  public init(
    site: Site, catalogs: [LocaleCatalogs], templates: [PageTemplate], findings: [Finding] = []
  ) {
    self.site = site
    self.templates = templates
    addresses = PageAddresses(site: site)
    locales = site.locales
    entries = Self.index(catalogs)
    self.findings = Self.index(findings)
    languages = LanguageDirectory(site: site, offers: Self.offers(of: site, entries))
  }

  /// Puts a locale's catalogues in the place of those it had; all else stays, so this takes no longer
  /// than reading them.
  public mutating func replace(_ catalogs: LocaleCatalogs) {
    let locale = catalogs.locale
    entries[locale] = Self.index([catalogs])[locale] ?? [:]
    languages.offers = Self.offers(of: site, entries)
  }

  /// Adds a locale that is not the site's.
  mutating func add(
    _ locale: LocaleIdentifier, _ strings: [String: CatalogEntry], direction: String?
  ) {
    entries[locale] = strings
    languages.directions[locale] = direction
  }

  /// Puts other findings in the place of those there were.
  public mutating func replace(_ findings: [Finding]) {
    self.findings = Self.index(findings)
  }

  public func template(_ name: String) -> PageTemplate? {
    templates.first { $0.name == name }
  }

  /// The keys that any page shows: those of its templates and those of the selector.
  public var shownKeys: Set<String> {
    var keys = Set(SelectorWords.keys)
    for template in templates {
      keys.formUnion(template.keys)
      for key in template.keys { keys.formUnion(listKeys(of: key)) }
    }
    return keys
  }

  /// Where a locale looks for a text, itself first, the source last.
  public func chain(for locale: LocaleIdentifier) -> [LocaleIdentifier] {
    [locale] + site.fallbackChain(of: locale)
  }

  /// The locales that readers are offered: all but those that have less of their own text than
  /// the site's `hideBelow` asks for. A withheld one has a page in the preview only.
  public var offeredLocales: [LocaleIdentifier] {
    locales.filter { languages.offers[$0] != .withheld }
  }

  /// The locales that have less of their own text than the site asks for before it offers them.
  private static func offers(
    of site: Site, _ entries: [LocaleIdentifier: [String: CatalogEntry]]
  ) -> [LocaleIdentifier: LanguageOffer] {
    let source = entries[site.source] ?? [:]
    guard !source.isEmpty else { return [:] }
    var offers: [LocaleIdentifier: LanguageOffer] = [:]
    for locale in site.targets {
      let own = entries[locale] ?? [:]
      let translated = source.keys.count { key in
        own[key].map { !$0.text.isEmpty && $0.parsed.isValid } ?? false
      }
      let percent = LocaleCoverage.percent(translated, of: source.count)
      let offer = SelectorOffer(of: locale, percent: percent, policy: site.coverage)
      guard !offer.isOffered else { continue }
      offers[locale] = percent < site.coverage.hideBelow ?? 0 ? .withheld : .apart
    }
    return offers
  }

  /// The keys of the messages that a message's list arguments are made of.
  func listKeys(of key: String) -> [String] {
    guard let entry = entries[site.source]?[key] else { return [] }
    return entry.metadata.placeholders.values.flatMap(\.keys)
  }

  private static func index(
    _ catalogs: [LocaleCatalogs]
  ) -> [LocaleIdentifier: [String: CatalogEntry]] {
    var entries: [LocaleIdentifier: [String: CatalogEntry]] = [:]
    for locale in catalogs {
      var byKey: [String: CatalogEntry] = [:]
      for catalog in locale.catalogs {
        for entry in catalog.entries where byKey[entry.key] == nil { byKey[entry.key] = entry }
      }
      entries[locale.locale, default: [:]].merge(byKey) { first, _ in first }
    }
    return entries
  }

  private static func index(
    _ findings: [Finding]
  ) -> [LocaleIdentifier: [String: [Finding]]] {
    var index: [LocaleIdentifier: [String: [Finding]]] = [:]
    for finding in findings {
      guard let tag = finding.locale, let locale = LocaleIdentifier(tag), let key = finding.key
      else { continue }
      index[locale, default: [:]][key, default: []].append(finding)
    }
    return index
  }
}
