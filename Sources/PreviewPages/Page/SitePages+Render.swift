public import LocaleIdentifiers
import StringCatalogs

/// For whom a page is made.
public enum PageMode: Hashable, Sendable {
  /// For readers: nothing of the tool is in it.
  case published
  /// For translators: every text says which key it is and what there is to do.
  case preview
}

/// A page as HTML, and the texts that it shows.
public struct RenderedPage: Sendable {
  public var html: String
  /// By key, the texts of the template and of the selector.
  public var texts: [String: PageText]
}

extension SitePages {
  /// Renders a page, or nil where the site has no such page or locale.
  public func render(
    _ name: String, in locale: LocaleIdentifier, mode: PageMode = .published
  ) -> RenderedPage? {
    guard let template = template(name), locales.contains(locale) else { return nil }
    return page(template, in: locale, mode: mode)
  }

  /// Renders a page in a locale that is known to have texts.
  func page(
    _ template: PageTemplate, in locale: LocaleIdentifier, mode: PageMode
  ) -> RenderedPage {
    let texts = texts(of: template, in: locale)
    let parts = PageParts(
      pages: self, locale: locale, texts: texts, mode: mode,
      links: languages.links(in: locale))
    var html = ""
    html.reserveCapacity(1 << 16)
    for piece in template.pieces {
      switch piece {
      case .html(let text): html += text
      case .messageAsHTML(let key, _):
        if let text = texts[key] { html += parts.element(text) }
      case .messageAsText(let key, _, let attribute):
        guard let text = texts[key] else { continue }
        if attribute {
          HTMLEscaping.appendAttribute(text.plain, to: &html)
        } else {
          HTMLEscaping.appendText(text.plain, to: &html)
        }
      case .page(let value, _): html += parts.value(value)
      }
    }
    return RenderedPage(html: html, texts: texts)
  }

  /// The texts that a template and the selector show, by key.
  func texts(of template: PageTemplate, in locale: LocaleIdentifier) -> [String: PageText] {
    let resolver = TextResolver(pages: self, locale: locale)
    var texts: [String: PageText] = [:]
    for key in template.keys + SelectorWords.keys { texts[key] = resolver.text(key) }
    return texts
  }
}
