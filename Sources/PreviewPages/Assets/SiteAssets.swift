/// The site's own styles and scripts, by file name.
public enum SiteAssets {
  /// What a published page loads.
  public static func published(languages pages: SitePages) -> [String: String] {
    [
      "site.css": [
        ScriptTypography.css, pages.languages.quotesCSS, PageStyle.css, SelectorStyle.css,
      ].joined(separator: "\n"),
      "theme.js": ThemeScript.javaScript,
      "site.js": SiteScript.javaScript,
      "selector.js": SelectorScript.javaScript,
    ]
  }
}
