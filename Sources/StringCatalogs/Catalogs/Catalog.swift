public import Diagnostics
public import LocaleIdentifiers

/// One file of messages in one locale: `Strings/pl/article.json`.
public struct Catalog: Sendable {
  public var locale: LocaleIdentifier
  /// The file's name without its ending (`article`).
  public var name: String
  public var file: CatalogFile
  /// The messages in the order of the file. A key that stands twice is here once, as it stood first.
  public var entries: CatalogEntries
  /// What was wrong with the file itself: JSON faults, duplicate keys, unknown metadata fields.
  public var findings: [Finding]

  public init(
    locale: LocaleIdentifier, name: String, file: CatalogFile, entries: [CatalogEntry],
    findings: [Finding]
  ) {
    self.init(
      locale: locale, name: name, file: file, entries: CatalogEntries(entries), findings: findings)
  }

  init(
    locale: LocaleIdentifier, name: String, file: CatalogFile, entries: CatalogEntries,
    findings: [Finding]
  ) {
    self.locale = locale
    self.name = name
    self.file = file
    self.entries = entries
    self.findings = findings
  }
}

/// A catalogue's file: its path, its bytes and its lines.
public struct CatalogFile: Sendable {
  /// Below the site's folder, with `/` (`Strings/pl/article.json`).
  public var path: String
  public var bytes: [UInt8]
  /// The file as it stands on the disk, where `bytes` are its text in UTF-8 and it is in another encoding.
  public var stored: [UInt8]?

  public init(path: String, bytes: [UInt8], stored: [UInt8]? = nil) {
    self.path = path
    self.bytes = bytes
    self.stored = stored
  }

  /// The catalogue's name: the file's, without its folder and its ending.
  public var catalogName: String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.lastIndex(of: ".").map { file[..<$0] } ?? file)
  }
}
