/// The site's own styles and scripts, by file name.
public enum SiteAssets {
  /// What a published page loads.
  public static func published(of pages: SitePages) -> [String: String] {
    [
      "site.css": [
        ScriptTypography.css, pages.languages.quotesCSS, PageStyle.css, SelectorStyle.css,
      ].joined(separator: "\n"),
      "theme.js": ThemeScript.javaScript,
      "site.js": SiteScript.javaScript,
      "selector.js": SelectorScript.javaScript,
      "languages.json": pages.languageNames,
    ]
  }

  /// What a page of the preview loads besides.
  public static func preview(of pages: SitePages) -> [String: String] {
    published(of: pages).merging([
      "workbench.css": WorkbenchStyle.css,
      "workbench.js": WorkbenchScript.javaScript,
      "sheet.css": SheetStyle.css,
      "sheet.js": SheetScript.javaScript,
    ]) { first, _ in first }
  }

  /// The media type of such a file, by its ending.
  public static func mediaType(of name: String) -> String? {
    if name.hasSuffix(".css") { return "text/css; charset=utf-8" }
    if name.hasSuffix(".js") { return "text/javascript; charset=utf-8" }
    if name.hasSuffix(".json") { return "application/json; charset=utf-8" }
    return nil
  }
}
