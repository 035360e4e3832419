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

  private(set) var catalogs: [LocaleIdentifier: LocaleCatalogs]
  /// What translations want to know of their source, by key.
  private(set) var sources: [String: SourceText]
  private(set) var findings: [LocaleIdentifier: [String: [Finding]]]
  private(set) var languages: LanguageDirectory
  let contexts = FormatContexts()

  /// - Parameter map: Counts what each locale has; a program with several workers shares the locales
  ///   among them. Unless given, they are counted one after the other.
  public init(
    site: Site, catalogs: [LocaleCatalogs], templates: [PageTemplate], findings: [Finding] = [],
    map: ([LocaleIdentifier], @escaping @Sendable (LocaleIdentifier) -> Int) -> [Int] = {
      $0.map($1)
    }
  ) {
    self.site = site
    self.templates = templates
    addresses = PageAddresses(site: site)
    locales = site.locales
    self.catalogs = Dictionary(
      catalogs.map { ($0.locale, $0) }, uniquingKeysWith: { first, _ in first })
    sources = Self.sources(of: self.catalogs[site.source])
    self.findings = Self.index(findings)
    languages = LanguageDirectory(site: site)
    languages.offers = offers(map)
  }

  /// Puts a locale's catalogues in the place of those it had; all else stays, so this takes no longer
  /// than reading them.
  public mutating func replace(_ catalogs: LocaleCatalogs) {
    let locale = catalogs.locale
    self.catalogs[locale] = catalogs
    if locale == site.source { sources = Self.sources(of: catalogs) }
    languages.offers = offers { $0.map($1) }
  }

  /// Adds a locale that is not the site's.
  mutating func add(_ catalogs: LocaleCatalogs, direction: String?) {
    self.catalogs[catalogs.locale] = catalogs
    languages.directions[catalogs.locale] = direction
  }

  /// The message that a locale itself has for a key.
  func entry(_ key: String, in locale: LocaleIdentifier) -> CatalogEntry? {
    catalogs[locale]?[key]
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

  /// Whether readers are offered the same languages as in another state of the site.
  public func offersTheSame(as other: SitePages) -> Bool {
    languages.offers == other.languages.offers
  }

  /// The locales that have less of their own text than the site asks for before it offers them.
  private func offers(
    _ map: ([LocaleIdentifier], @escaping @Sendable (LocaleIdentifier) -> Int) -> [Int]
  ) -> [LocaleIdentifier: LanguageOffer] {
    let policy = site.coverage
    guard let source = catalogs[site.source], source.count > 0,
      policy.minimum != nil || policy.hideBelow != nil || !policy.perLocale.isEmpty
    else { return [:] }
    let catalogs = catalogs
    let translated = map(site.targets) { locale in
      catalogs[locale]?.countTranslated(of: source) ?? 0
    }
    var offers: [LocaleIdentifier: LanguageOffer] = [:]
    for (locale, count) in zip(site.targets, translated) {
      let percent = LocaleCoverage.percent(count, of: source.count)
      let offer = SelectorOffer(of: locale, percent: percent, policy: policy)
      guard !offer.isOffered else { continue }
      offers[locale] = percent < policy.hideBelow ?? 0 ? .withheld : .apart
    }
    return offers
  }

  private static func sources(of source: LocaleCatalogs?) -> [String: SourceText] {
    guard let source else { return [:] }
    return Dictionary(
      source.entries.map { ($0.key, SourceText($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The keys of the messages that a message's list arguments are made of.
  func listKeys(of key: String) -> [String] {
    sources[key]?.placeholders.values.flatMap(\.keys) ?? []
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

/// What translations want to know of their source.
struct SourceText {
  /// What it means, which tells whether a translation is stale.
  var fingerprint: Fingerprint
  var maxLength: Int?
  var placeholders: [String: Placeholder]

  init(_ entry: CatalogEntry) {
    fingerprint = Fingerprint(of: entry)
    maxLength = entry.metadata.maxLength
    placeholders = entry.metadata.placeholders
  }
}
