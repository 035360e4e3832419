/// What a page may load and run: its own files, and no inline script or style.
public enum ContentSecurityPolicy {
  /// The policy of a published page, which stands in a `<meta>` element.
  public static let page =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"

  /// The policy of the preview's own server, which also shows pages side by side.
  public static let server = page + "; frame-src 'self'; frame-ancestors 'self'"
}
