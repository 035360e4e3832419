public import StringCatalogs

/// Where the pages of a site are: one address a locale, the default entry's being the source's.
public struct PageAddresses: Sendable {
  private let baseURL: String?

  public init(site: Site) {
    var base = site.baseURL
    while base?.hasSuffix("/") == true { base?.removeLast() }
    baseURL = base
  }

  /// Whether addresses are absolute, as search engines want them.
  public var isAbsolute: Bool { baseURL != nil }

  /// The one address of a locale's page, absolute where the site says its base.
  public func canonical(_ tag: String) -> String {
    guard let baseURL else { return "../\(tag)/" }
    return "\(baseURL)/\(tag)/"
  }

  /// A locale's page as seen from another one: the same wherever the site is put.
  public func relative(_ tag: String) -> String { "../\(tag)/" }
}
