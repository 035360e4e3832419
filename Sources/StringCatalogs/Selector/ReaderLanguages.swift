package import LocaleIdentifiers
package import LocaleServices

/// A site's languages as readers of one language look for them: by their names in it, in its order.
///
///     try ReaderLanguages(of: site, reader: "fr").entries.map(\.name)  // "Allemand", "Anglais …", …
///
/// The default entry stands first. Every list of languages is made from this, be it printed or on a
/// page.
package struct ReaderLanguages {
  package let names: LanguageNames
  package let entries: [(entry: SiteEntry, name: String)]

  package init(of site: Site, reader: LocaleIdentifier) throws(ICUError) {
    let names = try LanguageNames(in: reader)
    let collator = try Collator(locale: reader)
    var sorted: [(key: SortKey, entry: SiteEntry, name: String)] = []
    sorted.reserveCapacity(site.entries.count)
    for entry in site.entries {
      let name = names.name(of: entry.locale) ?? entry.endonym ?? entry.locale.tag
      sorted.append((try collator.sortKey(name), entry, name))
    }
    // Equal names, should there be any, stand in the order of their tags.
    sorted.sort { left, right in
      if left.entry.isDefault != right.entry.isDefault { return left.entry.isDefault }
      return (left.key, left.entry.locale.tag) < (right.key, right.entry.locale.tag)
    }
    self.names = names
    entries = sorted.map { ($0.entry, $0.name) }
  }
}
