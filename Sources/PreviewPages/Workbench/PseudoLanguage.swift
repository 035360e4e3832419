public import LocaleIdentifiers
import LocaleServices
import MessageSyntax
import StringCatalogs

/// A language that nobody speaks, made from the source as it is shown: it brings out text that is not
/// translated, has no room, or does not turn round.
///
/// Its tag is the source's with a private part, so that it is well formed and no real language's.
public enum PseudoLanguage: String, Hashable, Sendable, CaseIterable {
  /// Every letter with a mark, and texts two fifths longer.
  case accented
  /// Every text in brackets: what has none was put together, or is no message.
  /// The tag's part has at most eight letters.
  case bracketed = "brackets"
  /// Laid out from right to left.
  case mirrored

  /// The locale under which a page in it is asked for: `fr-x-accented`.
  public func locale(of source: LocaleIdentifier) -> LocaleIdentifier? {
    LocaleIdentifier("\(source.base.tag)-x-\(rawValue)")
  }

  var transformation: PseudoLocalization {
    switch self {
    case .accented: .accented
    case .bracketed: .bracketed
    case .mirrored: .mirrored
    }
  }
}

extension SitePages {
  /// The pseudo-language that a tag means, or nil where it is another.
  public func pseudoLanguage(of tag: String) -> PseudoLanguage? {
    PseudoLanguage.allCases.first { $0.locale(of: site.source)?.tag == tag }
  }

  /// Renders a page in a pseudo-language, for translators only.
  public func render(_ name: String, in language: PseudoLanguage) -> RenderedPage? {
    guard let template = template(name), let locale = language.locale(of: site.source) else {
      return nil
    }
    var pages = self
    let catalogs = catalogs[site.source]?.catalogs ?? []
    let changed = catalogs.map { catalog in
      var catalog = catalog
      catalog.locale = locale
      let entries = catalog.entries.map { entry in
        var entry = entry
        if let message = entry.parsed.message, entry.parsed.isValid {
          entry.parsed.message = language.transformation.apply(to: message)
        }
        entry.metadata.state = .final
        return entry
      }
      catalog.entries = CatalogEntries(entries)
      return catalog
    }
    pages.add(
      LocaleCatalogs(locale: locale, catalogs: changed),
      direction: language == .mirrored ? TextDirection.rightToLeft.html : nil)
    return pages.page(template, in: locale, mode: .preview)
  }
}
