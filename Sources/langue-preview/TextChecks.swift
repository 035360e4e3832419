#if Preview
  import CatalogChecks
  import Diagnostics
  import LocaleIdentifiers
  import StringCatalogs

  /// What the checks say about one text while it is typed.
  struct TextChecks {
    private let runner: CheckRunner
    private let source: CheckedSource

    /// Only what can be said of a text by itself and beside its source: the rest of the site stays
    /// as it is while one text is typed.
    init(site: Site, source: LocaleCatalogs) throws {
      let checks = CheckList.all.filter { check in
        switch check.kind {
        case .message, .translation: true
        case .locale, .site, .loading: false
        }
      }
      runner = CheckRunner(site: site, checks: checks)
      self.source = try runner.prepare(source)
    }

    /// The findings of a text in the place of the one that a catalogue holds.
    func findings(
      _ text: String, of key: String, in catalogs: LocaleCatalogs, sourceCatalog: Catalog
    ) -> [Finding] {
      let isSource = catalogs.locale == runner.site.source
      var catalog = catalogs.catalog(of: key) ?? sourceCatalog
      guard var entry = catalog.entries.first(where: { $0.key == key }) else { return [] }
      entry.text = text
      entry.parsed = entry.syntax.parse(text)
      // What is typed is a translation, whatever the text before it was.
      if !isSource { entry.metadata.state = .translated }
      catalog.entries = [entry]
      catalog.findings = []
      let one = LocaleCatalogs(locale: catalogs.locale, catalogs: [catalog])
      let report = try? isSource ? runner.prepare(one).report : runner.check(one, against: source)
      return (report?.findings ?? []).filter { $0.key == key }.sorted()
    }
  }
#endif
