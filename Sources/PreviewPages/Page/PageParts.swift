import LocaleIdentifiers
import LocaleServices
import StringCatalogs

/// The values of one page: what its template's `page.` tags stand for, and each text's element.
struct PageParts {
  let pages: SitePages
  let locale: LocaleIdentifier
  let texts: [String: PageText]
  let mode: PageMode
  let links: [LanguageLink]

  func value(_ value: PageValue) -> String {
    switch value {
    case .lang: HTMLEscaping.attribute(locale.tag)
    case .dir: direction
    case .assets: "../assets"
    case .head: head.html
    case .selector: selector.html
    case .scripts: scripts
    }
  }

  /// A text in the page: bare where it is the page's own language, in an element of its own
  /// language where it is a fallback, and with what the workbench needs in a preview.
  func element(_ text: PageText) -> String {
    var attributes = ""
    if let found = text.locale, found != locale {
      attributes += " lang=\"\(HTMLEscaping.attribute(found.tag))\" dir=\"\(text.direction)\""
    }
    if mode == .preview {
      attributes += " data-key=\"\(HTMLEscaping.attribute(text.key))\""
      if !text.marks.isEmpty {
        let marks = TextMark.allCases.filter(text.marks.contains).map(\.rawValue)
        attributes += " data-marks=\"\(marks.joined(separator: " "))\""
      }
    }
    return attributes.isEmpty ? text.html : "<span\(attributes)>\(text.html)</span>"
  }

  private var direction: String { pages.languages.direction(of: locale) }

  private func plain(_ key: String) -> String { texts[key]?.plain ?? "" }

  private var head: PageHead {
    PageHead(
      canonical: pages.addresses.canonical(locale.tag),
      alternates: pages.offeredLocales.map { locale in
        PageHead.Alternate(
          hreflang: pages.languages.hreflang(of: locale),
          address: pages.addresses.canonical(locale.tag))
      },
      defaultAddress: pages.addresses.canonical(pages.site.source.tag),
      assets: "../assets",
      stylesheets: mode == .preview ? ["site.css", "workbench.css"] : ["site.css"],
      scripts: ["theme.js"],
      policy: mode == .published ? ContentSecurityPolicy.page : nil,
      structuredData: StructuredData(
        headline: plain("head.title"), summary: plain("head.description"), language: locale.tag,
        address: pages.addresses.canonical(locale.tag), questions: questions))
  }

  /// The page's questions: pairs of keys that end in `.question` and `.answer`, in its order.
  private var questions: [(question: String, answer: String)] {
    var seen: Set<String> = []
    return pages.templates.flatMap(\.keys).compactMap { key in
      guard key.hasSuffix(".question"), seen.insert(key).inserted, let question = texts[key] else {
        return nil
      }
      let stem = key.dropLast("question".count)
      guard let answer = texts[stem + "answer"] else { return nil }
      return (question.plain, answer.plain)
    }
  }

  private var selector: LanguageNavigation {
    let missing = PageText(key: "", locale: nil, direction: direction, html: "", plain: "")
    return LanguageNavigation(
      links: links, current: locale.tag,
      words: LanguageNavigation.Words(
        label: texts["selector.label"] ?? missing, change: change,
        defaultEntry: texts["selector.default"] ?? missing,
        dialog: ["search", "suggestions", "all", "none", "close"].map { name in
          (name, plain("selector.\(name)"))
        }),
      addresses: pages.addresses)
  }

  /// What the selector does, with the name of the page's own language.
  private var change: String {
    let resolver = TextResolver(pages: pages, locale: locale)
    let name = pages.languages.endonym(of: locale)
    return resolver.text("selector.change", arguments: ["language": .string(name)]).plain
  }

  private var scripts: String {
    let names =
      mode == .preview ? ["site.js", "selector.js", "workbench.js"] : ["site.js", "selector.js"]
    var lines = names.map { "<script src=\"../assets/\($0)\" defer></script>" }
    if mode == .preview, pages.locales.contains(locale) {
      let tag = HTMLEscaping.attribute(locale.tag)
      lines.append(
        "<noscript><p class=\"workbench\" lang=\"en\" dir=\"ltr\">"
          + "<a href=\"/_/texts/\(tag)/\">All texts of this page</a></p></noscript>")
    }
    return lines.joined(separator: "\n")
  }
}
