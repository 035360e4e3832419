public import Diagnostics
public import LocaleIdentifiers
package import LocaleServices
public import StringCatalogs

/// A file format that carries messages to and from other people's tools.
///
///     let po = CatalogFormatList.named("po")!
///     let catalog = po.read(file, FormatContext(locale: polish, source: french))
///     let output = po.write?(catalog, context)
///
/// A format is a folder of `CatalogFormats`, a reader beside a writer, and one line in its list.
public struct CatalogFormat: Sendable {
  /// What it is called on the command line (`po`).
  public let name: String
  /// What people call it (`gettext PO`).
  public let title: String
  /// What names of such files end with, without a dot.
  public let fileEndings: [String]
  /// Whether a file carries the source texts beside the translations.
  public let carriesSource: Bool
  /// Whether a file holds all languages.
  public let holdsManyLocales: Bool
  /// The languages that a file itself names; nil where the format has no place for that.
  public let languages: (@Sendable (CatalogFile) -> FileLanguages?)?
  /// Whether a file looks like one of this format, where several formats share the ending.
  public let resembles: (@Sendable (CatalogFile) -> Bool)?
  /// What it cannot carry, a sentence each.
  public let limits: [String]
  /// The path of a locale's file in an export, or nil where the locale has none of its own.
  public let exportName: @Sendable (_ locale: LocaleIdentifier, _ isSource: Bool) -> String?
  private let reading: @Sendable (CatalogFile, FormatContext) -> ExchangeCatalog
  /// Writes a whole file, or nil for a format that is only read.
  public let write: (@Sendable (ExchangeCatalog, FormatContext) -> FormatOutput)?

  public init(
    name: String, title: String, fileEndings: [String], carriesSource: Bool = false,
    holdsManyLocales: Bool = false, limits: [String] = [],
    languages: (@Sendable (CatalogFile) -> FileLanguages?)? = nil,
    resembles: (@Sendable (CatalogFile) -> Bool)? = nil,
    exportName: (@Sendable (_ locale: LocaleIdentifier, _ isSource: Bool) -> String?)? = nil,
    read: @escaping @Sendable (CatalogFile, FormatContext) -> ExchangeCatalog,
    write: (@Sendable (ExchangeCatalog, FormatContext) -> FormatOutput)? = nil
  ) {
    self.name = name
    self.title = title
    self.fileEndings = fileEndings
    self.carriesSource = carriesSource
    self.holdsManyLocales = holdsManyLocales
    self.languages = languages
    self.resembles = resembles
    let ending = fileEndings.first ?? name
    // Where a file has both languages, one of the source with itself is of no use.
    self.exportName =
      exportName ?? { locale, isSource in
        carriesSource && isSource ? nil : "\(locale).\(ending)"
      }
    self.limits = limits
    reading = read
    self.write = write
  }

  /// Reads a file. It never throws: what is wrong is in the result's findings, with its place.
  public func read(_ file: CatalogFile, _ context: FormatContext) -> ExchangeCatalog {
    guard file.bytes.count <= JSONDocument.maximumSize else {
      let finding = Finding(
        rule: "too-large", severity: .error, locale: context.locale.tag, file: file.path,
        message: "the file has more than 16 MiB", help: "split it into several")
      return ExchangeCatalog(
        locale: context.locale, sourceLocale: context.source, findings: [finding])
    }
    return reading(file, context)
  }

  /// The format as a reader of a site's catalogues: `CatalogLoader(site:readers:)` takes it.
  public func reader(source: LocaleIdentifier) -> CatalogReader {
    CatalogReader(fileEndings: fileEndings, holdsManyLocales: holdsManyLocales) { file, locale in
      let context = FormatContext(locale: locale, source: source)
      return read(file, context).catalog(of: file, as: locale)
    }
  }
}

/// The languages that a file names in its header.
public struct FileLanguages: Hashable, Sendable {
  public var source: LocaleIdentifier?
  /// The languages of the translations.
  public var locales: [LocaleIdentifier]

  public init(source: LocaleIdentifier? = nil, locales: [LocaleIdentifier]) {
    self.source = source
    self.locales = locales
  }
}

/// What a reader or writer has to know besides the file.
public struct FormatContext: Sendable {
  /// The language that is read or written.
  public let locale: LocaleIdentifier
  /// The language of the source texts.
  public let source: LocaleIdentifier
  /// Which plural forms gettext files get.
  public let pluralForms: PluralFormsChoice
  /// How the language counts, opened once for all files of one context; nil where ICU cannot say.
  package let pluralRules: PluralRules?

  public enum PluralFormsChoice: String, Sendable, CaseIterable {
    /// The categories of CLDR that whole numbers reach.
    case cldr
    /// Those that gettext's own tools expect of the language.
    case gettext
  }

  public init(
    locale: LocaleIdentifier, source: LocaleIdentifier, pluralForms: PluralFormsChoice = .cldr
  ) {
    self.locale = locale
    self.source = source
    self.pluralForms = pluralForms
    pluralRules = try? PluralRules(locale: locale)
  }

  /// Whether a language has a category `zero` of its own.
  package func hasZero(in other: LocaleIdentifier? = nil) -> Bool {
    let rules =
      other == nil || other == locale ? pluralRules : other.flatMap { try? PluralRules(locale: $0) }
    return rules?.categories.contains(.zero) ?? false
  }
}

/// A file as a writer made it, and what could not be carried.
public struct FormatOutput: Sendable {
  public var bytes: [UInt8]
  /// An error `not-carried` for each message that is left out, a warning `inexact-conversion` for
  /// each that comes back a little different.
  public var findings: [Finding]

  public init(bytes: [UInt8], findings: [Finding] = []) {
    self.bytes = bytes
    self.findings = findings
  }
}
