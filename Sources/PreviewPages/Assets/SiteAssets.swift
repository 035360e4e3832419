/// The site's own styles and scripts, by file name.
public enum SiteAssets {
  /// The files that a published page loads.
  public static let published = ["site.css", "theme.js", "site.js", "selector.js", names]

  /// The file of the names that languages are found by.
  static let names = "languages.json"

  /// The files that a page of the preview loads besides.
  public static let preview = ["workbench.css", "workbench.js", "sheet.css", "sheet.js"]

  /// The text of a file, or nil where there is none of that name.
  public static func text(of name: String, for pages: SitePages) -> String? {
    switch name {
    case "site.css":
      [
        ScriptTypography.css, pages.languages.quotesCSS, PageStyle.css, SelectorStyle.css,
      ].joined(separator: "\n")
    case "theme.js": ThemeScript.javaScript
    case "site.js": SiteScript.javaScript
    case "selector.js": SelectorScript.javaScript
    case names: pages.languageNames
    case "workbench.css": WorkbenchStyle.css
    case "workbench.js": WorkbenchScript.javaScript
    case "sheet.css": [ScriptTypography.css, SheetStyle.css].joined(separator: "\n")
    case "sheet.js": SheetScript.javaScript
    default: nil
    }
  }

  /// The media type of such a file, by its ending.
  public static func mediaType(of name: String) -> String? {
    if name.hasSuffix(".css") { return "text/css; charset=utf-8" }
    if name.hasSuffix(".js") { return "text/javascript; charset=utf-8" }
    if name.hasSuffix(".json") { return "application/json; charset=utf-8" }
    return nil
  }
}
