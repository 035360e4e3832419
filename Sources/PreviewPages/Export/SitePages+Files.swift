import LocaleIdentifiers

extension SitePages {
  /// The files of one locale: its pages.
  func files(of locale: LocaleIdentifier) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for template in templates.prefix(1) {
      guard let page = render(template.name, in: locale) else { continue }
      files["\(locale.tag)/index.html"] = Array(page.html.utf8)
    }
    return files
  }
}
