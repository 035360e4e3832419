public import Diagnostics
public import LocaleIdentifiers
public import StringCatalogs

/// A set of files that some program loads at run time: a module for browsers, a resource bundle.
///
///     let output = export.files(LocaleTexts(catalogs: polish, chain: [french], source: french))
///     output.files["pl.js"]
///
/// Unlike an exchange format it is only written, and what a locale lacks is lent by the locales that it
/// falls back to, where the format has no fallback of its own.
public struct RuntimeExport: Sendable {
  /// What it is called on the command line (`esm`).
  public let name: String
  /// What people call it (`ES modules`).
  public let title: String
  /// The files of one locale by their path below the output folder.
  public let files: @Sendable (LocaleTexts) -> ExportedTexts

  public init(
    name: String, title: String, files: @escaping @Sendable (LocaleTexts) -> ExportedTexts
  ) {
    self.name = name
    self.title = title
    self.files = files
  }
}

/// What a locale's files are made of.
public struct LocaleTexts: Sendable {
  public var catalogs: LocaleCatalogs
  /// The catalogues of the locales that it falls back to, best first, the source last.
  public var chain: [LocaleCatalogs]
  /// The catalogues of the source, which say what keys there are.
  public var source: LocaleCatalogs

  public init(catalogs: LocaleCatalogs, chain: [LocaleCatalogs], source: LocaleCatalogs) {
    self.catalogs = catalogs
    self.chain = chain
    self.source = source
  }

  public var locale: LocaleIdentifier { catalogs.locale }
}

/// A message of a locale, its own or lent.
public struct LocaleText: Sendable {
  public var key: String
  public var entry: CatalogEntry
  /// The locale whose text it is.
  public var locale: LocaleIdentifier
  /// The source's entry of the key.
  public var source: CatalogEntry
}

extension LocaleTexts {
  /// Every key that has a text which can be shown, in the order of the source.
  public var texts: [LocaleText] {
    source.entries.compactMap { source in
      for lender in [catalogs] + chain {
        guard let entry = lender[source.key],
          TranslationStatus(of: entry, source: source).kind == .translated
        else { continue }
        return LocaleText(
          key: source.key, entry: entry, locale: lender.locale, source: source)
      }
      return nil
    }
  }
}

/// The files of one locale, and what could not be carried.
public struct ExportedTexts: Sendable {
  public var files: [String: [UInt8]]
  /// An error `not-carried` for each message that is left out, a warning `inexact-conversion` for each
  /// that is shown a little different.
  public var findings: [Finding]

  public init(files: [String: [UInt8]] = [:], findings: [Finding] = []) {
    self.files = files
    self.findings = findings
  }
}
