public import LocaleIdentifiers
import StringCatalogs

extension SitePages {
  /// All pages at once, each as its readers see it.
  public var contactSheet: String {
    var html = SheetPage.head("All pages")
    html += "<header><h1>All pages</h1></header>\n<main>\n<ul class=\"sheet\">\n"
    for locale in locales {
      let tag = HTMLEscaping.attribute(locale.tag)
      html += """
        <li><a href="/\(tag)/"><span>\(tag)</span><span lang="\(tag)" \
        dir="\(languages.direction(of: locale))">\(HTMLEscaping.text(languages.endonym(of: locale)))\
        </span></a><div class="frame"><iframe src="/\(tag)/?bare" title="\(tag)" loading="lazy" \
        tabindex="-1"></iframe></div></li>

        """
    }
    return html + "</ul>\n</main>\n</body>\n</html>\n"
  }

  /// Two pages beside each other.
  public func comparison(_ left: LocaleIdentifier, _ right: LocaleIdentifier) -> String? {
    guard locales.contains(left), locales.contains(right) else { return nil }
    var html = SheetPage.head("\(left.tag) and \(right.tag)")
    html += "<header><h1>Side by side</h1><form method=\"get\">"
    html += choice("left", left) + choice("right", right)
    html +=
      "<noscript><button>Show</button></noscript></form><a href=\"/_/sheet\">All pages</a></header>\n"
    html += "<main class=\"pair\">"
    for locale in [left, right] {
      let tag = HTMLEscaping.attribute(locale.tag)
      html += "<iframe src=\"/\(tag)/\" title=\"\(tag)\"></iframe>"
    }
    return html + "</main>\n<script src=\"/assets/sheet.js\" defer></script>\n</body>\n</html>\n"
  }

  private func choice(_ name: String, _ chosen: LocaleIdentifier) -> String {
    var html = "<label>\(name == "left" ? "Left" : "Right") <select name=\"\(name)\">"
    for locale in locales {
      let tag = HTMLEscaping.attribute(locale.tag)
      html += "<option value=\"\(tag)\"\(locale == chosen ? " selected" : "")>\(tag)</option>"
    }
    return html + "</select></label> "
  }

}

/// A page of the workbench itself, in English.
enum SheetPage {
  static func head(_ title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en" dir="ltr">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTMLEscaping.text(title))</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="/assets/sheet.css">
    </head>
    <body>

    """
  }
}
