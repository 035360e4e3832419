import LocaleIdentifiers

/// The language selector as plain links, which need no script.
///
/// Each link names its language in that language and says its `lang`, `dir` and `hreflang`; the
/// page's own is marked with `aria-current`. A script may turn the list into a dialog.
struct LanguageNavigation {
  /// The words of the selector, in the language of the page.
  struct Words {
    var label: PageText
    /// What the selector does.
    var change: String
    var defaultEntry: PageText
    /// What the dialog alone needs: its data attributes and their texts.
    var dialog: [(name: String, text: String)] = []
  }

  var links: [LanguageLink]
  var current: String
  var words: Words
  var addresses: PageAddresses

  var html: String {
    let current = links.first { $0.tag == self.current && !$0.isDefault }
    let label = HTMLEscaping.attribute(words.label.plain)
    var html = "<nav class=\"languages\" aria-label=\"\(label)\" data-assets=\"../assets\""
    for word in words.dialog {
      html += " data-\(word.name)=\"\(HTMLEscaping.attribute(word.text))\""
    }
    html += ">\n"
    html += "<details>\n"
    html += "<summary title=\"\(HTMLEscaping.attribute(words.change))\">\(Self.icon)"
    html += "<span class=\"languages-label\">\(HTMLEscaping.text(words.label.plain))</span> "
    if let current {
      html +=
        "<span class=\"languages-current\" \(attributes(current))>"
        + "\(HTMLEscaping.text(current.endonym))</span>"
    }
    html += "</summary>\n<ul>\n"
    for link in links where !link.isIncomplete { html += item(link) }
    html += "</ul>\n"
    let incomplete = links.filter(\.isIncomplete)
    if !incomplete.isEmpty {
      html += "<ul class=\"languages-incomplete\">\n"
      for link in incomplete { html += item(link) }
      html += "</ul>\n"
    }
    return html + "</details>\n</nav>"
  }

  private func item(_ link: LanguageLink) -> String {
    link.isDefault ? defaultItem(link) : languageItem(link)
  }

  private func defaultItem(_ link: LanguageLink) -> String {
    let text = words.defaultEntry
    return "<li class=\"languages-default\"><a href=\"\(href(link))\" "
      + "hreflang=\"\(HTMLEscaping.attribute(link.hreflang))\" "
      + "lang=\"\(HTMLEscaping.attribute(text.locale?.tag ?? "und"))\" "
      + "dir=\"\(text.direction)\">\(HTMLEscaping.text(text.plain))</a></li>\n"
  }

  private func languageItem(_ link: LanguageLink) -> String {
    var html = "<li><a href=\"\(href(link))\" "
    html += "hreflang=\"\(HTMLEscaping.attribute(link.hreflang))\" \(attributes(link))"
    // The script needs the site's own tag where search engines are told another.
    if link.tag != link.hreflang { html += " data-tag=\"\(HTMLEscaping.attribute(link.tag))\"" }
    if link.tag == current { html += " aria-current=\"page\"" }
    html += ">\(HTMLEscaping.text(link.endonym))</a>"
    if link.name != link.endonym {
      html += " <small>\(HTMLEscaping.text(link.name))</small>"
    }
    return html + "</li>\n"
  }

  private func href(_ link: LanguageLink) -> String {
    HTMLEscaping.attribute(addresses.relative(link.tag))
  }

  private func attributes(_ link: LanguageLink) -> String {
    "lang=\"\(HTMLEscaping.attribute(link.tag))\" dir=\"\(link.direction)\""
  }

  /// A globe, drawn by hand; no flags, since languages cross borders.
  private static let icon =
    "<svg viewBox=\"0 0 24 24\" width=\"20\" height=\"20\" fill=\"none\" stroke=\"currentColor\" "
    + "stroke-width=\"1.6\" aria-hidden=\"true\" focusable=\"false\"><circle cx=\"12\" cy=\"12\" "
    + "r=\"9\"/><ellipse cx=\"12\" cy=\"12\" rx=\"4\" ry=\"9\"/><path d=\"M3.6 9h16.8M3.6 15h16.8\"/>"
    + "</svg> "
}
